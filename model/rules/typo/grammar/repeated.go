package grammar

import (
	"stet/model/lang"
	"stet/model/rules/pattern"
)

// twice are words that may rightly stand doubled.
var twice = words(`to that had very really so no ha bye far many much long big little her you it is was now there well hear again
	more way too pretty please yes yeah hey oh up down in out on over go ho tut tsk knock boo choo chop ding dong blah yada rah
	quack woof beep tick tock hush night old young deep wide round tom pom cha wah wa bora lang sing sang can who what why do did
	one two three four five six seven eight nine zero first`)

// functionWords may open a run of two words that stands twice.
var functionWords = words("in of to the for on at by with from and or is was are were has have had that this it he she they as but")

// repeated finds a word, or two words, typed twice.
func repeated(v *pattern.View, out emit) {
	toks := v.P.Tokens
	for i := 0; i+1 < len(toks); i++ {
		if !wordAt(v, i) || !sameSentence(v, i, i+1) {
			continue
		}
		j := i + 1
		if wordAt(v, j) && toks[j].Space && v.Low[i] == v.Low[j] {
			if j+1 < len(toks) && toks[j+1].Kind == lang.Clitic && v.Tag(i).Verb() {
				continue // "what the group does doesn't matter"
			}
			if repeatIsRight(v, i) {
				continue
			}
			if j+1 < len(toks) && v.Low[j] == v.Word(j+1) {
				i = j + 1
				continue // three times is meant
			}
			fix := v.P.Str(i)
			if toks[i].Shape == lang.ShapeLower && toks[j].Shape != lang.ShapeLower {
				fix = v.P.Str(j) // "in The The Hague": the second belongs to a name
				if v.Low[i] == "the" {
					continue
				}
			}
			out(raise(v, "repeated-word", i, j+1, repeatConfidence(v, i), "“"+v.P.Str(j)+"” stands twice.", fix))
			i = j
			continue
		}
		if i+3 < len(toks) && functionWords[v.Low[i]] && wordAt(v, j) && v.Low[i] == v.Low[i+2] && v.Low[j] == v.Low[i+3] && v.Low[i] != v.Low[j] &&
			(functionWords[v.Low[j]] || v.Tag(j) == lang.DT || v.Tag(j) == lang.PRPS) && sameSentence(v, i, i+3) && !repeatPairIsRight(v, i) {
			out(raise(v, "repeated-word", i, i+4, 0.9, "“"+v.P.Str(i)+" "+v.P.Str(j)+"” stands twice.", v.P.Text[toks[i].Start:toks[j].End]))
			i += 3
		}
	}
}

func repeatIsRight(v *pattern.View, i int) bool {
	toks := v.P.Tokens
	if twice[v.Low[i]] {
		switch v.Low[i] {
		case "is", "was": // "what it is is"
			return true
		case "in", "on", "up", "out", "over", "to": // "move in in May", "referred to to find"
			return v.Tag(i) == lang.RP || v.Tag(i+2) == lang.CD || v.Tag(i+2) == lang.NNP || i+2 < len(v.P.Tokens) && v.P.Tokens[i+2].Shape == lang.ShapeTitle || v.Tag(i-1).Verb() && v.Low[i] == "to"
		case "it", "you", "her", "do", "did", "can", "who", "what", "why":
			return v.Low[i] == "her" || v.Low[i] == "do" || v.Low[i] == "it" && v.Tag(i-1).Verb() || v.Low[i] == "you" && v.Tag(i-1).Verb()
		case "there":
			return false
		}
		return true
	}
	if f := lang.Forms(v.Low[i]); f&lang.FormVerb != 0 && f&lang.FormNoun != 0 && (v.Tag(i) != v.Tag(i+1) || v.Word(i-1) == "to") {
		return true // "to record record profits"
	}
	// Names: "Duran Duran", "Sirhan Sirhan"; a letter is no word.
	if toks[i].Len() == 1 && v.Low[i] != "a" && v.Low[i] != "i" {
		return true
	}
	return toks[i].Shape == lang.ShapeTitle && toks[i+1].Shape == lang.ShapeTitle && !toks[i].First && !v.P.TitleCase ||
		toks[i].Shape == lang.ShapeUpper && toks[i+1].Shape == lang.ShapeUpper && !v.P.AllCaps || (toks[i].Tag == lang.NNP && toks[i+1].Tag == lang.NNP) ||
		toks[i].Tag == lang.UH || toks[i].Tag == lang.FW
}

func repeatConfidence(v *pattern.View, i int) float64 {
	switch v.Tag(i) {
	case lang.NN, lang.NNS, lang.JJ, lang.RB, lang.VB:
		return 0.85
	}
	return 0.96
}

// repeatPairIsRight lets be what is said so: "as it is as it was", "to be to be".
func repeatPairIsRight(v *pattern.View, i int) bool {
	if v.Low[i] == "to" {
		return true
	}
	return v.P.Tokens[i].Quoted && v.Low[i] != "in" && v.Low[i] != "of" && v.Low[i] != "to"
}
