package assets

import (
	"os"
	"syscall"
	"unsafe"
)

// Rest unmaps the pages of the large files: call it when nothing has been
// checked for a while. They are clean and stay in the system's cache; whoever
// looks at one again gets it back within microseconds. It is safe for
// concurrent use.
func Rest() {
	page := os.Getpagesize()
	for _, s := range large {
		b := unsafe.Slice(unsafe.StringData(*s), len(*s))
		// Whole pages only: beside them lies what belongs to somebody else.
		if into := int(uintptr(unsafe.Pointer(unsafe.SliceData(b))) % uintptr(page)); into > 0 {
			b = b[min(len(b), page-into):]
		}
		b = b[:len(b)/page*page]
		if len(b) > 0 {
			_ = syscall.Madvise(b, syscall.MADV_DONTNEED) // what fails stays mapped
		}
	}
}
