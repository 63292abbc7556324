package output

import (
	"strings"
	"unicode/utf8"

	"zhibiao/normalize"
)

// partOfYear is the part of a year that the words of a sentence before a quantity speak of,
// as written: 前三季度, 上半年, 1-11月, 3月份; nothing where it is the year or longer.
func partOfYear(before string) string {
	for end := len(before); ; {
		at, size := lastMark(before[:end])
		if at < 0 {
			return ""
		}
		start, stop := partAt(before, at, at+size)
		if start < 0 || endsWithAny(before[:start], "较", "比", "同", "与", "于") {
			end = at
			continue
		}
		if namesYear(before[stop:]) {
			return ""
		}
		return before[start:stop]
	}
}

// lastMark is the last word that may end the name of a part of a year.
func lastMark(s string) (at, size int) {
	at = -1
	for _, mark := range []string{"季度", "半年", "月"} {
		if i := strings.LastIndex(s, mark); i > at {
			at, size = i, len(mark)
		}
	}
	return at, size
}

// partAt reads backward the name of a part of a year whose mark is s[at:stop]; start is -1
// if it is none.
func partAt(s string, at, stop int) (start, end int) {
	head := s[:at]
	switch s[at:stop] {
	case "半年":
		if endsWithAny(head, "上", "下") {
			return at - len("上"), stop
		}
		return -1, stop
	case "季度":
		rest, found := cutNumber(strings.TrimSuffix(head, "个"))
		counted := strings.HasSuffix(head, "个")
		switch {
		case found && strings.HasSuffix(rest, "前"):
			return len(rest) - len("前"), stop
		case !found || counted:
			return -1, stop // 连续三个季度
		}
		return len(strings.TrimSuffix(rest, "第")), stop
	}
	return months(s, at, stop)
}

// months reads backward 1-11月, 前11个月, 3月份 up to 月 at at.
func months(s string, at, stop int) (start, end int) {
	if strings.HasPrefix(s[stop:], "份") {
		stop += len("份")
	}
	head, counted := strings.CutSuffix(s[:at], "个")
	rest, found := cutNumber(head)
	switch {
	case !found:
		return -1, stop
	case counted && strings.HasSuffix(rest, "前"):
		return len(rest) - len("前"), stop
	case counted:
		return -1, stop
	}
	for _, dash := range []string{"—", "-", "－", "–", "~", "～", "至", "到"} {
		from, ok := strings.CutSuffix(rest, dash)
		if !ok {
			continue
		}
		from = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(from, "份"), "月"), "—")
		if first, ok := cutNumber(from); ok {
			return len(first), stop
		}
	}
	if strings.HasSuffix(s[:stop], "份") {
		return len(rest), stop
	}
	return -1, stop // 12月10日 is a day
}

// cutNumber takes a number of at most two characters off the end of s: 11, １１, 十一.
func cutNumber(s string) (rest string, found bool) {
	rest = s
	for range 2 {
		r, size := utf8.DecodeLastRuneInString(rest)
		if (r < '0' || r > '9') && (r < '０' || r > '９') && !strings.ContainsRune("一二三四五六七八九十", r) {
			break
		}
		rest = rest[:len(rest)-size]
	}
	return rest, len(rest) < len(s)
}

// namesYear reports whether words name a year, so that what follows is of it again: 全年,
// 2023年. 比去年同期 names none.
func namesYear(s string) bool {
	s = strings.NewReplacer("去年同期", "", "上年同期", "").Replace(s)
	for _, w := range []string{"全年", "今年", "去年", "明年", "上年", "年末", "年底", "年均", "年来"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	for rest := s; ; {
		i := strings.Index(rest, "年")
		if i < 0 {
			return false
		}
		if _, found := cutNumber(rest[:i]); found {
			return true
		}
		rest = rest[i+len("年"):]
	}
}

func endsWithAny(s string, ends ...string) bool {
	for _, end := range ends {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// yearParts tells the parts of the year of facts in order.
type yearParts struct {
	in       places
	sentence int  // that was looked at last
	names    bool // it may name a part of a year
}

// of is the part of the year that a fact is told for.
func (y *yearParts) of(f *normalize.Fact) string {
	if f.Sentence < 0 || f.Sentence >= len(y.in.spans) {
		return ""
	}
	s := y.in.spans[f.Sentence]
	if f.Span.Start <= s.Start || f.Span.Start > s.End || s.End > len(y.in.doc.Text) {
		return ""
	}
	if y.sentence != f.Sentence+1 {
		text := s.In(y.in.doc.Text)
		y.sentence, y.names = f.Sentence+1, holdsWord(text, "月") || holdsWord(text, "季度") || holdsWord(text, "半年")
	}
	if !y.names {
		return ""
	}
	return partOfYear(y.in.doc.Text[s.Start:f.Span.Start])
}

// holdsWord is strings.Contains for Chinese words. It looks for their last bytes: the first ones
// are those of every tenth letter.
func holdsWord(s, word string) bool {
	last := len(word) - 1
	for end := last; end < len(s); end++ {
		i := strings.IndexByte(s[end:], word[last])
		if i < 0 {
			return false
		}
		if end += i; s[end-last:end+1] == word {
			return true
		}
	}
	return false
}
