package report

// yearAt reads a year with 年 at the start of s (2023年, ２０２３年, 二〇二三年, 一九九〇年) and
// its length; 0, 0 if there is none.
func yearAt(s string) (year, size int) {
	return 0, 0
}
