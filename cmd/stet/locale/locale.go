// Package locale gives Fyne a locale that it can read where the system has
// none: with "C.UTF-8" it complains on every start.
//
// Fyne reads the locale while its packages are initialised, before main runs.
// This package must come first. Go initialises the first package, by import
// path, whose own imports are ready; Fyne waits for text/template, which sorts
// behind this one, so importing nothing but os is what makes it come first.
// TestFyneFindsALocale holds that.
package locale

import "os"

// english is what Stet's own words are in.
const english = "en_US.UTF-8"

func init() {
	for name, value := range instead(os.Getenv) {
		_ = os.Setenv(name, value) // fails on malformed names only
	}
}

// instead returns the variables of the environment that must be set, with
// their values. get returns what a variable is now.
func instead(get func(string) string) map[string]string {
	out := map[string]string{}
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := get(name)
		if none(v) {
			out[name] = english
		}
		if v != "" {
			return out // what comes after it is not read
		}
	}
	out["LANG"] = english
	return out
}

// none tells whether a value names no language: "C" and "POSIX", with or
// without a character set.
func none(v string) bool {
	for i := range len(v) {
		if v[i] == '.' {
			v = v[:i]
			break
		}
	}
	return v == "C" || v == "POSIX"
}
