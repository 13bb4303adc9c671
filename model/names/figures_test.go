package names

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/lang"
	"stet/model/story"
)

func TestFigures(t *testing.T) {
	type figure struct {
		Text string
		Type Type
	}
	for copy, want := range map[string][]figure{
		"It cost $3.5 million in 1998.":                        {{"$3.5 million", Money}, {"1998", Date}},
		"It rose 4.5 percent to 20 million euros.":             {{"4.5 percent", Percent}, {"20 million euros", Money}},
		"Up 5%, or two percentage points, by 10 per cent.":     {{"5%", Percent}, {"two percentage points", Percent}, {"10 per cent", Percent}},
		"They met on Tuesday, December 17, 2014 at 10:30 a.m.": {{"Tuesday, December 17, 2014", Date}, {"10:30 a.m.", Time}},
		"Talks start on January 21-22 in Havana.":              {{"January 21-22", Date}},
		"In May he may go on 3 May.":                           {{"May", Date}, {"3 May", Date}},
		"May they rest. March on.":                             nil,
		"Twenty-one people walked 50 miles.":                   {{"Twenty-one", Number}, {"50 miles", Quantity}},
		"She ran 5 feet 3 inches.":                             {{"5 feet 3 inches", Quantity}},
		"In the 1990s, last week, 1,500 Canadian dollars.":     {{"1990s", Date}, {"last week", Date}, {"1,500 Canadian dollars", Money}},
		"Yesterday at noon, at 5 o'clock or 7 pm GMT.":         {{"Yesterday", Date}, {"noon", Time}, {"5 o'clock", Time}, {"7 pm GMT", Time}},
		"One of them said so.":                                 nil,
	} {
		d := lang.Read(story.Raw(copy))
		var got []figure
		for _, m := range withFigures(d, nil) {
			got = append(got, figure{m.In(d.Text), m.Type})
		}
		assert.Equal(t, want, got, copy)
	}
}
