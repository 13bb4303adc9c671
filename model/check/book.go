package check

import "stet/model/rules"

// paragraphCheckers are all checkers that look at one paragraph at a time.
func paragraphCheckers() []rules.ParagraphChecker {
	return []rules.ParagraphChecker{}
}

// storyCheckers are all checkers that look at a whole story.
func storyCheckers() []rules.StoryChecker {
	return []rules.StoryChecker{}
}
