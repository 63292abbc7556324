package source

import (
	"path"
	"strings"
	"unicode/utf8"
)

// wanted reports whether a member may be a report by its name and folders.
func wanted(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part != "." && part != ".." && hidden(part) {
			return false
		}
	}
	return reportName(path.Base(name))
}

// leaves reports whether a member's name points outside of the archive.
func leaves(name string) bool {
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// memberName decodes a member's name: Chinese Windows packs names in GBK and says
// nothing about it.
func memberName(name string, foreign bool) string {
	if foreign && !utf8.ValidString(name) {
		if d, err := decodeAs([]byte(name), nameCharset(name)); err == nil {
			name = d.text
		}
	}
	return strings.ReplaceAll(strings.ToValidUTF8(name, "\uFFFD"), "\\", "/")
}

// nameCharset is gb18030 unless only Big5 makes sense of a name: 報告 in a short name
// tells too little for detect.
func nameCharset(name string) string {
	best, bestBad := "gb18030", len(name)
	for _, c := range charsets() {
		if c.name != "gb18030" && c.name != "big5" {
			continue
		}
		if d, err := c.decode([]byte(name)); err == nil && d.repairs < bestBad {
			best, bestBad = c.name, d.repairs
		}
	}
	return best
}
