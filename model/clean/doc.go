// Package clean tells copy from furniture.
//
// Flat text (pasted, scraped, or a plain text file) is taken apart line by
// line in five steps, one file each:
//
//	repair.go  mojibake is put right
//	unwrap.go  hard-wrapped lines become paragraphs again
//	shape.go   every line is measured: length, end, stop words, title case
//	phrase.go  and its words are judged against the phrases of furniture
//	block.go   the body is the stretch of lines whose shapes add up best
//	head.go    what stands before it gives headline, dek, byline, date
//	tail.go    what stands after it is furniture, unless it reads as prose
//	split.go   a story that came as one paragraph is cut at sentence ends
//
// Stories from structured formats only lose the lines that their words give
// away, and have empty fields filled from the copy.
//
// The measure of everything here: a lost sentence of the story is worse than
// ten advertisements kept. A line is removed only with a reason and a
// confidence; what is doubtful stays, and is named in Result.Doubts.
//
// The functions are pure but for the story that they are given, and safe for
// concurrent use on different stories.
package clean
