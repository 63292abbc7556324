package bench

import (
	"bufio"
	"encoding/json"
	"math/big"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"zhibiao"
)

// rounds is how often each peer runs, in turn with the others.
const rounds = 5

// peer is a program on the same text.
type peer struct {
	name string
	run  func() time.Duration
	took []time.Duration
}

// TestPeers prints how long zhibiao and its peers take over one report and over a part of
// the corpus, on one core, and what of the gold's values they find. It runs where PEERS is
// set.
func TestPeers(t *testing.T) {
	if os.Getenv("PEERS") == "" {
		t.Skip("PEERS is not set; make bench-peers does")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	p, gse := program(t), newGSE(t)
	recognized := compare(t, p, gse, []string{one})
	var part []string
	for i, name := range corpus(t) {
		if i%every == 0 {
			part = append(part, name)
		}
	}
	compare(t, p, gse, part)

	text := sample(t)
	want := goldValues(t)
	facts := p.Extract(text)
	var found []finding
	for _, f := range facts {
		start := utf8.RuneCountInString(text[:f.Span.Start])
		found = append(found, finding{Start: start, End: start + utf8.RuneCountInString(text[f.Span.Start:f.Span.End]), Value: f.Value})
	}
	t.Logf("values of the gold found in place: zhibiao %d, Recognizers-Text %d of %d", hits(want, found), hits(want, recognized), len(want))
}

// every tells which reports of the corpus the peers read: one in so many, for the slowest
// takes a second for each.
const every = 5

// compare prints how long all take over some reports, and returns what Recognizers-Text
// finds in the last.
func compare(t *testing.T, p *zhibiao.Program, gse *gse.Segmenter, paths []string) (recognized []finding) {
	t.Helper()
	var texts []string
	size, facts := 0, 0
	for _, path := range paths {
		texts = append(texts, read(t, path))
		size += len(texts[len(texts)-1])
		facts += len(p.Extract(texts[len(texts)-1]))
	}
	t.Logf("%d reports of %.2f MB, %.1f facts in 1,000 bytes", len(paths), float64(size)/1e6, 1000*float64(facts)/float64(size))
	peers := []*peer{
		{name: "zhibiao, facts with their indicators", run: timed(texts, func(text string) { p.Read("report.txt", text) })},
		{name: "gse Segment, words only", run: timed(texts, func(text string) { gse.Segment([]byte(text)) })},
		{name: "gse Cut, words only", run: timed(texts, func(text string) { gse.Cut(text) })},
		{name: "gse Cut with its model, words only", run: timed(texts, func(text string) { gse.Cut(text, true) })},
		{name: "Recognizers-Text, numbers only", run: func() time.Duration {
			seconds, found := recognize(t, paths)
			recognized = found
			return seconds
		}},
	}
	peers = append(peers, otherPeers(t, texts)...)
	for range rounds {
		for _, q := range peers {
			q.took = append(q.took, q.run())
		}
	}
	own := median(peers[0].took)
	for _, q := range peers {
		m := median(q.took)
		t.Logf("%-40s %12v %10.3f MB/s  %8.1f times zhibiao", q.name, m.Round(time.Microsecond), float64(size)/1e6/m.Seconds(), float64(m)/float64(own))
	}
	return recognized
}

// timed is the best of some runs, which take microseconds to milliseconds.
func timed(texts []string, run func(string)) func() time.Duration {
	return func() time.Duration {
		return quickest(5, func() {
			for _, text := range texts {
				run(text)
			}
		})
	}
}

func median(took []time.Duration) time.Duration {
	return slices.Sorted(slices.Values(took))[len(took)/2]
}

// newGSE is gse with its default dictionary. Segment is the quickest of its ways to cut;
// Cut is what its manual begins with.
func newGSE(t *testing.T) *gse.Segmenter {
	t.Helper()
	seg := &gse.Segmenter{SkipLog: true}
	if err := seg.LoadDict(); err != nil {
		t.Fatal(err)
	}
	return seg
}

// finding is a value and where it stands, in characters.
type finding struct {
	Start, End int
	Value      string
}

func recognize(t *testing.T, paths []string) (time.Duration, []finding) {
	t.Helper()
	out, err := exec.Command("node", append([]string{"peers/recognize.js"}, paths...)...).Output()
	if err != nil {
		t.Fatalf("%v: run npm ci in bench/peers", err)
	}
	var result struct {
		Seconds float64
		Found   []finding
	}
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatal(err)
	}
	return time.Duration(result.Seconds * float64(time.Second)), result.Found
}

// goldValues are the single values of the gold; ranges are left out, which peers read as
// two numbers.
func goldValues(t *testing.T) []finding {
	t.Helper()
	file, err := os.Open(strings.TrimSuffix(one, ".txt") + ".gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var values []finding
	for in := bufio.NewScanner(file); in.Scan(); {
		var f finding
		if err := json.Unmarshal(in.Bytes(), &f); err != nil {
			t.Fatal(err)
		}
		if f.Value != "" {
			values = append(values, f)
		}
	}
	return values
}

// hits counts the wanted values that are found where they stand.
func hits(want, found []finding) int {
	n := 0
	for _, w := range want {
		if slices.ContainsFunc(found, func(f finding) bool {
			return f.Start < w.End && w.Start < f.End && sameNumber(f.Value, w.Value)
		}) {
			n++
		}
	}
	return n
}

func sameNumber(a, b string) bool {
	x, ok := new(big.Rat).SetString(strings.TrimSuffix(a, "%"))
	y, good := new(big.Rat).SetString(b)
	return ok && good && x.Cmp(y) == 0
}
