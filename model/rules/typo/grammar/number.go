package grammar

import (
	"strings"

	"stet/model/lang"
	"stet/model/rules/pattern"
)

// figures checks the form of figures: "$5 million dollars", "22th", a comma
// that parts no thousands, "10 a.m. in the morning".
func figures(v *pattern.View, out emit) {
	toks := v.P.Tokens
	for i := range toks {
		switch toks[i].Kind {
		case lang.Money:
			twiceDollars(v, i, out)
		case lang.Number:
			ordinal(v, i, out)
			thousands(v, i, out)
		case lang.Time:
			meridiemTwice(v, i, out)
		}
		if v.Low[i] == "a.m." || v.Low[i] == "p.m." || v.Low[i] == "am" || v.Low[i] == "pm" {
			if i > 0 && (toks[i-1].Kind == lang.Number || toks[i-1].Kind == lang.Time) {
				meridiemTwice(v, i, out)
			}
		}
	}
}

// twiceDollars finds the currency said by sign and by word.
func twiceDollars(v *pattern.View, i int, out emit) {
	sign, word := "", ""
	for s, w := range currencies {
		if strings.Contains(v.P.Str(i), s) {
			sign, word = s, w
		}
	}
	if sign == "" {
		return
	}
	j := i + 1
	switch v.Word(j) {
	case "million", "billion", "trillion", "thousand", "m", "bn":
		j++
	}
	if v.Word(j) != word && v.Word(j) != word+"s" || !sameSentence(v, i, j) || v.Word(j) == word && v.Tag(j+1).Noun() {
		return
	}
	from, to := v.P.Tokens[i].Start, v.P.Tokens[j-1].End
	out(raise(v, "number-form", i, j+1, 0.95, "The sign says “"+word+"” already.", v.P.Text[from:to]))
}

var currencies = map[string]string{"$": "dollar", "£": "pound", "€": "euro"}

// ordinal checks the ending of "22nd".
func ordinal(v *pattern.View, i int, out emit) {
	s := v.P.Str(i)
	n := len(s)
	if n < 3 {
		return
	}
	end := strings.ToLower(s[n-2:])
	if end != "st" && end != "nd" && end != "rd" && end != "th" || s[n-3] < '0' || s[n-3] > '9' {
		return
	}
	want := "th"
	if n == 3 || s[n-4] != '1' {
		switch s[n-3] {
		case '1':
			want = "st"
		case '2':
			want = "nd"
		case '3':
			want = "rd"
		}
	}
	if want != end {
		out(raise(v, "number-form", i, i+1, 0.97, "“{}” should be “{fix}”.", s[:n-2]+want))
	}
}

// thousands checks that commas part groups of three. Indian grouping is known
// by its crores, and let be.
func thousands(v *pattern.View, i int, out emit) {
	s := v.P.Str(i)
	if !strings.Contains(s, ",") || strings.Trim(s, "0123456789,") != "" {
		return
	}
	groups := strings.Split(s, ",")
	bad := len(groups[0]) > 3
	for _, g := range groups[1:] {
		bad = bad || len(g) != 3
	}
	if !bad || len(groups) == 2 && len(groups[0]) <= 2 && len(groups[1]) <= 2 {
		return
	}
	if len(groups) > 2 && indian(groups) {
		out(raise(v, "number-form", i, i+1, 0.6, "“{}” is grouped in lakhs."))
		return
	}
	if len(groups) == 2 && len(groups[1]) == 4 || len(groups[0]) == 4 {
		return // two years, or figures that lost a space: not ours to guess
	}
	out(raise(v, "number-form", i, i+1, 0.8, "“{}” is not parted into thousands."))
}

func indian(groups []string) bool {
	for _, g := range groups[1 : len(groups)-1] {
		if len(g) != 2 {
			return false
		}
	}
	return len(groups[len(groups)-1]) == 3
}

// meridiemTwice finds "10 a.m. in the morning". i is the token that says a.m.
func meridiemTwice(v *pattern.View, i int, out emit) {
	low := v.Low[i]
	morning := strings.HasSuffix(low, "a.m.") || strings.HasSuffix(low, "am")
	evening := strings.HasSuffix(low, "p.m.") || strings.HasSuffix(low, "pm")
	if !morning && !evening || v.Word(i+1) != "in" || v.Word(i+2) != "the" {
		return
	}
	part := v.Word(i + 3)
	if morning && part != "morning" || evening && part != "afternoon" && part != "evening" {
		return
	}
	first := i
	if v.P.Tokens[i].Kind != lang.Time {
		first = i - 1
	}
	from, to := v.P.Tokens[first].Start, v.P.Tokens[i].End
	out(raise(v, "number-form", first, i+4, 0.95, "“"+v.P.Str(i)+"” says “"+part+"” already.", v.P.Text[from:to]))
}
