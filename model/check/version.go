package check

// Version is Stet's version; RulebookVersion changes with every change of the
// rules or the models behind them. Both go into reports and replies.
const (
	Version         = "0.1.0"
	RulebookVersion = "2026.11"
)
