// Package clean tells copy from furniture.
//
// Flat text (pasted, scraped, or a plain text file) is taken apart line by
// line, a file a step:
//
//	repair.go    mojibake is put right
//	unwrap.go    hard-wrapped lines become paragraphs again
//	mend.go      and so do lines that were broken inside a sentence
//	inside.go    markers of advertisements are cut out of the lines they share
//	shape.go     every line is measured: length, end, stop words, capitals
//	phrase.go    and its words are judged against the wording of furniture
//	lead.go      the body is the stretch of lines whose shapes add up best
//	headline.go  the headline is the line above it that the copy says again
//	head.go      what stands between gives dek, bylines, dates and labels
//	body.go      boxes and captions go from the body, lists and subheads stay
//	tail.go      what stands below is furniture, unless it goes on as copy
//	deliver.go   and the story is laid out
//
// page.go calls them in order. Stories from structured formats
// (structured.go) only lose what their words give away, and have empty fields
// filled from the copy.
//
// The measure of everything here: a lost sentence of the story is worse than
// ten advertisements kept. A line is removed only with a reason and a
// confidence; what is doubtful stays, and is named in Result.Doubts. No text is
// ever dropped: what is not copy is in Story.Furniture with its place, from
// where the desk puts it back.
//
// The weights and bars were set by hand. The functions change nothing but the
// story that they are given, and are safe for concurrent use on different
// stories.
package clean
