package facts

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/lang"
	"stet/model/story"
)

func read(t string) *Ledger {
	s := &story.Story{}
	return Read(context.Background(), s, lang.Read(story.Raw(t)), nil)
}

// show writes a figure as "value[-max] sort [unit] [bound] [noun]".
func show(f *Figure) string {
	p := []string{fmt.Sprint(f.Value)}
	if f.Max != f.Value {
		p[0] += "-" + fmt.Sprint(f.Max)
	}
	p = append(p, f.Sort.String())
	if f.Unit != "" {
		p = append(p, f.Unit)
	}
	if f.Bound != Exact {
		p = append(p, [...]string{"", "about", "at-least", "at-most"}[f.Bound])
	}
	if f.Noun != "" {
		p = append(p, f.Noun)
	}
	return strings.Join(p, " ")
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// digits and words
		{"They freed 53 prisoners.", "53 count prisoner"},
		{"They freed fifty-three prisoners.", "53 count prisoner"},
		{"They freed all 53 American prisoners on Monday.", "53 count prisoner"},
		{"He counted 1,500 ships.", "1500 count ship"},
		{"He counted 1,500,000 ships.", "1.5e+06 count ship"},
		{"Two hundred and five sailors came.", "205 count sailor"},
		{"Three hundred sailors came.", "300 count sailor"},
		{"Two thousand sailors came.", "2000 count sailor"},
		{"Twelve boats sank.", "12 count boat"},
		{"Some 3.5 million voters stayed at home.", "3.5e+06 count about voter"},
		{"About 5,000 people marched.", "5000 count about person"},
		{"More than 200 homes burned.", "200 count at-least home"},
		{"At least 14 miners died.", "14 count at-least miner"},
		{"Up to 300 jobs will go.", "300 count at-most job"},
		{"Fewer than 20 houses stood.", "20 count at-most house"},
		{"Nearly 40 trees fell.", "40 count about tree"},
		{"As many as 60 ships waited.", "60 count at-most ship"},
		{"Dozens of houses burned.", "24-120 count about house"},
		{"Hundreds of houses burned.", "200-2000 count about house"},
		{"Tens of thousands of people marched.", "20000-200000 count about person"},
		{"A dozen boats were lost.", "12 count boat"},
		{"Two dozen boats sank.", "24 count boat"},
		{"Half a million voters stayed away.", "500000 count voter"},
		{"A million voters stayed away.", "1e+06 count voter"},
		{"One soldier was hurt.", "1 count soldier"},
		{"One of the men was hurt.", ""},
		{"No one was hurt.", ""},
		{"It was one thing after another.", ""},
		{"The two women left.", "2 count woman"},
		{"The 12 policemen left.", "12 count policeman"},
		{"Between 10 and 12 ships waited.", "10-12 count ship"},
		{"From 10 to 12 ships waited.", "10-12 count ship"},
		{"It has 10-12 ships.", "10-12 count ship"},
		// money
		{"It cost $110.", "110 money USD"},
		{"It cost $110 million.", "1.1e+08 money USD"},
		{"It cost $3.5bn.", "3.5e+09 money USD"},
		{"It cost £20m.", "2e+07 money GBP"},
		{"It cost €5.", "5 money EUR"},
		{"It cost US$5 billion.", "5e+09 money USD"},
		{"It cost A$40.", "40 money AUD"},
		{"It cost HK$40.", "40 money HKD"},
		{"It cost 500 dollars.", "500 money USD"},
		{"It cost 110 million dollars.", "1.1e+08 money USD"},
		{"It cost 20 million euros.", "2e+07 money EUR"},
		{"It cost 300 yen.", "300 money JPY"},
		{"It cost about $2.4 trillion.", "2.4e+12 money USD about"},
		{"It cost five million pounds.", "5e+06 money GBP"},
		{"It lost 12 million US dollars.", "1.2e+07 money USD"},
		// percent
		{"Prices rose 5%.", "5 percent %"},
		{"Prices rose 5 percent.", "5 percent %"},
		{"Prices rose five per cent.", "5 percent %"},
		{"Prices rose 3.25 pct.", "3.25 percent %"},
		{"Prices rose 2-3%.", "2-3 percent %"},
		{"Support rose 2 percentage points.", "2 points points"},
		{"Rates rose 25 basis points.", "0.25 points points"},
		{"Prices fell nearly 40 percent.", "40 percent % about"},
		// ages
		{"The 65-year-old contractor came home.", "65 age years"},
		{"A forty-five-year-old man came home.", "45 age years"},
		{"He is 65 years old.", "65 age years"},
		{"She was 12 years of age.", "12 age years"},
		{"A boy aged 12 was hurt.", "12 age years"},
		{"A three-year-old was hurt.", "3 age years"},
		{"An 18-month-old was hurt.", "18 age months"},
		// measures
		{"It is 10 miles away.", "10 measure mi"},
		{"It is 10 km away.", "10 measure km"},
		{"A 10-mile run.", "10 measure mi"},
		{"A three-day meeting.", "3 measure day"},
		{"An 18-month wait.", "18 measure month"},
		{"It took 18 months.", "18 measure month"},
		{"It weighs 4.5 tonnes.", "4.5 measure t"},
		{"It was 30 degrees Celsius.", "30 measure °C"},
		{"It was minus 5 degrees Fahrenheit.", "5 measure °F"},
		{"It covers 40 square miles.", "40 measure sq mi"},
		{"Winds of 120 mph blew.", "120 measure mph"},
		{"It pumped 2 million barrels.", "2e+06 measure bbl"},
		// ordinals and scores
		{"He came 18th.", "18 ordinal"},
		{"It was the 3rd time.", "3 ordinal"},
		{"Rovers won 2-1.", "2-1 score"},
		{"Rovers beat Town 3–0.", "3-0 score"},
		{"The final score was 21-14.", "21-14 score"},
		// no figures
		{"Call 555-1234 now.", ""},
		{"He lives at 10 Downing Street.", ""},
		{"Flight 370 is lost.", ""},
		{"A Boeing 737 landed.", ""},
		{"It happened in 1998.", ""},
		{"It happened on January 12.", ""},
		{"It was the 1990s.", ""},
		{"He took Highway 61 north.", ""},
		{"See page 12.", ""},
		{"Call 020 7946 0123 today.", ""},
		// several
		{"Seven men, three women and two children died.", "7 count man; 3 count woman; 2 count child"},
		{"Sales rose 20 percent to $120 million from $100 million.", "20 percent %; 1.2e+08 money USD; 1e+08 money USD"},
		{"In the poll 26 of 50 drivers said no.", "26 count driver; 50 count driver"},
	} {
		var got []string
		l := read(c.in)
		for i := range l.Figures {
			got = append(got, show(&l.Figures[i]))
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), c.in)
	}
}

func TestDescriptions(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"They freed all 53 American prisoners on Monday.", "American prisoners"},
		{"The 12 sailors left.", "sailors"},
		{"Dozens of the wooden houses burned.", "wooden houses"},
	} {
		l := read(c.in)
		if assert.Len(t, l.Figures, 1, c.in) {
			assert.Equal(t, c.want, l.Figures[0].Description)
			assert.Equal(t, c.want, l.Figures[0].NounSpan.In(c.in))
		}
	}
}

func TestSpansLieInTheText(t *testing.T) {
	in := "Élan – “5 m” in the café cost $110 million, or 5%, on Tuesday, Jan. 13, 2015; 65-year-old @x."
	l := read(in)
	for i := range l.Figures {
		assert.NotEmpty(t, l.Figures[i].In(in))
	}
	for i := range l.Dates {
		assert.NotEmpty(t, l.Dates[i].In(in))
	}
}

func FuzzRead(f *testing.F) {
	f.Add("On Tuesday, Jan 13, 2015, 1,500 of $3.5bn fell 2-3% to five hundred and two; 65-year-old half a million")
	f.Add("between 1 and 2 the last next two years ago 31/02/2015 -5 +7 '90s")
	f.Fuzz(func(t *testing.T, in string) {
		l := read(in)
		for i := range l.Figures {
			x := &l.Figures[i]
			if x.End > len(in) || x.Start >= x.End || x.NounSpan.End > len(in) {
				t.Fatal(x)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	t := strings.Repeat("The December 17 accord was 18 months in the making and cost $110 million, officials said on Tuesday. All 53 prisoners were released, among them a 65-year-old contractor who had been held for five years.\n\n", 40)
	s := &story.Story{}
	d := lang.Read(story.Raw(t))
	n := len(strings.Fields(t))
	for b.Loop() {
		Read(context.Background(), s, d, nil)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "words/s")
}
