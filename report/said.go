package report

import (
	"strconv"
	"strings"
)

// saidYear finds the year of delivery in sayings of the text, for reports without date
// and headings, as those before 1990; the file's name confirms a vote or decides.
func (f *finding) saidYear() {
	opening := f.doc.Text[:min(len(f.doc.Text), 6000)]
	if _, rest, ok := strings.Cut(opening, "刚刚过去的"); ok {
		if y, n := yearAt(rest); n > 0 {
			f.setYear(y+1, "year after 刚刚过去的 year")
			return
		}
	}
	if y := sessionYear(squeeze(opening[:min(len(opening), 1500)])); y > 0 {
		f.setYear(y, "session of the National People's Congress")
		return
	}
	named, voted := nameYear(f.doc.ID), voteYear(f.doc.Text)
	switch {
	case named > 0 && (voted == 0 || voted-named <= 1 && named-voted <= 1):
		f.setYear(named, "name of the file")
	case voted > 0:
		f.setYear(voted, "years named most often in the text")
	case named > 0:
		f.setYear(named, "name of the file")
	}
}

// sessionYear is the year of the session of the National People's Congress that the
// opening names: the first session of the fifth congress met in 1978, of the later ones
// every five years since 1983.
func sessionYear(s string) int {
	at := strings.Index(s, "届全国人民代表大会")
	if at < 0 {
		at = strings.Index(s, "届全國人民代表大會")
	}
	if at < 0 {
		return 0
	}
	congress := 0
	before := s[max(0, at-9):at]
	if i := strings.LastIndex(before, "第"); i >= 0 {
		congress, _ = hanValue(before[i+len("第"):])
	}
	session := 1
	after := s[at+len("届全国人民代表大会"):]
	if rest, ok := strings.CutPrefix(after, "第"); ok {
		if n, k := hanValue(rest); k > 0 && startsWithAny(rest[k:], "次") {
			session = n
		}
	}
	first := map[int]int{1: 1954, 2: 1959, 3: 1964, 4: 1975, 5: 1978}[congress]
	if congress >= 6 {
		first = 1983 + 5*(congress-6)
	}
	if first == 0 {
		return 0
	}
	year := first + session - 1
	if strings.Contains(s[max(0, at-45):at], "去年") { // 从去年９月第五届…第三次会议到现在
		year++
	}
	return year
}

// nameYear is the year in the name of a file: city_aba_2024.txt.
func nameYear(id string) int {
	for i := 0; i+4 <= len(id); i++ {
		if i > 0 && isDigit(id[i-1]) || i+4 < len(id) && isDigit(id[i+4]) {
			continue
		}
		if y, err := strconv.Atoi(id[i : i+4]); err == nil && y >= 1949 && y < 2100 {
			return y
		}
	}
	return 0
}

// isDigit reports whether c is an ASCII digit.
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// voteYear is the year Y for which Y-1, the year reviewed, and Y are named most often.
func voteYear(text string) int {
	counts := map[int]int{}
	for i := 0; i < len(text); {
		at := index(text[i:], "年")
		if at < 0 {
			break
		}
		at += i
		for _, size := range []int{4, 12} {
			if at-size >= i {
				if y, n := yearAt(text[at-size : at+len("年")]); n == size+len("年") {
					counts[y]++
				}
			}
		}
		i = at + len("年")
	}
	best, votes := 0, 2
	for y := 1950; y <= 2100; y++ {
		if n := counts[y-1] + counts[y]; counts[y-1] > 0 && counts[y] > 0 && n >= votes {
			best, votes = y, n
		}
	}
	return best
}
