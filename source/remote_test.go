package source

import "testing"

func TestRemote(t *testing.T) {
	for path, want := range map[string]bool{
		"s3://reports/2024": true, "gs://a": true, "git+ssh://a": true,
		"reports/2024": false, "C://reports": false, "://a": false, "1s://a": false, "a b://c": false, "吉林://a": false, "": false,
	} {
		if got := Remote(path); got != want {
			t.Errorf("%q is remote: %v, want %v", path, got, want)
		}
	}
}
