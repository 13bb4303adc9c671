package facts

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"stet/model/lang"
	"stet/model/story"
)

// span writes the days that a date can mean.
func span(d *Date) string {
	switch {
	case d.From.IsZero():
		return "open"
	case d.From.Equal(d.To):
		return d.From.Format(time.DateOnly)
	}
	return d.From.Format(time.DateOnly) + "…" + d.To.Format(time.DateOnly)
}

// TestDates reads dates in a story of Tuesday 13 January 2015.
func TestDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// full
		{"It began on January 12, 2015.", "2015-01-12"},
		{"It began on Jan. 12, 2015.", "2015-01-12"},
		{"It began on Jan 12 2015.", "2015-01-12"},
		{"It began on 12 January 2015.", "2015-01-12"},
		{"It began on 12 Jan 2015.", "2015-01-12"},
		{"It began on the 12th of January, 2015.", "2015-01-12"},
		{"It began on January 12th, 2015.", "2015-01-12"},
		{"It began on 2015-01-12.", "2015-01-12"},
		{"It began on 13/01/2015.", "2015-01-13"},
		{"It began on 01/13/2015.", "2015-01-13"},
		{"It began on 04/04/2014.", "2014-04-04"},
		{"It began on 01/02/2015.", ""},
		{"It began on 31/02/2015.", ""},
		{"It began on February 29, 2012.", "2012-02-29"},
		{"It began on February 29, 2013.", "open"},
		{"It began on Monday, January 12, 2015.", "2015-01-12"},
		{"It began on Monday, 12 January 2015.", "2015-01-12"},
		{"It began on Monday 12 January 2015.", "2015-01-12"},
		{"It began Monday, Jan. 12, 2015, at noon.", "2015-01-12"},
		{"He was born on December 24, 1949.", "1949-12-24"},
		{"He was born on 24 December 1949.", "1949-12-24"},
		{"It lasted from March 3-5, 2014.", "2014-03-03…2014-03-05"},
		// parts of a date, resolved to the nearest year
		{"The December 17 accord held.", "2014-12-17"},
		{"Talks start on January 21.", "2015-01-21"},
		{"Talks start around January 21-22.", "2015-01-21…2015-01-22"},
		{"Talks start on 21-22 January.", "2015-01-21…2015-01-22"},
		{"Talks start on 21 January.", "2015-01-21"},
		{"Talks start on the 21st of January.", "2015-01-21"},
		{"It was on Nov. 30 that he left.", "2014-11-30"},
		{"It was on July 30 that he left.", "2014-07-30"},
		{"It is on June 30.", "2015-06-30"},
		{"It was on April 31.", ""},
		{"On Wednesday, January 14, he left.", "2015-01-14"},
		{"On Wednesday the 14th of January he left.", "2015-01-14"},
		{"Sept. 11 is remembered.", "2014-09-11"},
		// months and years
		{"It began in January 2015.", "2015-01-01…2015-01-31"},
		{"It began in December.", "2014-12-01…2014-12-31"},
		{"It ended in February 2012.", "2012-02-01…2012-02-29"},
		{"It has lasted since June 2013.", "2013-06-01…2013-06-30"},
		{"By May they will be gone.", "2015-05-01…2015-05-31"},
		{"It happened in 1998.", "1998-01-01…1998-12-31"},
		{"It has lasted since 1998.", "1998-01-01…1998-12-31"},
		{"It was the war of 1812.", "1812-01-01…1812-12-31"},
		{"The 2016 election is far off.", "2016-01-01…2016-12-31"},
		{"It was the 1990s.", "1990-01-01…1999-12-31"},
		{"It was the '90s.", "1990-01-01…1999-12-31"},
		{"In the 1980's it was cold.", "1980-01-01…1989-12-31"},
		{"From 2010-2012 it was cold.", "2010-01-01…2012-12-31"},
		{"From 2010-12 it was cold.", "2010-01-01…2012-12-31"},
		{"He counted 1998 ships.", ""},
		{"He paid 2000 dollars.", ""},
		// weekdays
		{"He left on Monday.", "2015-01-12"},
		{"He left on Tuesday.", "2015-01-13"},
		{"He left on Wednesday.", "2015-01-07"},
		{"He left on Sunday.", "2015-01-11"},
		{"He will leave on Wednesday.", "2015-01-14"},
		{"He will leave on Monday.", "2015-01-19"},
		{"He left last Tuesday.", "2015-01-06"},
		{"He leaves next Tuesday.", "2015-01-20"},
		{"Talks are set for Thursday.", "2015-01-15"},
		{"The Sun shone.", ""},
		{"They sat and sun shone.", ""},
		// relative
		{"He left today.", "2015-01-13"},
		{"He left yesterday.", "2015-01-12"},
		{"He leaves tomorrow.", "2015-01-14"},
		{"He left last night.", "2015-01-12"},
		{"He left this morning.", "2015-01-13"},
		{"He left last week.", "2015-01-05…2015-01-11"},
		{"He left this week.", "2015-01-12…2015-01-18"},
		{"He leaves next week.", "2015-01-19…2015-01-25"},
		{"He left last month.", "2014-12-01…2014-12-31"},
		{"He leaves next month.", "2015-02-01…2015-02-28"},
		{"He left last year.", "2014-01-01…2014-12-31"},
		{"He leaves next year.", "2016-01-01…2016-12-31"},
		{"They were freed over the weekend.", "2015-01-10…2015-01-11"},
		{"He left two days ago.", "2015-01-11"},
		{"He left 10 days ago.", "2015-01-03"},
		{"He left a week ago.", "2015-01-03…2015-01-09"},
		{"He left two weeks ago.", "2014-12-27…2015-01-02"},
		{"He left three months ago.", "2014-09-28…2014-10-28"},
		{"He left five years ago.", "2010-01-01…2010-12-31"},
		{"He left a decade ago.", "2005-01-01…2005-12-31"},
		{"He may march in.", ""},
		{"May said so.", ""},
		{"March on, he said.", ""},
		// several
		{"He came on January 3 and left on January 5.", "2015-01-03; 2015-01-05"},
		{"He came on Monday and left yesterday.", "2015-01-12; 2015-01-12"},
	} {
		s := &story.Story{Dateline: story.Dateline{Time: time.Date(2015, 1, 13, 0, 0, 0, 0, time.UTC)}}
		l := Read(context.Background(), s, lang.Read(story.Raw(c.in)), nil)
		var got []string
		for i := range l.Dates {
			got = append(got, span(&l.Dates[i]))
		}
		assert.Equal(t, c.want, strings.Join(got, "; "), c.in)
	}
}

func TestDatesWithNoDayToCountFrom(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"It began on January 12, 2015.", "2015-01-12"},
		{"It began on January 12.", "open"},
		{"He left on Monday.", "open"},
		{"He left yesterday.", "open"},
		{"He left two weeks ago.", "open"},
		{"It began in 1998.", "1998-01-01…1998-12-31"},
		{"It began in December.", "open"},
	} {
		l := read(c.in)
		if assert.Len(t, l.Dates, 1, c.in) {
			assert.Equal(t, c.want, span(&l.Dates[0]), c.in)
		}
	}
}

// TestTheStorysDay reads the day that a story speaks from, in several zones
// and styles. A day is the one on the wall where the story was sent.
func TestTheStorysDay(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600)
	newYork := time.FixedZone("EST", -5*3600)
	for _, c := range []struct {
		s    story.Story
		want string
	}{
		{story.Story{Dateline: story.Dateline{Time: time.Date(2015, 1, 12, 0, 0, 0, 0, time.UTC)}, Versioned: time.Date(2015, 1, 13, 2, 0, 0, 0, time.UTC)}, "2015-01-12"},
		{story.Story{Versioned: time.Date(2015, 1, 13, 1, 0, 0, 0, tokyo)}, "2015-01-13"},
		{story.Story{Versioned: time.Date(2015, 1, 12, 23, 0, 0, 0, newYork)}, "2015-01-12"},
		{story.Story{Created: time.Date(2015, 1, 12, 23, 59, 0, 0, time.UTC)}, "2015-01-12"},
		{story.Story{Published: "2015-01-13T10:00:00+09:00"}, "2015-01-13"},
		{story.Story{Published: "2015-01-13"}, "2015-01-13"},
		{story.Story{Published: "January 13, 2015"}, "2015-01-13"},
		{story.Story{Published: "Jan. 13, 2015 at 10:42 a.m."}, "2015-01-13"},
		{story.Story{Published: "13 January 2015"}, "2015-01-13"},
		{story.Story{Published: "Published: 13 January 2015 | 10:42 GMT"}, "2015-01-13"},
		{story.Story{Published: "Tuesday 13 January 2015"}, "2015-01-13"},
		{story.Story{Published: "Tuesday, January 13, 2015"}, "2015-01-13"},
		{story.Story{Published: "Tue, 13 Jan 2015 10:42:00 +0900"}, "2015-01-13"},
		{story.Story{Published: "13/01/2015"}, "2015-01-13"},
		{story.Story{Published: "a while ago"}, ""},
		{story.Story{}, ""},
	} {
		got := storyDay(&c.s)
		if c.want == "" {
			assert.True(t, got.IsZero(), "%+v", c.s)
			continue
		}
		assert.Equal(t, c.want, got.Format(time.DateOnly), "%+v", c.s.Published)
	}
}

func TestBylines(t *testing.T) {
	for _, c := range []struct {
		s    story.Story
		want string
	}{
		{story.Story{Bylines: []string{"Ann Lee"}}, "byline Ann Lee"},
		{story.Story{Furniture: []story.Furniture{{Text: "Follow Ann Lee on Twitter:\u00a0@AnnLee", Reason: story.SignOff}}}, "handle AnnLee; sign-off Ann Lee"},
		{story.Story{Furniture: []story.Furniture{{Text: "(Reporting by Ann Lee and Bo Ek; Editing by Cy Ross)", Reason: story.SignOff}}}, "reporting-by Ann Lee; reporting-by Bo Ek; reporting-by Cy Ross"},
		{story.Story{Furniture: []story.Furniture{{Text: "Contact Ann Lee at ann.lee@example.com", Reason: story.SignOff}}}, "mail ann.lee@example.com; sign-off Ann Lee"},
		{story.Story{Body: []story.Paragraph{{Text: "It rained."}, {Text: "(Reporting by Ann Lee)"}}}, "reporting-by Ann Lee"},
		{story.Story{Credit: "AP", PhotoCredit: "Bo Ek/AP"}, "credit AP; photo credit Bo Ek/AP"},
	} {
		l := Read(context.Background(), &c.s, lang.Read(c.s.Layout()), nil)
		var got []string
		for _, b := range l.Bylines {
			got = append(got, string(b.Kind)+" "+b.Text)
		}
		assert.Equal(t, c.want, strings.Join(got, "; "))
	}
}
