package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dataRow reports whether each cell of a row is one short line: rows of tables that
// only lay out the page hold whole articles.
func dataRow(tr *html.Node) bool {
	cells := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells++
			if blocks(c) > 1 {
				return false
			}
		}
	}
	return cells > 1
}

// blocks counts the blocks and line breaks below n, up to a few.
func blocks(n *html.Node) int {
	count := 0
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (isBlock(c) || c.DataAtom == atom.Br) {
			count++
		}
		if count > 1 {
			break
		}
	}
	return count
}

// isBlock reports whether an element begins and ends a line.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Tbody, atom.Thead,
		atom.Tr, atom.Td, atom.Th, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article,
		atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Blockquote, atom.Pre, atom.Center, atom.Hr,
		atom.Form, atom.Fieldset, atom.Body, atom.Html, atom.Figure, atom.Figcaption, atom.Address, atom.Caption, atom.Textarea:
		return true
	}
	return false
}

// unseen reports whether a browser shows nothing of the element's text, or only controls.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Head, atom.Select, atom.Button,
		atom.Svg, atom.Object, atom.Nav, atom.Footer, atom.Canvas, atom.Video, atom.Audio:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
		if a.Key == "style" {
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}
