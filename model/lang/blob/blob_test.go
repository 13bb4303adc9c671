package blob

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPackRoundTrip(t *testing.T) {
	b := Pack("STETTEST", []byte("abc"), nil, AppendU32s(nil, 7, 1<<31), AppendU16s(nil, 9, 65535))
	s, err := Unpack(b, "STETTEST", 4)
	require.NoError(t, err)
	assert.Equal(t, "abc", string(s[0]))
	assert.Empty(t, s[1])
	assert.Equal(t, uint32(1<<31), U32(s[2], 1))
	assert.Equal(t, uint16(65535), U16(s[3], 1))
}

func TestUnpackRefuses(t *testing.T) {
	b := Pack("STETTEST", []byte("abcdefgh"))
	_, err := Unpack(b, "STETLESS", 1)
	assert.ErrorContains(t, err, "not a STETLESS file")
	_, err = Unpack(b, "STETTEST", 2)
	assert.ErrorContains(t, err, "1 sections")
	_, err = Unpack(b[:len(b)-1], "STETTEST", 1)
	assert.ErrorContains(t, err, "cut short")
	_, err = Unpack(b[:5], "STETTEST", 1)
	assert.Error(t, err)
}
