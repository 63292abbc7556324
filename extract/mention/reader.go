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
	return r, nil
}

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
	if named && name.End >= best.End {
		return Mention{Span: name, Role: role}
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
