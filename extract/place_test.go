package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNotesFollowTheirMarks: a note on a word of the tasks tells what is to be done, one on a word
// of the review what was; a note that says of what a word consists tells neither.
func TestNotesFollowTheirMarks(t *testing.T) {
	const tasks, review = "2024年重点工作", "2023年工作回顾"
	for _, c := range []struct{ name, heading, text, want string }{
		{"tasks", tasks, "改造老旧小区一批〔1〕。\n名词解释\n〔1〕6个老旧小区：化工厂家属楼、棉纺厂家属楼。", "6个 | 老旧小区 | level | target 2024 plain"},
		{"tasks, other brackets", tasks, "改造老旧小区一批［1］。\n名词解释\n[1]6个老旧小区：化工厂家属楼、棉纺厂家属楼。", "6个 | 老旧小区 | level | target 2024 plain"},
		{"review", review, "改造老旧小区一批〔1〕。\n名词解释\n〔1〕6个老旧小区：化工厂家属楼、棉纺厂家属楼。", "6个 | 老旧小区 | level | actual 2023"},
		{"what a word means", tasks, "实施“15”工程〔1〕。\n名词解释\n〔1〕“15”工程：即6个教学团队。", "6个 | 教学团队 | level | actual 2023"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{c.want}, read(t, c.heading, c.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
