package names

import (
	"context"

	"stet/model/lang"
)

// variants finds words that look like slips in names.
func variants(ctx context.Context, k *knowledge, d *lang.Doc, l *Ledger, o Options) []Variant {
	return nil
}
