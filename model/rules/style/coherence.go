package style

import (
	"context"
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/story"
	"stet/model/text"
)

// StoryChecker is a rules.StoryChecker. It holds nothing and may be shared.
type StoryChecker struct{}

// NewStory returns the checker of style over a story.
func NewStory() *StoryChecker { return &StoryChecker{} }

var storyRules = []struct {
	rule rules.Rule
	find func(s *rules.Subject, out func(flag.Flag))
}{
	{rules.Rule{
		ID: "style.acronym", Kind: flag.Style, Severity: flag.Note, Pack: packCoherence, Off: true,
		Title: "Acronym not spelled out", Message: "An acronym is used and never spelled out.",
		Why:   "Not every reader knows every set of letters. The well-known ones (UN, NATO, FBI) need no telling.",
		Wrong: []rules.Example{{Text: "The [OFLC] raised the fee. Officials of the OFLC said no more."}},
		Right: []string{
			"The Office of Foreign Labor Certification (OFLC) raised the fee. The OFLC said no more.", "The UN, NATO and the FBI met the BBC.",
			"The Office of Foreign Labor Certification raised the fee. The OFLC said no more.",
		},
	}, acronyms},
	{rules.Rule{
		ID: "style.variants", Kind: flag.Style, Severity: flag.Note, Pack: packCoherence, Off: true,
		Title: "American and British spelling mixed", Message: "The story spells both ways.",
		Why:   "Copy from two hands brings two spellings. One story keeps to one. Names keep their own.",
		Wrong: []rules.Example{{Text: "The labour party of the region favoured a new centre. The [color] was chosen.", Fixed: "The labour party of the region favoured a new centre. The colour was chosen."}},
		Right: []string{"The labour party favoured a new centre.", "The Labor Department favoured a new centre."},
	}, variants},
	{rules.Rule{
		ID: "style.relative-day", Kind: flag.Style, Severity: flag.Note, Pack: packCoherence, Off: true,
		Title: "Day that nothing settles", Message: "The day is relative and the story gives no date to count from.",
		Why:   "“Yesterday” and “over the weekend” mean nothing to a reader who comes a week later, where neither dateline nor date settles them.",
		Wrong: []rules.Example{{Text: "The men were freed [over the weekend], officials said."}},
		Right: []string{"date: Jan 12\n\nThe men were freed over the weekend, officials said.", "published: 2015-01-12\n\nThe men were freed yesterday.", "The men were freed on Monday."},
	}, relativeDays},
}

// CheckStory implements rules.StoryChecker.
func (*StoryChecker) CheckStory(ctx context.Context, s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	for i := range storyRules {
		r := &storyRules[i]
		if ctx.Err() != nil || !on(&r.rule, s.Settings) {
			continue
		}
		r.find(s, func(f flag.Flag) {
			f.Rule, f.Kind, f.Severity = r.rule.ID, flag.Style, r.rule.Severity
			out = append(out, f)
		})
	}
	return out
}

// Rules implements rules.Book.
func (*StoryChecker) Rules() []rules.Rule {
	var out []rules.Rule
	for _, r := range storyRules {
		out = append(out, r.rule)
	}
	return out
}

// known are sets of letters that need no telling.
var known = wordSet(`UN US USA UK EU NATO FBI CIA NASA BBC CNN AP AFP NBC CBS ABC HIV AIDS DNA CEO CFO MP MPs PM TV GDP IMF WTO
	WHO UNICEF UNESCO OPEC NFL NBA MLB NHL FIFA UEFA IRA ISIS PLO GOP NGO NGOs OK AM PM DC LA NYC UAE IBM BMW AT PC CD DVD ID IT
	PR VIP FAQ URL GPS SUV ATM PhD AI VAT IOC UFO COVID BMW MTV HBO ESPN IRS NSA FDA EPA SEC LGBT LGBTQ US-led CET GMT EST PST ET
	NYT USB SMS FYI RIP ASEAN OECD KGB IQ DJ BC AD MBA IPO II III IV VI VII VIII IX XI XII`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// acronyms finds sets of capitals that the story uses twice or more and spells
// out nowhere.
func acronyms(s *rules.Subject, out func(flag.Flag)) {
	d := s.Doc
	type use struct{ first, n int }
	uses := map[string]*use{}
	var order []string
	for k := range d.Paras {
		p := &d.Paras[k]
		if p.AllCaps || p.Role == story.RoleHeadline {
			continue
		}
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			t, w := d.Tokens[i], d.Str(i)
			if t.Shape != lang.ShapeUpper || t.Quoted || len(w) < 3 || len(w) > 6 || known[w] || strings.ContainsAny(w, ".-&0123456789") {
				continue
			}
			if u := uses[w]; u != nil {
				u.n++
				continue
			}
			uses[w] = &use{i, 1}
			order = append(order, w)
		}
	}
	for _, w := range order {
		u := uses[w]
		if u.n < 2 || spelledOut(d, w) {
			continue
		}
		t := d.Tokens[u.first]
		out(note(t.Start, t.End, "“"+w+"” is never spelled out."))
	}
}

// spelledOut reports whether words of d, small ones left out or not, begin with
// the letters of w.
func spelledOut(d *lang.Doc, w string) bool {
	for i := range d.Tokens {
		if matchesInitials(d, i, w, true) || matchesInitials(d, i, w, false) {
			return true
		}
	}
	return false
}

func matchesInitials(d *lang.Doc, i int, w string, skipSmall bool) bool {
	for k := 0; k < len(w); i++ {
		if i >= len(d.Tokens) || d.Tokens[i].Kind != lang.Word {
			return false
		}
		s := d.Str(i)
		if skipSmall && d.Tokens[i].Shape == lang.ShapeLower && len(s) <= 3 {
			if k == 0 {
				return false
			}
			continue
		}
		if len(s) == len(w) && s == w || !strings.EqualFold(s[:1], w[k:k+1]) {
			return false
		}
		k++
	}
	return true
}

// american holds the American spelling of words, under the British one.
var american = func() map[string]string {
	m := map[string]string{}
	for _, f := range strings.Fields(`colour:color favour:favor honour:honor labour:labor neighbour:neighbor behaviour:behavior
		harbour:harbor rumour:rumor humour:humor armour:armor centre:center theatre:theater metre:meter litre:liter fibre:fiber
		defence:defense offence:offense licence:license organise:organize organised:organized organisation:organization
		organisations:organizations recognise:recognize recognised:recognized criticise:criticize criticised:criticized
		realise:realize realised:realized apologise:apologize apologised:apologized programme:program programmes:programs
		travelled:traveled travelling:traveling cancelled:canceled labelled:labeled jewellery:jewelry tyre:tire tyres:tires
		grey:gray cheque:check plough:plow catalogue:catalog analyse:analyze analysed:analyzed favourite:favorite
		favoured:favored neighbours:neighbors colours:colors centres:centers rumours:rumors honoured:honored labourers:laborers
		neighbouring:neighboring neighbourhood:neighborhood neighbourhoods:neighborhoods paediatric:pediatric anaemia:anemia
		manoeuvre:maneuver manoeuvres:maneuvers sceptical:skeptical sceptic:skeptic`) {
		b, a, _ := strings.Cut(f, ":")
		m[b] = a
	}
	for _, both := range []string{"licence", "metre", "cheque", "tyre", "tyres"} {
		delete(m, both) // the American form is a British word too
	}
	return m
}()

var british = func() map[string]string {
	m := map[string]string{}
	for b, a := range american {
		m[a] = b
	}
	delete(m, "program") // computers have programs everywhere
	delete(m, "programs")
	return m
}()

// variants finds the first word of the rarer spelling. Names and quotations do
// not count.
func variants(s *rules.Subject, out func(flag.Flag)) {
	d := s.Doc
	var us, uk []int
	for i, t := range d.Tokens {
		if t.Kind != lang.Word || t.Quoted || t.Shape != lang.ShapeLower {
			continue
		}
		w := d.Str(i)
		if _, ok := american[w]; ok {
			uk = append(uk, i)
		} else if _, ok := british[w]; ok {
			us = append(us, i)
		}
	}
	if len(us) == 0 || len(uk) == 0 {
		return
	}
	few, other, name := us, british, "American"
	if len(uk) < len(us) {
		few, other, name = uk, american, "British"
	}
	t := d.Tokens[few[0]]
	w := d.Str(few[0])
	f := note(t.Start, t.End, fmt.Sprintf("“%s” is %s spelling; %d other words of the story are not.", w, name, max(len(us), len(uk))), other[w])
	for _, i := range few[1:] {
		f.Also = append(f.Also, flag.Place{Span: d.Tokens[i].Span, Note: d.Str(i)})
	}
	out(f)
}

// relative are days that count from another.
var relative = [][]string{
	{"yesterday"},
	{"tomorrow"},
	{"today"},
	{"tonight"},
	{"last", "night"},
	{"over", "the", "weekend"},
	{"last", "week"},
	{"next", "week"},
	{"earlier", "this", "week"},
	{"this", "morning"},
	{"earlier", "today"},
}

// relativeDays finds them in a story without dateline and date.
func relativeDays(s *rules.Subject, out func(flag.Flag)) {
	st := s.Story
	if s.Settings.Raw || st.Published != "" || !st.Created.IsZero() || !st.Versioned.IsZero() || st.Dateline.Date != "" {
		return
	}
	d := s.Doc
	for i := 0; i < len(d.Tokens); i++ {
		if d.Tokens[i].Quoted {
			continue
		}
		for _, r := range relative {
			if says(d, i, r) {
				span := text.Span{Start: d.Tokens[i].Start, End: d.Tokens[i+len(r)-1].End}
				out(note(span.Start, span.End, "“"+span.In(d.Text)+"”: nothing in the story says which day that is."))
				i += len(r) - 1
				break
			}
		}
	}
}

func says(d *lang.Doc, i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(d.Tokens) || !strings.EqualFold(d.Str(i+k), w) {
			return false
		}
	}
	return !(len(words) == 1 && words[0] == "today" && i+1 < len(d.Tokens) && d.Str(i+1) == "'s")
}
