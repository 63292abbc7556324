package bench

import (
	"strings"
	"testing"

	"zhibiao"
	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/extract/segment"
	"zhibiao/normalize"
	"zhibiao/output"
	"zhibiao/report"
	"zhibiao/source"
)

// stages holds what the stages take over from each other, for the reports of the corpus.
type stages struct {
	program *zhibiao.Program
	texts   []string
	bytes   int64
}

func prepare(b *testing.B) stages {
	b.Helper()
	s := stages{program: program(b)}
	for _, f := range corpus(b) {
		s.texts = append(s.texts, read(b, f))
		s.bytes += int64(len(s.texts[len(s.texts)-1]))
	}
	return s
}

// time runs a stage over all texts.
func (s stages) time(b *testing.B, stage func(i int)) {
	b.Helper()
	b.SetBytes(s.bytes)
	b.ReportAllocs()
	for b.Loop() {
		for i := range s.texts {
			stage(i)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(s.texts)), "µs/report")
}

// documents are the texts as reports.
func (s stages) documents(b *testing.B) []report.Document {
	b.Helper()
	docs := make([]report.Document, len(s.texts))
	p := program(b)
	for i, t := range s.texts {
		docs[i] = p.Read("report.txt", t).Document
	}
	return docs
}

// BenchmarkDecode is bytes to text: the encoding, the hash, line ends.
func BenchmarkDecode(b *testing.B) {
	s := prepare(b)
	s.time(b, func(i int) {
		if _, err := source.Read(source.Bytes("report.txt", []byte(s.texts[i]), source.Options{})); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkSplit is text to sections, sentences, years and region.
func BenchmarkSplit(b *testing.B) {
	s := prepare(b)
	places, err := program(b).Lexicons().Regions()
	if err != nil {
		b.Fatal(err)
	}
	s.time(b, func(i int) { report.Read("report.txt", s.texts[i], places) })
}

func reader(b *testing.B) *mention.Reader {
	b.Helper()
	r, err := mention.NewReader(program(b).Lexicons())
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// BenchmarkScan looks for numeral candidates only, in texts that have none and are read
// to their end: the far limit of the program.
func BenchmarkScan(b *testing.B) {
	s, r := prepare(b), reader(b)
	for i, text := range s.texts {
		s.texts[i] = strings.Map(func(c rune) rune {
			if r.Scan(string(c)) {
				return '人'
			}
			return c
		}, text)
	}
	s.time(b, func(i int) { r.Scan(s.texts[i]) })
}

// BenchmarkMention reads all numbers of the sentences.
func BenchmarkMention(b *testing.B) {
	s, r := prepare(b), reader(b)
	docs := s.documents(b)
	var found []mention.Mention
	s.time(b, func(i int) {
		sentences(&docs[i], func(text string) { found = r.Read(found[:0], text) })
	})
}

// BenchmarkSegment cuts the whole of the sentences into words; the program cuts only
// those with a number.
func BenchmarkSegment(b *testing.B) {
	s := prepare(b)
	docs := s.documents(b)
	trie, err := segment.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	var found []segment.Token
	s.time(b, func(i int) {
		sentences(&docs[i], func(text string) { found = trie.Segment(found[:0], text) })
	})
}

// BenchmarkWords reads the numbers of the sentences and cuts those that have some into words:
// what there is to do before any rule can match.
func BenchmarkWords(b *testing.B) {
	s, r := prepare(b), reader(b)
	docs := s.documents(b)
	trie, err := segment.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	var found []mention.Mention
	var spans []report.Span
	var words []segment.Token
	s.time(b, func(i int) {
		sentences(&docs[i], func(text string) {
			if found = r.Read(found[:0], text); len(found) == 0 {
				return
			}
			spans = spans[:0]
			for j := range found {
				spans = append(spans, found[j].Span)
			}
			words = segment.Around(trie, words[:0], text, spans)
		})
	})
}

func sentences(d *report.Document, visit func(string)) {
	for _, section := range d.Sections {
		for _, p := range section.Paragraphs {
			for _, s := range p.Sentences {
				visit(s.In(d.Text))
			}
		}
	}
}

// BenchmarkExtract is a read report to facts as written: mentions, words, rules, gaps.
func BenchmarkExtract(b *testing.B) {
	s := prepare(b)
	docs, x := s.documents(b), extractor(b)
	s.time(b, func(i int) { x.Extract(&docs[i]) })
}

func extractor(b *testing.B) *extract.Extractor {
	b.Helper()
	p := program(b)
	x, err := extract.New(p.Lexicons(), nil)
	if err != nil {
		b.Fatal(err)
	}
	x.Use(p.Rules())
	return x
}

// BenchmarkNormalize is facts as written to values.
func BenchmarkNormalize(b *testing.B) {
	s := prepare(b)
	docs, x := s.documents(b), extractor(b)
	n := normalize.New(program(b).Lexicons())
	written := make([][]extract.Fact, len(docs))
	for i := range docs {
		written[i] = x.Extract(&docs[i])
	}
	s.time(b, func(i int) { n.Facts(&docs[i], written[i]) })
}

func rows(r *zhibiao.Report) output.Rows {
	return output.NewRows(&r.Document, output.Source{Path: "report.txt"}, r.Facts, r.Misses)
}

// BenchmarkRows is facts to rows of the tables.
func BenchmarkRows(b *testing.B) {
	s := prepare(b)
	reports := make([]zhibiao.Report, len(s.texts))
	for i, t := range s.texts {
		reports[i] = s.program.Read("report.txt", t)
	}
	s.time(b, func(i int) { rows(&reports[i]) })
}
