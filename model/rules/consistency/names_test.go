package consistency

import (
	"testing"

	ledger "stet/model/names"
	"stet/model/rules/rulestest"
)

func TestNameRules(t *testing.T) {
	if err := ledger.Ready(); err != nil {
		t.Skip("no recogniser in this build: " + err.Error())
	}
	rulestest.Run(t, NewNames())
}
