package check

import (
	"stet/model/rules"
	"stet/model/rules/consistency"
	"stet/model/rules/furniture"
	"stet/model/rules/sourcing"
	"stet/model/rules/style"
	"stet/model/rules/typo/grammar"
	"stet/model/rules/typo/marks"
	"stet/model/rules/typo/realword"
	"stet/model/rules/typo/spelling"
)

// paragraphCheckers are all checkers that look at one paragraph at a time.
func paragraphCheckers() []rules.ParagraphChecker {
	return []rules.ParagraphChecker{
		spelling.New(),
		realword.New(),
		grammar.New(),
		marks.New(),
		style.New(),
	}
}

// storyCheckers are all checkers that look at a whole story.
func storyCheckers() []rules.StoryChecker {
	return []rules.StoryChecker{
		spelling.NewRegion(),
		marks.NewStory(),
		style.NewStory(),
		sourcing.New(),
		consistency.NewNames(),
		consistency.NewFacts(),
		furniture.New(),
	}
}
