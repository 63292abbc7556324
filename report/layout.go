package report

import (
	"slices"
	"strings"
)

// A layout is how the lines of a text stand for its paragraphs.
type layout struct {
	full     int                   // width of a full line where lines were broken to fit a page; 0 if lines are paragraphs
	low      int                   // width from which a line counts as full
	indented bool                  // a broken text whose paragraphs begin with an indent
	bare     [byMainTitle + 1]bool // numberings whose headings stand on lines of their own
	paged    bool                  // has page-number lines
}

// readLayout decides, once for the whole text, whether its lines were broken to fit a
// page: then most lines end in mid-sentence and those that do are nearly equally wide.
func readLayout(text string, lines []line) layout {
	const few = 16
	var open []int
	for _, l := range lines {
		if s := l.In(text); !isEnded(s) && numberAt(s, 0, len(s)).form == unnumbered {
			open = append(open, l.width)
		}
	}
	if len(lines) < few || len(open)*10 < len(lines)*4 {
		return layout{}
	}
	slices.Sort(open)
	full := open[len(open)*9/10]
	near := open[:0]
	for _, w := range open {
		if w*10 >= full*8 && w*10 <= full*11 {
			near = append(near, w)
		}
	}
	if full < 24 || full > 160 || len(near)*10 < len(open)*6 {
		return layout{}
	}
	l := layout{full: full, low: near[len(near)/20]}
	l.readStyle(text, lines)
	return l
}

// readStyle reads from the lines after a short one that ends a paragraph whether
// paragraphs are indented, and from numbered lines whether the headings of a numbering
// stand on lines of their own: they hold no full stop, and most are short.
func (l *layout) readStyle(text string, lines []line) {
	var numbered, alone, runIn [byMainTitle + 1]int
	indented, starts := 0, 0
	for i, x := range lines {
		s := x.In(text)
		if i > 0 && lines[i-1].width < l.low && isEnded(lines[i-1].In(text)) {
			starts++
			if x.indent {
				indented++
			}
		}
		form := numberAt(s, 0, len(s)).form
		if form == unnumbered {
			continue
		}
		numbered[form]++
		switch {
		case contains(s, "。"):
			runIn[form]++
		case x.width < l.low-indentWidth && !isEnded(s):
			alone[form]++
		}
	}
	l.indented = starts > 0 && indented*10 >= starts*7
	for form, n := range numbered {
		l.bare[form] = alone[form]*3 > n+2*runIn[form] || n >= 3 && runIn[form] == 0
	}
}

// splitNoise takes page numbers and running heads out of lines and returns them apart.
func splitNoise(text string, lines []line, lay *layout) (kept []line, noise []Span) {
	bare := bareNumbers(text, lines)
	numbers := 0
	for _, l := range lines {
		if isPageNumber(l.In(text)) {
			numbers++
		}
	}
	lay.paged = numbers >= 2 || bare
	heads := runningHeads(text, lines, *lay)
	kept = lines[:0]
	for _, l := range lines {
		s := l.In(text)
		if isPageNumber(s) || bare && isBareNumber(s) || heads[s] {
			noise = append(noise, l.Span)
			continue
		}
		kept = append(kept, l)
	}
	return kept, noise
}

// isPageNumber reports whether a line is a page number with its ornament: — 22 —, -3-,
// 第3页, 第 3 页 共 20 页, ·5·. The closing dash may be lost at the end of a text.
func isPageNumber(s string) bool {
	if len(s) > 60 {
		return false
	}
	const dashes = "—－-–─·・•~～"
	inner := strings.Trim(s, dashes+" \u3000\u00a0\t")
	if inner != s && inner != "" {
		_, n := digitsAt(inner)
		return n == len(inner) && strings.ContainsAny(s, dashes)
	}
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		rest = strings.TrimLeft(rest, " \u3000")
		if _, n := digitsAt(rest); n > 0 {
			rest = strings.TrimLeft(rest[n:], " \u3000")
			rest, ok = strings.CutPrefix(rest, "页")
			return ok && !strings.ContainsAny(rest, "。，")
		}
	}
	return false
}

// isBareNumber reports whether a line is nothing but up to three digits.
func isBareNumber(s string) bool {
	_, n := digitsAt(s)
	return n > 0 && n == len(s)
}

// bareNumbers reports whether lines of bare digits count up by one, as page numbers do;
// the cells of a table do not.
func bareNumbers(text string, lines []line) bool {
	last, run, all := 0, 0, 0
	for _, l := range lines {
		s := l.In(text)
		if !isBareNumber(s) {
			continue
		}
		v, _ := digitsAt(s)
		if all > 0 && v == last+1 {
			run++
		}
		last = v
		all++
	}
	return run >= 2 && run*3 >= (all-1)*2
}

// digitsAt reads up to three digits, ASCII or full-width.
func digitsAt(s string) (value, size int) {
	for n := 0; n < 3; n++ {
		v, k := digitValue(s[size:min(len(s), size+charLen(s[size:]))])
		if k == 0 {
			break
		}
		value, size = value*10+v, size+k
	}
	return value, size
}

// charLen is the length of the first digit of s as encoded.
func charLen(s string) int {
	if isWideDigit(s) {
		return 3
	}
	return min(1, len(s))
}

// runningHeads finds the short lines that come back on page after page (吉林市政府工作报告).
// Only a text with pages can have them: elsewhere a repeated line is a broken sentence
// (全国第一 four times in a web page that lost its bold type).
func runningHeads(text string, lines []line, lay layout) map[string]bool {
	if !lay.paged {
		return nil
	}
	const often = 4
	count := map[string]int{}
	for _, l := range lines {
		if s := l.In(text); l.width <= 60 && !isEnded(s) {
			count[s]++
		}
	}
	heads := map[string]bool{}
	for s, n := range count {
		if n >= often {
			heads[s] = true
		}
	}
	return heads
}
