package normalize

import (
	"testing"

	"zhibiao/seeds"
)

func TestParseNumber(t *testing.T) {
	for s, want := range map[string]string{
		"5.0": "5.0", "1.1万": "11000", "925万": "9250000", "两千三": "2300", "3千5百": "3500", "1,234.5": "1234.5",
		"数十": "10", "几百": "100", "十几": "10", "数百万": "1000000", "三成五": "35", "九成五": "95", "三成": "30", "两成多": "20",
		"半": "1/2", "一半": "1/2", "翻一番": "1", "翻了两番": "2", "一千一百万": "11000000", "五点六": "5.6", "一九五七": "1957",
		"廿三": "23", "卅": "30", "二〇二三": "2023", "二○○四": "2004", "壹拾贰萬叁仟": "123000", "1.8万亿": "1800000000000",
		"400万亿": "400000000000000", "5/6": "5/6", "百分之零点五": "0.5", "千分之三": "3", "三分之一": "1/3", "1亿3千多万": "130000000",
		"1万6千多": "16000", "5千多": "5000", "一亿五千万": "150000000", "二千七百亿": "270000000000", "一百二": "120",
		"一百零二": "102", "一千零五": "1005", "一千零二十": "1020", "三万五": "35000", "万": "10000", "千万": "10000000", "百": "100",
		"亿": "100000000", "万亿": "1000000000000", "十": "10", "二十三": "23", "十五": "15", "一百五十六": "156", "-3.2": "-3.2",
		"5.20万": "52000", "0.12345万": "1234.5", "1.23450万": "12345.0", "二千四百三十九万二千": "24392000",
		"１２３．４": "123.4", "三十多万": "300000", "一点二亿": "120000000", "零": "0", "零点五": "0.5", "百分之百": "100", "六十点八": "60.8", "一百零二点五": "102.5",
		"五十四万亿": "54000000000000", "2万5": "25000", "两": "2", "一万零八十": "10080", "三亿零五万": "300050000",
	} {
		n, err := ParseNumber(s)
		if err != nil || n.String() != want {
			t.Errorf("%s is %v, %v; want %s", s, n, err, want)
		}
	}
}

// TestNumeralsOfLexicon reads each numeral of the lexicon as the value it has there.
func TestNumeralsOfLexicon(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range lex.Numerals {
		switch n.Sort {
		case "digit", "tens", "multiplier", "fraction":
			if n.Text == "兆" {
				continue // 兆瓦 is a unit, and 兆 alone is 10⁶ in one country and 10¹² in another
			}
			if got, err := ParseNumber(n.Text); err != nil || got.String() != n.Value {
				t.Errorf("%s is %v, %v; numerals.tsv says %s", n.Text, got, err, n.Value)
			}
		}
	}
}

// TestParseNumberErrors names what is wrong with a numeral.
func TestParseNumberErrors(t *testing.T) {
	for _, s := range []string{"", "abc", "1/0", "二三十", "12345678901234567890123", "\xff", "5元", "分之", "1 2"} {
		if n, err := ParseNumber(s); err == nil {
			t.Errorf("%q is read as %s", s, n)
		}
	}
}
