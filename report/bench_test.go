package report

import (
	"os"
	"strings"
	"testing"
)

// benchText is a real report if there is one, else made-up paragraphs.
func benchText() string {
	text, err := os.ReadFile("../seeds/reports/jilin-2024.txt")
	if err != nil {
		return strings.Repeat("一、2023年工作回顾\n\n全年地区生产总值增长6.7%，“排名”全省第一；规模工业增加值增长7.1%。（一）稳。\n\n", 300)
	}
	return string(text)
}

func BenchmarkSplit(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		split(text)
	}
}

func BenchmarkRead(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read("jilin-2024.txt", text, nil)
	}
}
