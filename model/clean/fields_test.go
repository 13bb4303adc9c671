package clean

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestParseDateline(t *testing.T) {
	near := time.Date(2015, 1, 14, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		in, place, agency, date, day, rest string
	}{
		{"HAVANA, Jan 12 (Reuters) - Cuba has released", "HAVANA", "Reuters", "Jan 12", "2015-01-12", "Cuba has released"},
		{"WASHINGTON (AP) — The House", "WASHINGTON", "AP", "", "", "The House"},
		{"MANILA, Nov. 24 (Xinhua) -- The president", "MANILA", "Xinhua", "Nov. 24", "2014-11-24", "The president"},
		{"EUGENE, Ore. (AP) - Oregon", "EUGENE, Ore.", "AP", "", "", "Oregon"},
		{"NEW YORK - The trade center", "NEW YORK", "", "", "", "The trade center"},
		{"New Delhi, Jan 13 (IANS): Check", "New Delhi", "IANS", "Jan 13", "2015-01-13", "Check"},
		{"Dehradun (PTI): The institute", "Dehradun", "PTI", "", "", "The institute"},
		{"HONOLULU _ South Korean golfer", "HONOLULU", "", "", "", "South Korean golfer"},
		{"SAN FRANCISCO, Jan. 9 /PRNewswire/ -- Coverity", "SAN FRANCISCO", "PRNewswire", "Jan. 9", "2015-01-09", "Coverity"},
		{"SAITAMA, Japan — Two skaters", "SAITAMA, Japan", "", "", "", "Two skaters"},
		{"PARIS, 12 January 2013 (AFP) – France", "PARIS", "AFP", "12 January 2013", "2013-01-12", "France"},
		{"BAHIR DAR, Ethiopia—The river", "BAHIR DAR, Ethiopia", "", "", "", "The river"},
		{"ST. PAUL, Minn. -- Supporters", "ST. PAUL, Minn.", "", "", "", "Supporters"},
		{"(Reuters) - Shares fell", "", "Reuters", "", "", "Shares fell"},

		{in: "The vote - the last of the year - was close"},
		{in: "He said - and meant it - that"},
		{in: "A well-known man walked in"},
		{in: "WONDER DRUG? - Caffeine helps"},
		{in: "Smith (AP) was there"},
		{in: "No dash at all"},
		{in: ""},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			d, n := parseDateline(tt.in, near)
			assert.Equal(t, tt.place, d.Place)
			assert.Equal(t, tt.agency, d.Agency)
			assert.Equal(t, tt.date, d.Date)
			if tt.day != "" {
				assert.Equal(t, tt.day, d.Time.Format("2006-01-02"))
			}
			if tt.rest == "" {
				assert.Zero(t, n)
			} else {
				assert.Equal(t, tt.rest, tt.in[n:])
			}
		})
	}
}

func TestByline(t *testing.T) {
	tests := []struct {
		in    string
		bare  bool
		names []string
		is    bool
	}{
		{"By Marta Quill", false, []string{"Marta Quill"}, true},
		{"BY MARTA QUILL AND BO RENN", false, []string{"Marta Quill", "Bo Renn"}, true},
		{"By Marta Quill, Political Editor", false, []string{"Marta Quill"}, true},
		{"By Jean-Luc de Witt, Ann O'Hara and Bo Renn", false, []string{"Jean-Luc de Witt", "Ann O'Hara", "Bo Renn"}, true},
		{"By MARTA QUILL, Associated Press Writer 1 hour, 32 minutes ago", false, []string{"Marta Quill"}, true},
		{"Written by Marta Quill | March 12, 2024", false, []string{"Marta Quill"}, true},
		{"by Marta Quill - January 2 2008", false, []string{"Marta Quill"}, true},
		{"By Marta Quill in London", false, []string{"Marta Quill"}, true},
		{"By Staff Reporter", false, nil, true},
		{"By Agencies", false, nil, true},
		{"Marta Quill, The Province", true, []string{"Marta Quill"}, true},
		{"Marta Quill", true, []string{"Marta Quill"}, true},
		{"Marta Quill", false, nil, false},
		{"By Monday, all had gone", false, nil, false},
		{"By the end of the year", false, nil, false},
		{"By then it was over.", false, nil, false},
		{"By March 2024 the boat was full", false, nil, false},
		{"Boost Your Immune System", true, nil, false},
		{"She said so.", true, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			names, v := byline(tt.in, measure(tt.in), tt.bare)
			assert.Equal(t, tt.names, names)
			assert.Equal(t, tt.is, v.confidence >= sure)
		})
	}
}

func TestDateLine(t *testing.T) {
	tests := []struct {
		in string
		is bool
	}{
		{"January 18, 2008", true},
		{"Friday 18 January 2008 16:00 GMT", true},
		{"Published: Friday, January 18, 2008", true},
		{"Last Updated: 6:10 PM Dec 31, 2007", true},
		{"2007-11-24 16:23:08", true},
		{"01/10/2008", true},
		{"The vote was on January 18, 2008.", false},
		{"January was cold.", false},
		{"2,000 boats", false},
		{"June 21.", false},
		{"May 17. 2 len 4th 55 Soulsana 57 1600m 3yo", false},
		{"2.90 Hipparchus", false},
		{"7.30 p.m. Friday", true},
		{"May", false},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.is, dateLine(tt.in, measure(tt.in)).confidence >= sure, tt.in)
	}
}

func TestTailNames(t *testing.T) {
	assert.Equal(t, []string{"Marta Quill", "Bo Renn", "Ann Tarr"}, tailNames("(Reporting by Marta Quill in Port Corrie and Bo Renn; Writing by Ann Tarr; Editing by Hugh Orr)"))
	assert.Empty(t, tailNames("(Editing by Hugh Orr)"))
}
