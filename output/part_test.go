package output

import "testing"

func TestIsPart(t *testing.T) {
	for path, want := range map[string]bool{
		"facts/part-00001-3f9a2c1b7d0e.parquet":                       true,
		"facts/report_year=2024/part-00001-9b013e55ac21.parquet":      true,
		"facts/report_year=__HIVE/part-123456-9b013e55ac21.parquet":   true,
		"panel/part-00012-9b013e55ac21.parquet":                       true,
		"panel/report_year=2024/part-00001-9b013e55ac21.parquet":      false,
		"facts/report_year=/part-00001-9b013e55ac21.parquet":          false,
		"facts/year=2024/part-00001-9b013e55ac21.parquet":             false,
		"facts/report_year=2024/more/part-00001-9b013e55ac21.parquet": false,
		"other/part-00001-3f9a2c1b7d0e.parquet":                       false,
		"facts/part-0001-3f9a2c1b7d0e.parquet":                        false,
		"facts/part-+0001-3f9a2c1b7d0e.parquet":                       false,
		"facts/part-99999999999999999999-3f9a2c1b7d0e.parquet":        false,
		"facts/part-00001-3f9a2c1b7d0.parquet":                        false,
		"facts/part-00001-3F9A2C1B7D0E.parquet":                       false,
		"facts/part-00001-3f9a2c1b7d0g.parquet":                       false,
		"facts/part-00001-3f9a2c1b7d0e-aa.parquet":                    false,
		"facts/part-00001-3f9a2c1b7d0e.csv":                           false,
		"facts/00001-3f9a2c1b7d0e.parquet":                            false,
		"part-00001-3f9a2c1b7d0e.parquet":                             false,
		"facts":                                                       false,
		"":                                                            false,
	} {
		if got := IsPart(path); got != want {
			t.Errorf("%q is a part: %v, want %v", path, got, want)
		}
	}
	if n, ok := partNumber(partName("facts", "report_year=2024", 7, "3f9a2c1b7d0e99")); n != 7 || !ok {
		t.Errorf("the number of part 7 is %d, %v", n, ok)
	}
}
