package main

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/check"
	"stet/model/clean"
	"stet/model/measuring"
	"stet/model/wire"
)

// TestTheStoryThatStetWasAskedForWith reads, cleans and checks a publisher's
// story of the measuring set from end to end. No rule knows it.
func TestTheStoryThatStetWasAskedForWith(t *testing.T) {
	dir := measuring.Folder(t)
	ctx := context.Background()
	stories, err := wire.ReadFile(ctx, filepath.Join(dir, "stories", "cuba-prisoners.txt"))
	require.NoError(t, err)
	require.Len(t, stories, 1)
	clean.Story(ctx, stories[0])
	r, err := check.New().Story(ctx, check.Input{Story: stories[0]})
	require.NoError(t, err)

	fixes := map[string]string{}
	at := map[string]bool{}
	for _, f := range r.Flags {
		words := f.Span.In(r.Copy.Text)
		at[f.Rule+" "+words] = true
		if len(f.Fixes) > 0 {
			fixes[words] = f.Fixes[0].Text
		}
	}
	for wrong, right := range map[string]string{
		"if": "of", "18-months": "18 months", "65-year old": "65-year-old", "high-levels": "high-level", "—were": "— were",
		"US'": "US's", "In": "in",
	} {
		assert.Equal(t, right, fixes[wrong], wrong)
	}
	for _, want := range []string{
		"sourcing.anonymous Anonymous US officials", "sourcing.anonymous One of the unnamed officials", "sourcing.anonymous the official",
		"sourcing.no-reason Anonymous US officials", "sourcing.hearsay Reuters", "sourcing.lead-second-hand Anonymous US officials",
		"sourcing.inflated the US government", `sourcing.scare-quote "democracy program"`, "sourcing.no-byline Anonymous US officials",
		"consistency.byline-handle ", "consistency.figure-conflict 53 American prisoners",
		"consistency.year-missing December 17", "consistency.year-missing January 21-22",
	} {
		assert.True(t, at[want], want)
	}
	for _, f := range r.Flags {
		words := f.Span.In(r.Copy.Text)
		for _, right := range []string{"détente", "Espinosa", "Gross", "Guantanamo", "Raul", "US", "21-22", "dozens", "The US Interests Section", "Cuba"} {
			assert.NotEqual(t, right, words, f.Rule)
		}
	}
	announced := ""
	for _, a := range r.Sources.Attributions {
		if a.Cue.In(r.Copy.Text) == "announced" {
			announced = a.Source.In(r.Copy.Text)
		}
	}
	assert.Equal(t, "US President Barack Obama and Cuban leader Raul Castro", announced)
	kinds := map[string]string{}
	for _, n := range r.Names.Names {
		kinds[n.Canonical] = string(n.Type)
	}
	for name, kind := range map[string]string{
		"Barack Obama": "person", "Raul Castro": "person", "Alan Gross": "person", "Reuters": "org", "US Interests Section": "org",
		"White House": "org", "Congress": "org", "Havana": "place", "Washington": "place", "Cuba": "place", "Guantanamo Bay": "place", "Cuban Five": "group",
	} {
		assert.Equal(t, kind, kinds[name], name)
	}
}
