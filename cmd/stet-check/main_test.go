package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const page = `News

Storm shuts nothern ports

By Ann Lee

The nothern ports were shut on Monday after a storm that nobody had foreseen, the harbour office said.

Advertisement

Ships waited outside Brest for two days, and some of them sailed on to the south without unloading.
`

// checkOf runs the command and returns its status and what it printed.
func checkOf(t *testing.T, stdin string, args ...string) (int, string, string) {
	t.Helper()
	var out, errs bytes.Buffer
	status := run(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

func TestBatchAnswersInOrder(t *testing.T) {
	var in strings.Builder
	e := json.NewEncoder(&in)
	for _, q := range []map[string]string{
		{"id": "a", "text": page}, {"id": "b", "path": "/nowhere/at/all.txt"}, {"id": "c", "text": "Élan: a nothern wind."},
	} {
		require.NoError(t, e.Encode(q))
	}
	in.WriteString("\nno json\n")
	status, out, errs := checkOf(t, in.String(), "--batch")
	require.Equal(t, ok, status, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 4)
	var r [4]reply
	for i, l := range lines {
		require.NoError(t, json.Unmarshal([]byte(l), &r[i]))
	}
	assert.Equal(t, []string{"a", "b", "c", ""}, []string{r[0].ID, r[1].ID, r[2].ID, r[3].ID})
	assert.Equal(t, "Storm shuts nothern ports", r[0].Story.Headline)
	assert.Equal(t, []string{"Ann Lee"}, r[0].Story.Byline)
	require.Len(t, r[0].Story.Body, 2)
	var reasons []string
	for _, f := range r[0].Furniture {
		reasons = append(reasons, f.Reason)
	}
	assert.Subset(t, reasons, []string{"section label", "advertisement"})
	assert.Contains(t, r[1].Error, "/nowhere/at/all.txt")
	assert.NotEmpty(t, r[3].Error)
}

func TestOffsetsAreCodePoints(t *testing.T) {
	in := "Élan – the 😀 café is shut. " + strings.Repeat("é", 200) + " It was a nothern wind that did it."
	b, err := json.Marshal(map[string]string{"id": "a", "text": in})
	require.NoError(t, err)
	_, out, _ := checkOf(t, string(b), "--batch", "--raw", "--only", "typo")
	var r reply
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Equal(t, in, r.Text, "raw copy comes back as it was")
	assert.Nil(t, r.Story)
	found := false
	for _, f := range r.Flags {
		assert.Equal(t, "typo", f.Kind)
		if string([]rune(in)[f.Start:f.End]) == "nothern" {
			found = true
			require.NotEmpty(t, f.Fixes)
			assert.Equal(t, "northern", f.Fixes[0].Text)
		}
	}
	assert.True(t, found, "%+v", r.Flags)
}

func TestFilesGiveLineAndColumn(t *testing.T) {
	path := file(t, "storm.txt", page)
	status, out, errs := checkOf(t, "", "--only", "typo", path)
	assert.Equal(t, flagged, status)
	assert.Empty(t, errs)
	assert.Contains(t, out, path+":3:13: ")
	assert.Contains(t, out, path+":7:5: ")
	assert.Contains(t, out, "The [nothern] ports")
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want int
		says string
	}{
		{"nothing flagged", []string{"--only", "typo", file(t, "a.txt", "The ports were shut on Monday.\n")}, ok, ""},
		{"a file that is not there", []string{"/nowhere.txt"}, failed, "/nowhere.txt"},
		{"no file", nil, failed, "usage"},
		{"an unknown format", []string{"--format", "xml", "a"}, failed, "xml"},
		{"an unknown kind", []string{"--only", "spelling", "a"}, failed, "spelling"},
		{"an unknown flag", []string{"--loud"}, failed, "loud"},
		{"files and batch", []string{"--batch", "a"}, failed, "--batch"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, _, errs := checkOf(t, "", c.args...)
			assert.Equal(t, c.want, status, errs)
			assert.Contains(t, errs, c.says)
		})
	}
}

func TestSARIF(t *testing.T) {
	_, out, _ := checkOf(t, "", "--format", "sarif", "--only", "typo", file(t, "storm.txt", page))
	var log struct {
		Version string
		Runs    []struct {
			Tool    struct{ Driver struct{ Rules []sarifRule } }
			Results []sarifResult
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	assert.Equal(t, "2.1.0", log.Version)
	require.Len(t, log.Runs, 1)
	require.NotEmpty(t, log.Runs[0].Results)
	r := log.Runs[0].Results[0]
	assert.Equal(t, 3, r.Locations[0].Physical.Region.StartLine)
	require.NotEmpty(t, log.Runs[0].Tool.Driver.Rules)
	assert.Equal(t, r.RuleID, log.Runs[0].Tool.Driver.Rules[0].ID)
}

func TestJSONFormat(t *testing.T) {
	_, out, _ := checkOf(t, "", "--format", "json", "--only", "sourcing", file(t, "storm.txt", page))
	var r reply
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	for _, f := range r.Flags {
		assert.Equal(t, "sourcing", f.Kind)
	}
	assert.NotEmpty(t, r.Text)
}

func TestIndex(t *testing.T) {
	t1 := strings.Repeat("aé😀", 100)
	x := newIndex(t1)
	n := 0
	for i := range t1 {
		assert.Equal(t, n, x.points(i))
		n++
	}
	assert.Equal(t, n, x.points(len(t1)))
}
