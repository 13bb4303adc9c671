package sourcing_test

import (
	"testing"

	"stet/model/rules/rulestest"
	"stet/model/rules/sourcing"
)

func TestExamples(t *testing.T) { rulestest.Run(t, sourcing.New()) }
