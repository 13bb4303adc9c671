package ui

import (
	_ "fyne.io/fyne/v2/test"
	_ "github.com/sahilm/fuzzy"
	_ "github.com/stretchr/testify/require"
)
