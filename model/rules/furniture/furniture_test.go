package furniture

import (
	"testing"

	"stet/model/rules/rulestest"
)

func TestExamples(t *testing.T) { rulestest.Run(t, New()) }
