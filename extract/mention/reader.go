package mention

import (
	"fmt"
	"strings"

	"zhibiao/report"
	"zhibiao/seeds"
)

// Reader reads the mentions of sentences with a set of lexicons. It holds no state of
// a reading and may be shared.
type Reader struct {
	starters charset
	carriers charset // that a Chinese digit must stand before to be more than a word
	words    wordIndex
	units    unitIndex
	bounds   boundIndex
}

// NewReader indexes the lexicons for reading.
func NewReader(lex *seeds.Lexicons) (*Reader, error) {
	if lex == nil || len(lex.Units) == 0 || len(lex.Classifiers) == 0 {
		return nil, fmt.Errorf("mention: the lexicons hold no units or no classifiers: load them with seeds.Load")
	}
	r := &Reader{units: newUnitIndex(lex), bounds: newBoundIndex(lex)}
	r.starters.add(Starters)
	r.words = newWordIndex(lex, &r.starters)
	r.carriers.add(Starters + carriers)
	for _, u := range lex.Units {
		r.carriers.addFirst(u.Name)
	}
	for _, c := range lex.Classifiers {
		r.carriers.addFirst(c.Text)
	}
	return r, nil
}

// carriers go on from a numeral besides units: more of it, a date, a range, the end of a
// quotation or bracket, blanks.
const carriers = "余多餘成半分点點倍番级大强佳年學学月日號号季世时個个:：/／至到-–~～－−〜∼‐‑—―─" +
	"”’」』》〉\"')）]］〕】 \u200b\ufeff\u2060\u00a0　"

// Read appends to dst the mentions of a sentence in order, none overlapping another,
// each with its role. Every numeral candidate yields one, so that nothing vanishes.
func (r *Reader) Read(dst []Mention, text string) []Mention {
	first, floor := len(dst), 0
	for i := r.starters.next(text, 0); i >= 0; i = r.starters.next(text, floor) {
		m := r.mention(text, i, floor)
		dst = append(dst, m)
		_, size := at(text, i)
		floor = max(m.End, i+size)
	}
	share(text, dst[first:])
	return dst
}

// mention reads the candidate at i. Names, dates and quantities are all tried and the
// one that reaches furthest wins: 三公里 is no 三公, 八项规定 is no 八项.
func (r *Reader) mention(text string, i, floor int) Mention {
	name, role, named := r.words.match(text, i, floor)
	if r.isLone(text, i) {
		if named {
			return Mention{Span: name, Role: role}
		}
		return Mention{Span: runeSpan(text, i), Number: runeSpan(text, i), Role: Word}
	}
	if best := r.numeral(text, i, floor); !named || name.End < best.End {
		return best
	}
	return Mention{Span: name, Role: role}
}

// isLone reports whether a Chinese digit at i counts nothing, as most do: 一 in 统一思想, 三 in
// 三农. Nothing that could carry it on follows, and it is no rank.
func (r *Reader) isLone(text string, i int) bool {
	c, size := at(text, i)
	if signOf(c) != ofDigits|ofCount {
		return false
	}
	switch prev(text, i) {
	case '第', '前', '后':
		return false
	}
	next, _ := at(text, i+size)
	return !r.carriers.has(next)
}

// numeral reads what the numeral at i is without regard to names.
func (r *Reader) numeral(text string, i, floor int) Mention {
	best := Mention{Span: runeSpan(text, i), Role: Word}
	n, ok := r.lex(text, i)
	if ok {
		best = r.classify(text, n, floor)
		if marker, ok := best.marker(text); ok {
			best = marker
		}
	}
	if d, ok := r.date(text, i, floor); ok && d.End >= best.End {
		best = d
	}
	return best
}

// marker is the number of an item that runs into a count at the start of a line: 8.6个项目,
// which counts 6.
func (m *Mention) marker(text string) (Mention, bool) {
	if m.Start > 0 || m.End == len(text) || m.Role != Quantity || m.Kind != Count || m.Number.End != m.Unit.Start || !isDigit(prev(text, m.Number.End)) {
		return Mention{}, false
	}
	const most = len("99")
	dot := strings.IndexAny(m.Number.In(text), ".．")
	if dot <= 0 || dot > most || !among(m.Unit.In(text), "个 项 件 家 条 户 名 所 座 处") {
		return Mention{}, false
	}
	_, size := at(text, dot)
	return Mention{Span: report.Span{Start: 0, End: dot + size}, Role: Ordinal}, true
}

func runeSpan(text string, i int) report.Span {
	_, size := at(text, i)
	return report.Span{Start: i, End: i + max(size, 1)}
}
