package sourcing

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/story"
)

var hearsay = rule{rules.Rule{
	ID: "sourcing.hearsay", Kind: flag.Sourcing, Severity: flag.Note,
	Title:   "Second-hand",
	Message: "What is said came through another outlet.",
	Why:     "What someone told another outlet is that outlet’s report until it has been matched. The story names the outlet, so that the reader knows whose work it rests on.",
	Wrong: []rules.Example{
		{Text: "The minister told [Reuters] that he would resign."},
		{Text: "credit: AP\n\nThe minister told [Reuters] that he would resign."},
		{Text: "[Local media] reported that the bridge had fallen."},
		{Text: "The bridge has fallen, according to [the Daily Herald]."},
	},
	Right: []string{
		"credit: Reuters\n\nThe minister told Reuters that he would resign.",
		"agency: Reuters\n\nThe minister told Reuters that he would resign.",
		"The minister told parliament that he would resign.",
	},
}, findHearsay}

func findHearsay(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if a.Via == "" || !a.Says {
			continue
		}
		span := place(a)
		s := v.sentence(span.Start)
		if k := strings.Index(v.words(s), a.Via); k >= 0 {
			span.Start = s.Start + k
			span.End = span.Start + len(a.Via)
		}
		f := flag.Flag{
			Severity: flag.Note, Span: span, Confidence: 0.85,
			Message: fmt.Sprintf("This came through %s, which is not credited as ours", a.Via),
			Query:   fmt.Sprintf("This rests on %s. Have we matched it, or asked the speaker ourselves?", a.Via),
		}
		if strings.ToLower(a.Via) == a.Via || strings.HasSuffix(strings.ToLower(a.Via), " media") || strings.HasPrefix(a.Via, "Local") {
			f.Severity = flag.Warning
			f.Message = fmt.Sprintf("“%s” is second-hand, and does not say which outlet", a.Via)
			f.Query = fmt.Sprintf("Which outlet is meant by “%s”?", a.Via)
		}
		out = append(out, f)
	}
	return out
}

var leadSecondHand = rule{rules.Rule{
	ID: "sourcing.lead-second-hand", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Lead on a weak source",
	Message: "The top of the story rests on hearsay or on a source with no name.",
	Why:     "What leads a story must be its surest part. If the top rests on another outlet’s work or on someone with no name, the story says so at once, or leads with something else.",
	Wrong: []rules.Example{
		{Text: "# Minister to resign\n\nThe minister will resign this week.\n\n[Anonymous officials] told the Daily Herald that he would go on Friday."},
		{Text: "[A person familiar with the talks] said the merger was off."},
	},
	Right: []string{
		"The minister said he would resign this week.\n\nAnonymous officials said he would go on Friday.",
		"The company said the merger was off.",
	},
}, findLeadSecondHand}

func findLeadSecondHand(v *view, _ *rules.Rule) []flag.Flag {
	if v.lead < 0 {
		return nil
	}
	seen := 0
	for p := v.lead; p < len(v.Doc.Paras) && seen < 2; p++ {
		if v.Doc.Paras[p].Role != story.RoleBody {
			continue
		}
		seen++
		for _, a := range v.at(p) {
			if !a.Says || a.Source.Empty() {
				continue
			}
			if !hidden(a) && (a.Via == "" || a.Kind == sources.NamedPerson) {
				return nil
			}
			what := "on a source with no name"
			if !hidden(a) {
				what = "on a report of " + a.Via
			} else if a.Via != "" {
				what += ", as told to " + a.Via
			}
			return []flag.Flag{{
				Severity: flag.Warning, Span: a.Source, Confidence: 0.75,
				Message: "The top of the story rests only " + what,
				Query:   "The top of the story rests only " + what + ". Who else confirms it?",
			}}
		}
	}
	return nil
}

var inflated = rule{rules.Rule{
	ID: "sourcing.inflated", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Source made bigger",
	Message: "The top gives to an institution what the body gives to someone with no name.",
	Why:     "One official who will not be named is not the government. A headline that says so promises the reader a source that the story does not have.",
	Wrong: []rules.Example{
		{Text: "# [Ministry] says bridge will be closed for repairs in May\n\nThe old bridge is to be repaired.\n\nAn unnamed official said the bridge would be closed for repairs in May."},
	},
	Right: []string{
		"# Ministry says bridge will be closed for repairs in May\n\nThe ministry said in a statement that the bridge would be closed for repairs in May.\n\nAn unnamed official said the repairs would cost a million.",
		"# Official: bridge will be closed for repairs in May\n\nAn unnamed official said the bridge would be closed for repairs in May.",
	},
}, findInflated}

func findInflated(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		top := &v.Sources.Attributions[i]
		if top.Kind != sources.Organisation || top.Source.Empty() || !top.Says {
			continue
		}
		role := v.Doc.Paras[top.Para].Role
		if role != story.RoleHeadline && role != story.RoleDek && top.Para != v.lead {
			continue
		}
		said := v.stems(top)
		if len(said) < 3 {
			continue
		}
		best, at := 0.0, (*sources.Attribution)(nil)
		for j := range v.Sources.Attributions {
			a := &v.Sources.Attributions[j]
			if a.Para <= top.Para || v.Doc.Paras[a.Para].Role != story.RoleBody || a.Source.Empty() || !a.Says {
				continue
			}
			if s := shared(said, v.stems(a)); s > best {
				best, at = s, a
			}
		}
		if at == nil || best < 0.4 || !hidden(at) && !v.officials(at) {
			continue
		}
		out = append(out, flag.Flag{
			Severity: flag.Warning, Span: top.Source, Confidence: 0.5 + best/2,
			Message: fmt.Sprintf("“%s” here is “%s” in the body", short(v.words(top.Source)), short(v.words(at.Source))),
			Also:    []flag.Place{{Span: at.Source, Note: "body: " + short(v.words(at.Source))}},
			Query:   fmt.Sprintf("The top gives this to “%s”; the body has it from “%s”. Which is it?", v.words(top.Source), v.words(at.Source)),
		})
	}
	return out
}

// stems is the set of the words of weight in what a says, cut to five letters
// so that "releases" meets "released".
func (v *view) stems(a *sources.Attribution) map[string]bool {
	m := map[string]bool{}
	for _, c := range a.Content {
		for i := v.Doc.TokenAt(c.Start); i < len(v.Doc.Tokens) && v.Doc.Tokens[i].Start < c.End; i++ {
			t := &v.Doc.Tokens[i]
			if t.Kind == lang.Punct || !(t.Tag.Noun() || t.Tag.Adjective() || t.Tag.Verb() || t.Tag == lang.CD) {
				continue
			}
			w := strings.ToLower(v.Doc.Str(i))
			if len(w) < 4 && t.Tag != lang.CD && t.Tag != lang.NNP {
				continue
			}
			if r := []rune(w); len(r) > 5 {
				w = string(r[:5])
			}
			m[w] = true
		}
	}
	return m
}

// shared is the part of a that stands in b too.
func shared(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(a)))
}

var singleSource = rule{rules.Rule{
	ID: "sourcing.single-source", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "One source",
	Message: "The whole story rests on one source.",
	Why:     "A story of substance is checked with a second source that knows for itself. One voice can be wrong, and has an interest.",
	Wrong: []rules.Example{{Text: "The council has sold the old harbour to a builder, [Ann Lee] said on Monday.\n\n" +
		"Lee said the price was twenty million and that the sale had been agreed in secret in March.\n\n" + fill +
		"\n\n“They did not ask anyone,” Lee said.\n\nShe said the flats would be finished in two years and the first would be let before that."}},
	Right: []string{
		"Ann Lee said the price was twenty million.",
		"The council has sold the old harbour to a builder, Ann Lee said on Monday.\n\n" + fill + "\n\nThe council said in a statement that it would publish the contract.",
	},
}, findSingleSource}

// fill is background of our own, to make an example long.
const fill = "The harbour was built in the last century for the herring fleet, and lay empty after the boats moved to the new quay. " +
	"Children learned to swim there. A market stood on the quay on Saturdays, with fish, bread, flowers and old books. " +
	"In winter the basin froze and the town skated on it, and in summer the rowing club held its races between the two piers. " +
	"The sheds along the water were let to carpenters, a sailmaker, a printer and a school for cooks. " +
	"The lamps on the pier were lit by hand until the war. Then the cranes were sold one by one and the rails taken up. " +
	"A path runs along the wall now, with benches and a row of limes, and at its end stands the house of the harbour master. " +
	"Two of the sheds burned down and were not built again. The others were painted every spring by those who rented them. " +
	"The rowing club moved to the lake. The school for cooks stayed, and so did the printer and the man who mends the nets. " +
	"The basin is eleven feet deep at low water, and its gates have been kept open for as long as people remember."

func findSingleSource(v *view, _ *rules.Rule) []flag.Flag {
	words := 0
	for i := range v.Doc.Paras {
		if v.Doc.Paras[i].Role == story.RoleBody {
			words += len(strings.Fields(v.Doc.Paras[i].Text))
		}
	}
	if words < 200 {
		return nil
	}
	var first *sources.Attribution
	n := 0
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if !a.Says || a.Kind == sources.None || a.Source.Empty() || v.Doc.Paras[a.Para].Role != story.RoleBody {
			continue
		}
		n++
		if first == nil {
			first = a
			continue
		}
		if a.Of != first.Of && !(a.Speaker == "" && a.Kind == first.Kind) {
			return nil
		}
	}
	if first == nil || n < 3 {
		return nil
	}
	return []flag.Flag{{
		Severity: flag.Warning, Span: first.Source, Confidence: 0.7,
		Message: fmt.Sprintf("The whole story rests on one source, %s", short(v.Sources.Sources[max(0, first.Of)].Name)),
		Query:   "Who else can confirm this? The story has one source.",
	}}
}
