package mention

import (
	"testing"

	"pgregory.net/rapid"
)

// What mayDate turns away, no kind of date would have taken.
func TestMayDate(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"一", "二", "三", "五", "九", "十", "〇", "零", "1", "2", "5", "2023", "1957", "98", "２０２３", "年", "年代", "年底", "个", "个五年", "个五年计划",
		"月", "日", "号", "至", "到", "-", "—", "季度", "世纪", "时", "时期", ":", "30", "“", "”", "第", "前", "上世纪", "两年", "学年", "學", "亿", "%",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(part, 1, 7).Draw(t, "parts") {
			text += p
		}
		for i := range text {
			if _, ok := dateAt(text, i, 0); ok && !mayDate(text, i) {
				t.Fatalf("a date at %q is turned away", text[i:])
			}
		}
	})
}
