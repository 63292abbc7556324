package report

import "slices"

// maxQuote is how many bytes a quotation or bracket may span, 300 characters, for its
// inner marks to end nothing. A quote left open is so never closed by one pages away.
const maxQuote = 900

// A pair of marks that enclose text.
type bracket struct {
	at    int
	kind  byte
	marks int // marks seen before it opened
}

// protected appends to dst the spans, in order and apart, between paired quotes and
// brackets with a mark inside: there 。 ends no sentence and ， no clause. Marks are
// paired with a stack, so that “a “b，c” pairs the inner quote and leaves the open one.
func protected(dst []Span, list []sign) []Span {
	var room [maxOpen]bracket
	stack := room[:0]
	marks := 0
	base := len(dst)
	for _, m := range list {
		switch m.shape {
		case opens:
			stack = push(stack, bracket{m.Start, m.kind, marks})
		case closes:
			stack, dst = closeBracket(stack, dst, base, m.Span, m.kind, marks)
		case either: // a straight quote closes if one is open, else opens
			if k := len(stack) - 1; k >= 0 && stack[k].kind == m.kind && m.Start-stack[k].at <= maxQuote {
				stack, dst = closeBracket(stack, dst, base, m.Span, m.kind, marks)
			} else {
				stack = push(stack, bracket{m.Start, m.kind, marks})
			}
		case endsSentence, endsClause:
			marks++
		}
	}
	return dst
}

// maxOpen is how many quotes may be open at once; beyond it the oldest half is given up,
// which keeps a million open quotes linear.
const maxOpen = 32

// push puts b on the stack.
func push(stack []bracket, b bracket) []bracket {
	if len(stack) == maxOpen {
		stack = append(stack[:0], stack[maxOpen/2:]...)
	}
	return append(stack, b)
}

// closeBracket pairs the closing mark with the nearest open one of its kind. Of nested
// pairs only the outermost is kept.
func closeBracket(stack []bracket, dst []Span, base int, mark Span, kind byte, marks int) ([]bracket, []Span) {
	k := len(stack) - 1
	for k >= 0 && stack[k].kind != kind {
		k--
	}
	if k < 0 {
		return stack, dst
	}
	open := stack[k]
	stack = stack[:k]
	if mark.End-open.at > maxQuote || marks == open.marks {
		return stack, dst
	}
	inner := len(dst)
	for inner > base && dst[inner-1].Start > open.at {
		inner--
	}
	dst = slices.Delete(dst, inner, len(dst))
	return stack, append(dst, Span{open.at, mark.End})
}
