package wire

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stet/model/story"
)

// object is a JSON object whose shape differs from version to version and from
// agency to agency; its methods look under several names and take what fits.
type object map[string]any

// text is the first of the names that holds a text, or a number as text.
func (o object) text(names ...string) string {
	for _, n := range names {
		switch v := o[n].(type) {
		case string:
			if strings.TrimSpace(v) != "" {
				return v
			}
		case json.Number:
			return v.String()
		}
	}
	return ""
}

// number is the first of the names that holds a whole number, also as text.
func (o object) number(names ...string) int {
	n, _ := strconv.Atoi(o.text(names...))
	return n
}

// child is the first of the names that holds an object, or nil.
func (o object) child(names ...string) object {
	for _, n := range names {
		if c, ok := o[n].(map[string]any); ok {
			return c
		}
	}
	return nil
}

// list is the objects of the first of the names that holds an array; texts in
// it become objects with a name.
func (o object) list(names ...string) []object {
	for _, n := range names {
		a, ok := o[n].([]any)
		if !ok {
			continue
		}
		var out []object
		for _, e := range a {
			switch e := e.(type) {
			case map[string]any:
				out = append(out, e)
			case string:
				out = append(out, object{"name": e, "value": e})
			}
		}
		return out
	}
	return nil
}

// looksJSON reports whether d is a JSON object or array.
func looksJSON(d *document) bool {
	h := d.head
	if h == "" || (h[0] != '{' && h[0] != '[') {
		return false
	}
	rest := strings.TrimLeft(h[1:], " \t\r\n")
	return rest == "" || strings.ContainsAny(rest[:1], `"{[}]`)
}

// parseJSON decodes d. Depth is bounded by encoding/json, size by the file's.
func parseJSON(d *document) (any, error) {
	if len(d.data) > maxMarkup {
		return nil, d.fail(fmt.Sprintf("the JSON has %d MB and is read up to %d MB", len(d.data)>>20, maxMarkup>>20), "split it into its stories", nil)
	}
	t, _ := decode(d.data, "")
	dec := json.NewDecoder(strings.NewReader(t))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		problem := "the JSON is broken (" + err.Error() + ")"
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			upTo := t[:min(int(max(syntax.Offset, 0)), len(t))]
			problem = fmt.Sprintf("the JSON is broken at line %d (%s)", 1+strings.Count(upTo, "\n"), syntax)
		}
		if errors.Is(err, io.ErrUnexpectedEOF) {
			problem = "the file breaks off in the middle of the JSON"
		}
		return nil, d.fail(problem, "ask for the file again, or paste the story's text", err)
	}
	return v, nil
}

// readJSON reads stories in JSON: a JSON Feed, ninjs of any version, what AP,
// the BBC and Reuters make of it, and lists and envelopes of these.
func readJSON(ctx context.Context, d *document) ([]*story.Story, error) {
	v, err := parseJSON(d)
	if err != nil {
		return nil, err
	}
	if o, ok := v.(map[string]any); ok && isFeed(o) {
		d.format = formatNamed("jsonfeed")
		return jsonFeed(d, o)
	}
	var out []*story.Story
	holds := ""
	for _, item := range jsonItems(v, 0) {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		s := ninjs(item)
		if s == nil {
			if holds == "" {
				holds = ninjsHolds(item)
			}
			continue
		}
		finish(s)
		out = append(out, s)
		if len(out) >= maxStories {
			break
		}
	}
	if len(out) == 0 {
		if holds == "" {
			holds = "this JSON is in no form of story known here"
		}
		return nil, d.noStory(holds)
	}
	return out, nil
}

// isFeed reports whether an object is a JSON Feed: it says so, or its items have
// what the entries of one have.
func isFeed(o object) bool {
	if strings.Contains(o.text("version"), "jsonfeed.org") || o.text("feed_url", "home_page_url") != "" && o["items"] != nil {
		return true
	}
	for _, i := range o.list("items") {
		return i.text("title") != "" && i.text("content_html", "content_text", "content", "description") != "" && !isItem(i)
	}
	return false
}

// jsonItems finds the items in v: v itself, the elements of a list, or what the
// usual envelopes hold.
func jsonItems(v any, depth int) []object {
	if depth > 6 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		var out []object
		for _, e := range v {
			out = append(out, jsonItems(e, depth+1)...)
		}
		return out
	case map[string]any:
		if isItem(v) {
			return []object{v}
		}
		if form := formItem(v); form != nil {
			return []object{form}
		}
		for _, key := range [...]string{"data", "item", "items", "_items", "results", "result", "response", "docs", "articles", "stories", "news", "hits", "_source"} {
			if inner, ok := v[key]; ok {
				if found := jsonItems(inner, depth+1); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// isItem reports whether an object has what a story, a picture or an event in
// ninjs has.
func isItem(o map[string]any) bool {
	if o["$schema"] != nil && o["properties"] != nil {
		return false
	}
	for _, key := range [...]string{"headline", "headlines", "headLine", "body_html", "body_text", "body_xhtml", "bodies", "pubstatus", "pubStatus", "versioncreated", "versionCreated", "bodyXhtml", "bodyXHtml"} {
		if o[key] != nil {
			return true
		}
	}
	for key := range o {
		if strings.HasPrefix(key, "body_") || strings.HasPrefix(key, "headline_") {
			return true
		}
	}
	return false
}

// formItem turns the answers of a web form, lists of one text each under the
// labels of its fields, into an item; nil where o is none.
func formItem(o map[string]any) object {
	item := object{}
	for label, v := range o {
		if a, ok := v.([]any); ok && len(a) > 0 {
			v = a[0]
		}
		switch strings.ToLower(label) {
		case "body":
			item["body_text"] = v
		case "abstract":
			item["description_text"] = v
		case "priority":
			item["urgency"] = v
		case "headline", "slugline", "dateline", "byline", "section":
			item[strings.ToLower(label)] = v
		}
	}
	if item.text("headline") == "" || item.text("body_text") == "" {
		return nil
	}
	return item
}
