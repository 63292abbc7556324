package seeds

import (
	"strings"

	"zhibiao/report"
)

// Prefecture is the name of the prefecture that a code lies in, or is, in a year: 保定市 for
// 130608; empty for what has none above it, as the districts of 北京市.
func (r *Regions) Prefecture(code string, year int) string {
	for range 2 {
		g, ok := r.ByCode(code, year)
		switch {
		case !ok:
			return ""
		case g.Level == report.LevelCity:
			return g.Name
		}
		code = g.Parent
	}
	return ""
}

// CodeNow is the code that a division goes by today: its own while it holds; of one whose code
// has ended that of the division of its level in its province that took its name over in that
// year, as 130608 清苑区 did from 130622 清苑县. It is empty where there is none, or more than
// one: 崇文区 went into 东城区.
func (r *Regions) CodeNow(code string) string {
	const most = 4 // changes that a table of twenty years can hold
	for range most {
		g, ok := r.ByCode(code, 0)
		if !ok || g.To == 0 {
			return g.Code
		}
		next, ok := r.successor(&g)
		if !ok {
			return ""
		}
		code = next
	}
	return ""
}

// successor is the code that took over the name of a division whose code has ended.
func (r *Regions) successor(old *Region) (code string, ok bool) {
	for i := range r.list {
		g := &r.list[i]
		if g.Code == old.Code || g.Level != old.Level || g.Code[:2] != old.Code[:2] || !sharesName(g, old) {
			continue
		}
		if g.From != old.To && (g.To != 0 || g.From > old.To) {
			continue
		}
		if code != "" && code != g.Code {
			return "", false
		}
		code = g.Code
	}
	return code, code != ""
}

// sharesName reports whether two divisions have a name in common, full or short.
func sharesName(a, b *Region) bool {
	if a.isNamed(b.Name) {
		return true
	}
	for short := range strings.SplitSeq(b.Short, " ") {
		if short != "" && a.isNamed(short) {
			return true
		}
	}
	return false
}
