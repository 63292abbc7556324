package seeds

import "testing"

func TestLoad(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if u, ok := l.Unit("亩"); !ok || u.Factor != "2000/3" {
		t.Errorf("亩 is %+v", u)
	}
	if _, err := l.Regions(); err != nil {
		t.Error(err)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
