package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// textNames are the headings and fields that hold a report if the user names none.
func textNames() []string {
	return []string{
		"正文", "全文", "内容", "文本", "报告", "报告正文", "报告全文", "报告内容", "报告文本", "正文内容", "文章内容", "政府工作报告",
		"text", "content", "body", "fulltext", "full_text", "report", "正文文本",
	}
}

// textColumn finds the column that holds the report in a table whose first row is
// head: by heading, by letter (C) or number (3), or one of textNames. header says that
// the first row holds headings.
func textColumn(head []string, want string) (col int, header bool, err error) {
	clean := make([]string, len(head))
	for i, h := range head {
		clean[i] = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\uFEFF")))
	}
	if want == "" {
		for _, name := range textNames() {
			if i := slices.Index(clean, name); i >= 0 {
				return i, true, nil
			}
		}
		return 0, false, fmt.Errorf("no column is known to hold the report, of %s", listed(head))
	}
	if i := slices.Index(clean, strings.ToLower(strings.TrimSpace(want))); i >= 0 {
		return i, true, nil
	}
	if i := columnIndex(want); i >= 0 && i < len(head) {
		// headings are short; a report in the first row is data
		return i, utf8.RuneCountInString(head[i]) < 100, nil
	}
	return 0, false, fmt.Errorf("there is no column %q, only %s", want, listed(head))
}

// columnIndex reads a column's letter or number: A and 1 are 0, AB is 27; -1 if neither.
func columnIndex(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n - 1
	}
	if len(s) > 3 {
		return -1
	}
	n := 0
	for _, r := range strings.ToUpper(s) {
		if r < 'A' || r > 'Z' {
			return -1
		}
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}

// listed names the headings for an error, the first dozen of them, long ones cut.
func listed(head []string) string {
	var names []string
	for i, h := range head {
		if i == 12 {
			names = append(names, "…")
			break
		}
		r := []rune(strings.Join(strings.Fields(h), " "))
		if len(r) > 20 {
			r = append(r[:20], '…')
		}
		names = append(names, string(r))
	}
	return strings.Join(names, ", ")
}

// cell is a cell of a table as an input of its own. number is the row as a table
// program shows it, the first being 1.
func (in Input) cell(f Format, number, text string) Input {
	p := in.part("#", number, []byte(text))
	p.id = in.ID() + "#" + number
	p.form, p.row = f, true
	return p
}
