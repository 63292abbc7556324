package seeds

import "testing"

func TestPrefecture(t *testing.T) {
	r := regions(t)
	for _, c := range []struct {
		code string
		year int
		want string
	}{
		{"130608", 2024, "保定市"},
		{"220200", 2024, "吉林市"},
		{"420606", 2005, "襄樊市"},
		{"420606", 2020, "襄阳市"},
		{"110105", 2024, ""},
		{"429004", 2024, ""},
		{"130000", 2024, ""},
		{"000000", 2024, ""},
		{"999999", 2024, ""},
	} {
		if got := r.Prefecture(c.code, c.year); got != c.want {
			t.Errorf("the prefecture of %s in %d is %q, want %q", c.code, c.year, got, c.want)
		}
	}
}

func TestCodeNow(t *testing.T) {
	r := regions(t)
	for code, want := range map[string]string{
		"220200": "220200",
		"000000": "000000",
		"130622": "130608", // 清苑县, 清苑区
		"130625": "130609", // 徐水县, 徐水区
		"139001": "130682", // 定州市, directly below its province for some years
		"532722": "530821", // in two steps
		"110103": "",       // 崇文区 went into 东城区
		"371200": "",       // 莱芜市 became a district of another city
		"999999": "",
	} {
		if got := r.CodeNow(code); got != want {
			t.Errorf("%s goes by %q now, want %q", code, got, want)
		}
	}
}

// What a code goes by today holds today, and lies in the same province on the same level.
func TestCodesNowHold(t *testing.T) {
	r := regions(t)
	ended, followed := 0, 0
	for _, g := range r.list {
		last, _ := r.ByCode(g.Code, 0)
		now := r.CodeNow(g.Code)
		if last.To != 0 {
			ended++
		}
		if now == "" {
			continue
		}
		n, ok := r.ByCode(now, 0)
		if !ok || n.To != 0 || n.Level != g.Level || n.Code[:2] != g.Code[:2] {
			t.Errorf("%s %s goes by %+v", g.Code, g.Name, n)
		}
		if last.To != 0 {
			followed++
		}
	}
	if followed*3 < ended*2 {
		t.Errorf("of %d entries that ended %d go by another code", ended, followed)
	}
}
