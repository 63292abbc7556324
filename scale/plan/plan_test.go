package plan

import (
	"math"
	"strings"
	"testing"
)

// a log of three reports, and of what is none.
const someLog = `{"time":"2026-01-01T00:00:00Z","level":"INFO","msg":"read","path":"a.txt","facts":1,"bytes":1000,"took":1000000}
{"level":"INFO","msg":"read","path":"b.txt","facts":1,"bytes":3000,"took":2000000}
{"level":"INFO","msg":"skipped, unchanged","path":"c.txt"}
{"level":"INFO","msg":"read","path":"d.txt","facts":0,"bytes":500,"took":1000000}
{"level":"INFO","msg":"done","documents":3}
`

func TestReadSharesTheProcessorOut(t *testing.T) {
	costs, err := Read(strings.NewReader(someLog), 0.008)
	if err != nil {
		t.Fatal(err)
	}
	want := []Cost{{1000, 0.002}, {3000, 0.004}, {500, 0.002}}
	for i, c := range costs {
		if len(costs) != 3 || c.Bytes != want[i].Bytes || math.Abs(c.Seconds-want[i].Seconds) > 1e-12 {
			t.Fatalf("costs are %v, want %v", costs, want)
		}
	}
	for log, want := range map[string]string{
		"":                                      "tells of no report",
		"zhibiao: read path=a.txt":              "line 1",
		`{"msg":"read","path":"a","took":1000}`: "no bytes",
	} {
		if _, err := Read(strings.NewReader(log), 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("log %q: error is %v, want %q", log, err, want)
		}
	}
}

// even is a scenario without luck: equal reports, no failures.
func even(documents, shards, machines, cores int) Scenario {
	return Scenario{Documents: documents, Shards: shards, Machines: machines, Cores: cores, ReadShare: 0.25, Places: 1, Nameless: 1, Seed: 7}
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within*math.Abs(want) {
		t.Errorf("%s is %g, want %g", what, got, want)
	}
}

// Without failures and tails the outcome is what a pencil says.
func TestRunWithoutLuck(t *testing.T) {
	second := []Cost{{100, 1}}
	one := even(3600, 1, 1, 1)
	one.Start, one.Commit, one.Files = 60, 2, 5
	o := one.Run(second)
	near(t, "hours on one core", o.Hours, 1+(60+10)/3600.0, 1e-9)
	near(t, "work", o.Work, 1, 1e-9)
	near(t, "bytes", o.Bytes, 360_000, 1e-9)
	near(t, "hours to read", o.Read, 0.25+60/3600.0, 1e-9)
	near(t, "longest shard", o.Longest, 0.75, 1e-9)
	if o.Failures != 0 || o.Lost != 0 || o.Skew != 1 {
		t.Errorf("%+v, want no failure and no skew", o)
	}
	many := even(64_000, 1000, 4, 2).Run(second)
	near(t, "hours on eight cores", many.Hours, 64_000.0/8/3600, 0.03)
}

// All reports of a place are in one shard: a run is no quicker than its greatest place.
func TestSkew(t *testing.T) {
	s := even(10_000, 100, 100, 1)
	s.Nameless, s.Places = 0, 1
	o := s.Run([]Cost{{1, 1}})
	near(t, "skew of one place", o.Skew, 100, 1e-9)
	near(t, "hours", o.Hours, (10_000*0.75+10_000*0.25/100)/3600, 0.02)
	s.Places, s.Zipf = 10_000, 0.5
	if o := s.Run([]Cost{{1, 1}}); o.Skew < 1.05 || o.Skew > 2 {
		t.Errorf("skew of many places is %g, want a little above 1", o.Skew)
	}
}

// Failures cost time but no work: what counts at the end is the same.
func TestFailures(t *testing.T) {
	s := even(100_000, 1000, 10, 4)
	calm := s.Run([]Cost{{1, 1}})
	s.Between, s.Repair = 1200, 60
	rough := s.Run([]Cost{{1, 1}})
	if again := s.Run([]Cost{{1, 1}}); again != rough {
		t.Errorf("the same scenario ends once with %+v, once with %+v", rough, again)
	}
	near(t, "work that counts", rough.Work, calm.Work, 1e-9)
	if rough.Failures < 5 || rough.Lost <= 0 || rough.Hours <= calm.Hours {
		t.Errorf("with failures %+v, without %+v", rough, calm)
	}
	s.Seed = 8
	if other := s.Run([]Cost{{1, 1}}); other == rough {
		t.Error("another seed has the same outcome")
	}
}

// The tail makes some reports very large and leaves the mean near the measured one.
func TestTail(t *testing.T) {
	s := even(2_000_000, 1000, 10, 4)
	s.Tail, s.Largest = 1.5, 2000
	near(t, "bytes", s.Run([]Cost{{1, 1}}).Bytes, 2_000_000, 0.1)
}
