package sourcing

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
)

var orphanQuote = rule{rules.Rule{
	ID: "sourcing.orphan-quote", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Quotation with no speaker",
	Message: "Nobody is said to have said this.",
	Why:     "Every quotation has its speaker, in its own paragraph or right beside it. A reader who has to guess who speaks may guess wrong.",
	Wrong: []rules.Example{
		{Text: "The road was shut on Monday.\n\n[“We heard it crack and then the whole hillside came down on us.”]\n\nThe road will open in May."},
	},
	Right: []string{
		"The road was shut on Monday.\n\n“We heard it crack and then the whole hillside came down on us,” Ann Lee said.",
		"Ann Lee was in the car behind.\n\n“We heard it crack,” she said.\n\n“Then the whole hillside came down on us.”",
		"Lee shook her head. “We heard it crack and then the whole hillside came down on us.”",
	},
}, findOrphan}

func findOrphan(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if a.Form != sources.Direct || !a.Cue.Empty() || v.Doc.Paras[a.Para].Role != story.RoleBody {
			continue
		}
		p := &v.Doc.Paras[a.Para]
		if a.Content[0].Start > p.Start+1 || len(strings.Fields(v.content(a))) < 6 {
			continue // words of the writer's stand before it
		}
		if first, _, ok := strings.Cut(strings.Trim(v.words(a.Content[0]), "“”\"'"), ":"); ok && len(first) < 24 && strings.ToUpper(first) == first {
			continue // a transcript names its speakers
		}
		voiced := false
		for q := max(0, a.Para-1); q <= a.Para+1 && q < len(v.Doc.Paras); q++ {
			for _, b := range v.at(q) {
				voiced = voiced || b != a && !b.Cue.Empty() && !b.Source.Empty()
			}
		}
		if voiced {
			continue
		}
		out = append(out, flag.Flag{
			Severity: flag.Warning, Span: a.Content[0], Confidence: 0.75,
			Message: "This quotation has no speaker in its paragraph or beside it",
			Query:   fmt.Sprintf("Who said “%s”?", short(strings.Trim(v.words(a.Content[0]), "“”\"'"))),
		})
	}
	return out
}

var lateAttribution = rule{rules.Rule{
	ID: "sourcing.late-attribution", Kind: flag.Sourcing, Severity: flag.Note,
	Title:   "Speaker comes late",
	Message: "The speaker of a long quotation comes only at its end.",
	Why:     "The reader should know who speaks by the end of the first sentence. A long quotation that names its speaker last is read in the dark.",
	Wrong: []rules.Example{{
		Text: "“[We heard it crack. Then the whole hillside came down on the road, and the car in front of us was gone in a moment, lights and all. " +
			"Nobody could have got out of there,”] Ann Lee said.",
		Fixed: "“We heard it crack,” Ann Lee said. “Then the whole hillside came down on the road, and the car in front of us was gone in a moment, lights and all. " +
			"Nobody could have got out of there.”",
	}},
	Right: []string{
		"“We heard it crack,” Ann Lee said. “Then the whole hillside came down on the road, and the car in front of us was gone in a moment, lights and all.”",
		"“We heard it crack. Then it fell,” Ann Lee said.",
	},
}, findLate}

func findLate(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if a.Form != sources.Direct || a.Cue.Empty() || a.Source.Empty() || a.Cue.Start < a.Content[0].End {
			continue
		}
		first := a.Content[0]
		p := &v.Doc.Paras[a.Para]
		if first.Start > p.Start+1 || len(strings.Fields(v.words(first))) < 30 {
			continue
		}
		s := v.sentence(first.Start)
		if s.End >= first.End-1 {
			continue // one sentence
		}
		f := flag.Flag{
			Severity: flag.Note, Span: first, Confidence: 0.8,
			Message: fmt.Sprintf("Only the end of this quotation says that %s speaks", short(v.words(a.Source))),
		}
		if fix, span, ok := v.moveUp(a, first, s); ok {
			f.Span, f.Fixes = span, []flag.Fix{{Text: fix, Label: "Name the speaker after the first sentence"}}
		}
		out = append(out, f)
	}
	return out
}

// moveUp sets the attribution behind the first sentence s of quotation q, where
// it stands alone behind the quotation: “A. B,” X said. → “A,” X said. “B.”
func (v *view) moveUp(a *sources.Attribution, q, s text.Span) (string, text.Span, bool) {
	p := &v.Doc.Paras[a.Para]
	end := v.sentence(a.Cue.Start).End
	tail := v.Doc.Text[q.End:end]
	if end > p.End || !strings.HasPrefix(tail, " ") || !strings.HasSuffix(tail, ".") || strings.ContainsAny(tail, "“”\"") {
		return "", text.Span{}, false
	}
	open, closing := marks(v.words(q))
	if open == "" {
		return "", text.Span{}, false
	}
	first := strings.TrimSpace(v.words(text.Span{Start: q.Start, End: s.End}))
	rest := strings.TrimSpace(v.Doc.Text[s.End : q.End-len(closing)])
	if !strings.HasSuffix(first, ".") || !strings.HasSuffix(rest, ",") || strings.ContainsAny(first[len(open):]+rest, "“”\"") {
		return "", text.Span{}, false
	}
	fix := strings.TrimSuffix(first, ".") + "," + closing + tail + " " + open + strings.TrimSuffix(rest, ",") + "." + closing
	return fix, text.Span{Start: q.Start, End: end}, true
}

// marks returns the marks around a quotation.
func marks(t string) (string, string) {
	switch {
	case strings.HasPrefix(t, "“") && strings.HasSuffix(t, "”"):
		return "“", "”"
	case len(t) > 2 && strings.HasPrefix(t, "\"") && strings.HasSuffix(t, "\""):
		return "\"", "\""
	}
	return "", ""
}

var runTogether = rule{rules.Rule{
	ID: "sourcing.run-together", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Two speakers run together",
	Message: "Two people’s words follow each other with nothing between.",
	Why:     "Where one quotation follows another, the reader takes the speaker to be the same until told otherwise. A new voice needs a new paragraph, or its name first.",
	Wrong: []rules.Example{
		{Text: "“We heard it crack,” Ann Lee said. [“The road should have been shut for years,”] Tom Hill said."},
	},
	Right: []string{
		"“We heard it crack,” Ann Lee said.\n\n“The road should have been shut for years,” Tom Hill said.",
		"“We heard it crack,” Ann Lee said. Tom Hill said: “The road should have been shut for years.”",
		"“We heard it crack,” Ann Lee said. “The road should have been shut for years,” she added.",
	},
}, findRunTogether}

func findRunTogether(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	var prev *sources.Attribution
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if a.Form != sources.Direct {
			continue
		}
		if prev != nil && prev.Para == a.Para && prev.Of >= 0 && a.Of >= 0 && prev.Of != a.Of && !a.Cue.Empty() && !prev.Cue.Empty() &&
			a.Cue.Start > a.Content[0].End && prev.Content[len(prev.Content)-1].End < a.Content[0].Start && a.Speaker != "" && prev.Speaker != "" &&
			a.Speaker != prev.Speaker && !v.pronoun(a.Source) {
			last := max(prev.Content[len(prev.Content)-1].End, prev.Cue.End, prev.Source.End)
			if s := v.sentence(last - 1); s.End <= a.Content[0].Start && strings.TrimSpace(v.Doc.Text[s.End:a.Content[0].Start]) == "" {
				out = append(out, flag.Flag{
					Severity: flag.Warning, Span: a.Content[0], Confidence: 0.75,
					Message: fmt.Sprintf("%s’s words follow %s’s with nothing between", short(a.Speaker), short(prev.Speaker)),
				})
			}
		}
		prev = a
	}
	return out
}

func (v *view) pronoun(s text.Span) bool {
	i := v.Doc.TokenAt(s.Start)
	return i < len(v.Doc.Tokens) && v.Doc.Tokens[i].Tag == lang.PRP
}

var ambiguousSpeaker = rule{rules.Rule{
	ID: "sourcing.ambiguous-speaker", Kind: flag.Sourcing, Severity: flag.Note,
	Title:   "Who is “he”?",
	Message: "The pronoun could mean two people.",
	Why:     "“He said” is clear to the writer, who knows who spoke. Where two men have just been named, the reader does not.",
	Wrong: []rules.Example{
		{Text: "Peter Marsh missed the train, and John Hill waited at the station. “It was too late,” [he] said."},
	},
	Right: []string{
		"John Hill waited at the station. “It was too late,” he said.",
		"John Hill met Mary Marsh at the station. “It was too late,” he said.",
	},
}, findAmbiguous}

func findAmbiguous(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if len(a.Rivals) == 0 || !a.Says || v.samePara(i) {
			continue
		}
		who := append([]string{a.Speaker}, a.Rivals...)
		f := flag.Flag{
			Severity: flag.Note, Span: a.Source, Confidence: 0.6,
			Message: fmt.Sprintf("“%s” could be %s", v.words(a.Source), strings.Join(who, " or ")),
			Query:   fmt.Sprintf("Who is “%s” here: %s?", v.words(a.Source), strings.Join(who, " or ")),
		}
		for _, w := range who {
			f.Fixes = append(f.Fixes, flag.Fix{Text: w[strings.LastIndexByte(w, ' ')+1:]})
		}
		out = append(out, f)
	}
	return out
}

// samePara reports whether the speaker of attribution i already spoke in its
// paragraph: then the pronoun goes on with him.
func (v *view) samePara(i int) bool {
	a := &v.Sources.Attributions[i]
	for j := i - 1; j >= 0 && v.Sources.Attributions[j].Para == a.Para; j-- {
		if b := &v.Sources.Attributions[j]; b.Of == a.Of && b.Says {
			return true
		}
	}
	return false
}

var scareQuote = rule{rules.Rule{
	ID: "sourcing.scare-quote", Kind: flag.Sourcing, Severity: flag.Note,
	Title:   "Quotation marks with nobody’s words",
	Message: "The words stand in quotation marks, and nobody is said to have said them.",
	Why:     "Quotation marks say: these are someone’s words. Without a speaker they say: so-called, and that is a judgement. Name who says it, or take the marks off.",
	Wrong: []rules.Example{
		{Text: "The talks will go on despite the [“peace plan”] of last year.", Fixed: "The talks will go on despite the peace plan of last year."},
	},
	Right: []string{
		"The minister called it a “peace plan” for the valley.",
		"She said the “peace plan” had failed.",
		"He read “The Old Man and the Sea” on the way.",
	},
}, findScare}

func findScare(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for _, span := range v.Sources.Loose {
		t := v.words(span)
		inner := strings.Trim(t, "“”‘’\"',.")
		if inner == "" || v.glossed(span) {
			continue
		}
		f := flag.Flag{
			Severity: flag.Note, Span: span, Confidence: 0.6,
			Message: fmt.Sprintf("Who says “%s”?", inner),
			Query:   fmt.Sprintf("Whose words are “%s”?", inner),
		}
		if enclosed(t) {
			f.Fixes = []flag.Fix{{Text: strings.Trim(t, "“”‘’\"'"), Label: "Without the marks"}}
		}
		out = append(out, f)
	}
	return out
}

// enclosed reports whether t begins and ends with a quotation mark.
func enclosed(t string) bool {
	const all = "“”‘’\"'"
	r := []rune(t)
	return len(r) > 2 && strings.ContainsRune(all, r[0]) && strings.ContainsRune(all, r[len(r)-1])
}

// glossed reports whether the words before the quotation say that it is a name:
// "the so-called", "known as", "the word", "nicknamed".
func (v *view) glossed(s text.Span) bool {
	before := strings.TrimRight(v.Doc.Text[max(0, s.Start-24):s.Start], " ")
	for _, w := range []string{"so-called", "known as", "word", "words", "term", "phrase", "dubbed", "called", "nicknamed", "titled", "entitled", "named", "title", "slogan", "labelled", "labeled", "headlined"} {
		if strings.HasSuffix(strings.ToLower(before), w) {
			return true
		}
	}
	return false
}
