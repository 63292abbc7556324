package source

import (
	"strings"

	"golang.org/x/net/html"
)

// minProse is how many characters in sentences a page must have to be a report at all:
// an index page of a city's website has none.
const minProse = 30

// mainText is the report in a page: the lines of the block that holds the sentences,
// with the title above it, without the site's own lines around them.
func mainText(root *html.Node) string {
	lines := pageLines(root)
	p := proseBelow(root, lines)
	lines = withoutAside(lines, p, p[root])
	p = proseBelow(root, lines)
	if p[root] < minProse {
		return ""
	}
	first, last := within(lines, container(root, p))
	core := trimTail(trimHead(lines[first:last]))
	core = append(titleAbove(root, lines[:first], core), core...)
	var b strings.Builder
	for _, l := range core {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// proseBelow counts the prose in and below each node that has any.
func proseBelow(root *html.Node, lines []line) map[*html.Node]int {
	p := map[*html.Node]int{}
	for _, l := range lines {
		if n := l.prose(); n > 0 {
			p[l.node] += n
		}
	}
	var sum func(n *html.Node) int // a tree is at most 512 deep, see html.Parse
	sum = func(n *html.Node) int {
		total := p[n]
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			total += sum(c)
		}
		if total > 0 {
			p[n] = total
		}
		return total
	}
	sum(root)
	return p
}

// container goes down from root for as long as one child holds nine tenths of the
// prose, which ends at the block whose children are the paragraphs.
func container(root *html.Node, p map[*html.Node]int) *html.Node {
	at := root
	for {
		next := (*html.Node)(nil)
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			if p[c]*10 >= p[root]*9 {
				next = c
			}
		}
		if next == nil || !isBlock(next) {
			return at
		}
		at = next
	}
}

// within is the range of the lines that stand in or below the block.
func within(lines []line, block *html.Node) (first, last int) {
	below := map[*html.Node]bool{block: true}
	for n := range block.Descendants() {
		below[n] = true
	}
	first = len(lines)
	for i, l := range lines {
		if below[l.node] {
			first, last = min(first, i), i+1
		}
	}
	return min(first, last), last
}

// asides are parts of class and id names that websites give to what surrounds a text:
// share buttons, related news, breadcrumbs, footers, codes to scan.
func asides() []string {
	return []string{
		"share", "fenxiang", "related", "relate", "xgxw", "xgyd", "xglj", "tuijian", "recommend", "nav", "menu", "crumb",
		"position", "weizhi", "dqwz", "foot", "copyright", "sidebar", "qrcode", "ewm", "erweima", "saoyisao", "print",
		"toolbar", "prevnext", "comment", "pinglun", "login", "search", "fontsize", "ziti",
	}
}

// withoutAside drops the lines in blocks named as an aside, unless such a block holds
// half of the page's prose: on some sites class="content-position" is the text.
func withoutAside(lines []line, p map[*html.Node]int, total int) []line {
	verdict := map[*html.Node]bool{}
	names := asides()
	var aside func(n *html.Node) bool
	aside = func(n *html.Node) bool {
		if n == nil {
			return false
		}
		v, known := verdict[n]
		if !known {
			v = namedAside(n, names) && p[n]*2 < total || aside(n.Parent)
			verdict[n] = v
		}
		return v
	}
	var kept []line
	for _, l := range lines {
		if !aside(l.node) {
			kept = append(kept, l)
		}
	}
	return kept
}

// namedAside reports whether the class or id of n names an aside.
func namedAside(n *html.Node, names []string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		v := strings.ToLower(a.Val)
		for _, s := range names {
			if strings.Contains(v, s) {
				return true
			}
		}
	}
	return false
}
