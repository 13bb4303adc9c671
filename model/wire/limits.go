package wire

// The limits that keep hostile input from taking the machine. They lie far
// above anything that a wire service sends.
const (
	maxFile     = 64 << 20  // bytes of one file, or of one member of an archive
	maxUnpacked = 256 << 20 // bytes unpacked from archives and messages, all parts of one file together
	maxMembers  = 5000      // members of one archive
	maxNesting  = 4         // archives and messages within one another
	maxDepth    = 500       // elements within one another in markup
	maxNodes    = 600_000   // elements and texts in one document
	maxMarkup   = 16 << 20  // bytes of one web page or JSON document, which take many times their size to hold
	maxLines    = 1_000_000 // lines of one text
	maxStories  = 20_000    // stories from one file
)
