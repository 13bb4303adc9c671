package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSlipCostOrder(t *testing.T) {
	// In each row the first pair is the likelier slip.
	for _, c := range [][4]string{
		{"goverment", "government", "goxernment", "government"},
		{"recieve", "receive", "rezeive", "receive"},
		{"succesful", "successful", "suctessful", "successful"},
		{"yhe", "the", "xhe", "the"},
		{"isnt", "isn't", "isnt", "isnit"},
		{"definate", "definite", "defixite", "definite"},
		{"bat", "bit", "bat", "at"},
	} {
		assert.Less(t, SlipCost(c[0], c[1]), SlipCost(c[2], c[3]), c)
	}
	assert.Zero(t, SlipCost("same", "same"))
	assert.InDelta(t, 0.75, SlipCost("form", "from"), 1e-9)
	assert.Greater(t, SlipCost("house", "mouse"), SlipCost("house", "horse"))
}
