package report

import "testing"

func TestAt(t *testing.T) {
	text := "一、2023年工作回顾\n\n增长6.7%。排名第一！\n二、2024年工作安排\n新建2座。"
	doc := Read("x.txt", text, nil)
	seen := 0
	for i, s := range doc.Sections {
		for j, p := range s.Paragraphs {
			for k, q := range p.Sentences {
				for at := q.Start; at < q.End; at++ {
					if got, ok := doc.At(at); !ok || got != (Position{i, j, k}) {
						t.Fatalf("At(%d) = %v %v, want %d %d %d", at, got, ok, i, j, k)
					}
					seen++
				}
			}
		}
	}
	if seen != len(text) {
		t.Errorf("saw %d bytes of %d", seen, len(text))
	}
	for _, at := range []int{-1, len(text)} {
		if _, ok := doc.SentenceAt(at); ok {
			t.Errorf("SentenceAt(%d) found a sentence outside the text", at)
		}
	}
	if s, _ := doc.SentenceAt(len(text) - 1); s.In(text) != "新建2座。" {
		t.Errorf("last sentence is %q", s.In(text))
	}
}
