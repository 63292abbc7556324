package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// line is one line of a page as a browser shows it.
type line struct {
	text  string
	links int        // characters of it that are links
	node  *html.Node // block that it stands in
	head  bool       // it is a heading element
}

// prose counts the characters of a line that speaks in sentences: 全年生产总值增长6.7%，…;
// a menu, a notice or a line of links has none.
func (l line) prose() int {
	n, han, marks := 0, 0, 0
	for _, r := range l.text {
		n++
		if unicode.Is(unicode.Han, r) {
			han++
		}
		if strings.ContainsRune("，。；！？,;", r) {
			marks++
		}
	}
	if l.links*2 > n || marks == 0 || n < 12 || han*3 < n || chrome(l.text) {
		return 0
	}
	return n
}

// liner renders a tree as lines.
type liner struct {
	lines []line
	text  strings.Builder
	links int
	link  int  // depth of open a elements
	head  int  // depth of open heading elements
	space bool // white space is due
	soft  bool // a line break of the source is part of it
	nbsp  bool // it is one no-break space
	pre   int
	flat  int // inside a table row, where blocks end no line
}

// pageLines are the lines of the tree, scripts, forms and hidden parts left out.
func pageLines(root *html.Node) []line {
	var l liner
	l.walk(root, root)
	l.end(root)
	return l.lines
}

// walk renders n, which stands in block.
func (l *liner) walk(n, block *html.Node) {
	switch n.Type {
	case html.TextNode:
		l.add(n.Data, block)
		return
	case html.ElementNode:
		if unseen(n) {
			return
		}
		if n.DataAtom == atom.Tr && dataRow(n) {
			l.row(n, block)
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	if n.Type != html.ElementNode || !isBlock(n) || l.flat > 0 {
		l.inline(n, block)
		return
	}
	l.end(block)
	l.inline(n, n)
	l.end(n)
}

// inline renders the children of n.
func (l *liner) inline(n, block *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		if l.flat == 0 {
			l.end(block)
		}
	case atom.A:
		l.link++
		defer func() { l.link-- }()
	case atom.H1, atom.H2, atom.H3:
		l.head++
		defer func() { l.head-- }()
	case atom.Pre, atom.Textarea:
		l.pre++
		defer func() { l.pre-- }()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.walk(c, block)
	}
}

// row renders a table row as one line, its cells set off by tabs: 粮食产量	万吨	46.7.
func (l *liner) row(tr, block *html.Node) {
	l.end(block)
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if l.text.Len() > 0 {
			l.space = false
			l.text.WriteByte('\t')
		}
		l.flat++
		l.inline(c, tr)
		l.flat--
	}
	l.end(tr)
}

// add appends text, its white space collapsed. A line break in the source between two
// Chinese characters is the editor's, not the author's.
func (l *liner) add(s string, block *html.Node) {
	for _, r := range s {
		switch {
		case r == '\n' && l.pre > 0:
			l.end(block)
		case r == '\n':
			l.space, l.soft = true, true
		case r == '\u00A0':
			l.nbsp = !l.space
			l.space = true
		case r == ' ' || r == '\t' || r == '\f':
			l.space, l.nbsp = true, false
		case r == '\u200B' || r == '\uFEFF' || r == '\u00AD':
		default:
			if l.space && l.text.Len() > 0 && !(l.soft && l.afterHan()) {
				l.gap()
			}
			l.space, l.soft, l.nbsp = false, false, false
			l.put(r)
		}
	}
}

// put appends one character.
func (l *liner) put(r rune) {
	l.text.WriteRune(r)
	if l.link > 0 {
		l.links++
	}
}

// gap appends a space. A no-break space is kept for now: it may set off thousands.
func (l *liner) gap() {
	if l.nbsp {
		l.put('\u00A0')
		return
	}
	l.put(' ')
}

// afterHan reports whether the line so far ends in a Chinese character or mark.
func (l *liner) afterHan() bool {
	s := l.text.String()
	return s != "" && s[len(s)-1] >= 0x80
}

// end closes the line.
func (l *liner) end(block *html.Node) {
	text := strings.TrimFunc(joinThousands(l.text.String()), unicode.IsSpace)
	if len(text) > 1 { // a lone quote or bar is left over from the page's making
		l.lines = append(l.lines, line{text, l.links, block, l.head > 0})
	}
	l.text.Reset()
	l.links, l.space, l.soft, l.nbsp = 0, false, false, false
}

// joinThousands takes the no-break spaces out of numbers (1 203.5亿元) and makes the
// others plain spaces.
func joinThousands(s string) string {
	const nbsp = "\u00A0"
	before, rest, ok := strings.Cut(s, nbsp)
	if !ok {
		return s
	}
	var b strings.Builder
	b.WriteString(before)
	for {
		var next string
		next, rest, ok = strings.Cut(rest, nbsp)
		digits := len(next) - len(strings.TrimLeft(next, "0123456789"))
		if s := b.String(); digits != 3 || s == "" || s[len(s)-1] < '0' || s[len(s)-1] > '9' {
			b.WriteByte(' ')
		}
		b.WriteString(next)
		if !ok {
			return b.String()
		}
	}
}
