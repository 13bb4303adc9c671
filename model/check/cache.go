package check

import (
	"context"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/story"
)

// keep is how many paragraphs one generation of the cache holds: some forty
// stories.
const keep = 2048

type key struct {
	text string
	role story.Role
	raw  bool
	gen  int
}

// entry is what depends on a paragraph alone.
type entry struct {
	para  *lang.Paragraph
	flags [][]flag.Flag // by paragraph checker; offsets in the paragraph
}

// cache holds two generations: when the young one is full it becomes the old
// one, and what is still asked for moves back.
type cache struct {
	young, old map[key]*entry
}

func (c *cache) get(k key) *entry {
	if e := c.young[k]; e != nil {
		return e
	}
	if e := c.old[k]; e != nil {
		c.put(k, e)
		return e
	}
	return nil
}

func (c *cache) put(k key, e *entry) {
	if len(c.young) >= keep {
		c.old, c.young = c.young, nil
	}
	if c.young == nil {
		c.young = make(map[key]*entry)
	}
	c.young[k] = e
}

// paragraphOf returns the analysis and the flags of one paragraph. A pass that
// ctx cut short is not kept.
func (c *Checker) paragraphOf(ctx context.Context, t string, r story.Role, ch *choice) *entry {
	k := key{t, r, ch.settings.Raw, ch.gen}
	c.mu.Lock()
	e := c.cache.get(k)
	c.mu.Unlock()
	if e != nil {
		return e
	}
	e = &entry{para: lang.Analyse(t, r), flags: make([][]flag.Flag, len(c.paragraph))}
	for i, pc := range c.paragraph {
		e.flags[i] = pc.CheckParagraph(ctx, e.para, &ch.settings)
	}
	if ctx.Err() == nil {
		c.mu.Lock()
		c.cache.put(k, e)
		c.mu.Unlock()
	}
	return e
}
