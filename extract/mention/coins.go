package mention

// coins returns the end of the 角 and 分 behind a sum at i: 六十二元|八角五分.
func coins(text string, i int) int {
	for _, coin := range []string{"角", "分"} {
		e := small(text, i)
		if e == i || !follows(text, e, coin) || follows(text, e, "分之 分钟 分别 角度") {
			continue
		}
		i = e + len(coin)
	}
	return i
}
