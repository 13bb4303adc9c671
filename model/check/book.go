package check

import (
	"stet/model/rules"
	"stet/model/rules/furniture"
	"stet/model/rules/typo/spelling"
)

// paragraphCheckers are all checkers that look at one paragraph at a time.
func paragraphCheckers() []rules.ParagraphChecker {
	return []rules.ParagraphChecker{
		spelling.New(),
	}
}

// storyCheckers are all checkers that look at a whole story.
func storyCheckers() []rules.StoryChecker {
	return []rules.StoryChecker{
		furniture.New(),
	}
}
