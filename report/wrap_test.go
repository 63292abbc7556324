package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A page is how a text is cut to fit paper.
type page struct {
	name   string
	width  int    // columns of a line
	height int    // lines of a page
	foot   string // page number, with %d
	head   string // running head
	blank  bool   // a blank line after each line, as some converters leave
	indent bool   // two full-width spaces before each paragraph
	lost   bool   // the same, lost in conversion: first lines are shorter
}

// wrap cuts the lines of text to the page.
func (p page) wrap(text string) string {
	var b strings.Builder
	lines, pages := 0, 1
	put := func(s string) {
		b.WriteString(s + "\n")
		if p.blank {
			b.WriteString("\n")
		}
		if lines++; lines%p.height == 0 && p.foot != "" {
			fmt.Fprintf(&b, p.foot+"\n", pages)
			if p.head != "" {
				b.WriteString(p.head + "\n")
			}
			pages++
		}
	}
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		if p.indent {
			l = "\u3000\u3000" + l
		}
		start, columns := 0, 0
		if p.lost {
			columns = indentWidth
		}
		for i, r := range l {
			if columns >= p.width && !strings.ContainsRune("，。；：、！？”）》", r) {
				put(l[start:i])
				start, columns = i, 0
			}
			columns += width(string(r))
		}
		put(l[start:])
	}
	return b.String()
}

// sentencesOf are the sentences of d without blanks and noise.
func sentencesOf(d Document) map[string]int {
	all := map[string]int{}
	for _, s := range d.Sections {
		for _, p := range s.Paragraphs {
			for _, q := range p.Sentences {
				text := ""
				at := q.Start
				for _, n := range d.Noise {
					if q.Overlaps(n) {
						text += d.Text[at:max(at, n.Start)]
						at = n.End
					}
				}
				text += d.Text[min(at, q.End):q.End]
				all[squeeze(text)]++
			}
		}
	}
	return all
}

// TestWrapped cuts real reports to fit several pages and asks for the sentences that
// they have uncut.
func TestWrapped(t *testing.T) {
	pages := []page{
		{name: "28 characters, blank lines", width: 56, height: 22, foot: "— %d —", blank: true},
		{name: "36 characters", width: 72, height: 30, foot: "- %d -"},
		{name: "indented", width: 64, height: 25, foot: "第 %d 页 共 30 页", indent: true},
		{name: "running head", width: 80, height: 28, foot: "%d", head: "某市第五届人民代表大会第三次会议文件"},
		{name: "lost indent", width: 58, height: 24, foot: "—%d—", blank: true, lost: true},
		{name: "no page numbers", width: 60, height: 1000},
	}
	found, all := make([]int, len(pages)), make([]int, len(pages))
	for _, file := range corpusFiles(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		if len(b) < 20_000 || strings.Contains(name, "chengde") || strings.Contains(name, "luzhou") {
			continue // itself wrapped, or one line
		}
		want := sentencesOf(Read(name, string(b), nil))
		for i, p := range pages {
			doc := Read(name, p.wrap(string(b)), nil)
			checkTiles(t, doc)
			got := sentencesOf(doc)
			kept, total := 0, 0
			for s, n := range want {
				total += n
				kept += min(n, got[s])
				if got[s] < n && os.Getenv("MISSES") != "" {
					t.Logf("%s, %s: lost %.90s", name, p.name, s)
				}
			}
			found[i] += kept
			all[i] += total
			if kept*100 < total*90 {
				t.Errorf("%s, %s: %d of %d sentences survive", name, p.name, kept, total)
			}
		}
	}
	for i, p := range pages {
		t.Logf("%s: %d of %d sentences survive", p.name, found[i], all[i])
		if found[i]*100 < all[i]*98 {
			t.Errorf("%s: %d of %d sentences survive", p.name, found[i], all[i])
		}
	}
}
