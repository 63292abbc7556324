package seeds

import (
	"strings"
	"testing"
)

func TestFindRegion(t *testing.T) {
	r := regions(t)
	for _, c := range []struct{ given, want string }{
		{"吉林市", "220200"},
		{"220200", "220200"},
		{" 220000 ", "220000"},
		{"吉林省吉林市", "220200"},
		{"吉林吉林市", "220200"},
		{"长春朝阳", "220104"},
		{"北京市朝阳区", "110105"},
		{"河北清苑县", "130622"},
		{"清苑", "130608 130622"},     // a county that became a district
		{"河北省保定市定州市", "130682"},     // and not 139001, which is directly below the province
		{"定州市", "130682 139001"},    // one place all the same
		{"420600", "420600 420600"}, // 襄樊市, then 襄阳市
		{"全国", "000000"},
		{"阿坝州", "513200"},
	} {
		places, err := r.Find(c.given)
		if err != nil {
			t.Errorf("%s: %v", c.given, err)
		}
		var codes []string
		for _, p := range places {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%s is %s, want %s", c.given, got, c.want)
		}
	}
	for given, want := range map[string]string{
		"朝阳区":    "110105 北京市朝阳区, 220104 吉林省长春市朝阳区; give one of the codes",
		"吉林":     "220000 吉林省, 220200 吉林省吉林市; give one of the codes",
		"新华区":    "130105 河北省石家庄市新华区",
		"999999": "no code of GB/T 2260",
		"22":     "write the six digits",
		"石家庄县":   "there are 130100 河北省石家庄市",
		"某某镇":    "is no division known here; give name or code",
		"吉林吉林吉林": "is no division",
		"吉":      "is no division",
		"":       "is no division",
	} {
		if places, err := r.Find(given); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is %v, error %v; want an error with %q", given, places, err, want)
		}
	}
}
