package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// titleAbove are the lines from the page's title to the text: the title itself,
// ——2024年1月9日在吉林市第十七届人民代表大会第三次会议上, 市长 王某某. If the page shows no
// title, the one of its head stands for it.
func titleAbove(root *html.Node, above, core []line) []line {
	title := headTitle(root)
	for _, l := range core[:min(len(core), 8)] {
		if sameTitle(l.text, title) || l.head {
			return nil
		}
	}
	for i := len(above) - 1; i >= 0; i-- {
		l := above[i]
		if l.foreign() || !l.head && !sameTitle(l.text, title) {
			continue
		}
		var kept []line
		for _, k := range above[i:] {
			if !k.foreign() && utf8.RuneCountInString(k.text) <= 60 {
				kept = append(kept, k)
			}
		}
		return kept
	}
	if title == "" || !reportTitle(title) {
		return nil
	}
	return []line{{text: title}}
}

// reportTitle reports whether a title is that of a document and not of a website.
func reportTitle(s string) bool {
	for _, w := range []string{"报告", "规划", "计划", "纲要", "公报", "草案", "報告"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// sameTitle reports whether a line is the title, but for spaces and a site's name.
func sameTitle(text, title string) bool {
	a, b := withoutSpace(text), withoutSpace(title)
	if utf8.RuneCountInString(a) < 4 || b == "" {
		return false
	}
	return a == b || strings.HasPrefix(b, a) || strings.HasPrefix(a, b) && len(a) < 2*len(b)
}

// withoutSpace drops all white space.
func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// headTitle is the title that the page's head gives: its ArticleTitle, or the title
// element up to the site's name (2024年政府工作报告_吉林市人民政府).
func headTitle(root *html.Node) string {
	title := ""
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Meta && strings.EqualFold(attr(n, "name"), "ArticleTitle"):
			if t := strings.TrimSpace(attr(n, "content")); t != "" {
				return t
			}
		case n.DataAtom == atom.Title && title == "" && n.FirstChild != nil:
			title = n.FirstChild.Data
		}
	}
	for _, sep := range []string{"_", "|", " - ", "-", "—"} {
		if before, _, ok := strings.Cut(title, sep); ok && utf8.RuneCountInString(strings.TrimSpace(before)) >= 4 {
			title = before
		}
	}
	return strings.Join(strings.Fields(title), " ")
}

// attr is the value of an attribute, empty if there is none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
