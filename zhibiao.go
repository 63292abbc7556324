// Package zhibiao finds the quantities of Chinese government work reports (政府工作报告),
// ties each to its indicator, and gives them as exact values.
//
// Load once, then read as many reports as there are, from any number of goroutines:
//
//	p, err := zhibiao.New(zhibiao.Options{})
//	if err != nil { … }
//	for _, f := range p.Extract("地区生产总值增长6.7%左右。") {
//		fmt.Println(f.Indicator, f.Action, f.Value, f.Unit, f.Bound)
//	}
//
// Extract is for a text whose facts are all that matters, Read also tells the title, the
// place and the years of the report, ReadInput takes a file of any format and encoding.
// Batch streams over many inputs with several workers, in order and in little memory, and
// Tabulate writes what comes of them to tables.
//
// What the fields of a fact mean is told by zhibiao schema facts and docs/tables.md.
package zhibiao

import (
	"cmp"
	"fmt"
	"io/fs"
	"sync"

	"zhibiao/extract"
	"zhibiao/extract/segment"
	"zhibiao/normalize"
	"zhibiao/report"
	"zhibiao/rules"
	"zhibiao/seeds"
)

// Options say what the program works with.
type Options struct {
	Folder    fs.FS  // rules and lexicons of the user's own, laid over the built-in ones; nil for none
	Segmenter string // SegmenterTrie or SegmenterGSE; empty for the built-in one
	Matcher   string // MatcherTable or MatcherRegexp2; empty for the built-in one
	Tokens    bool   // fill the words of the sentences

	// What is known of all reports that are read, and else found in each: the place, by its
	// code of GB/T 2260 or its name, 220200, 吉林市, 长春朝阳; and the year of delivery.
	Region     string
	ReportYear int
}

// The matchers that run the rules' patterns: the built-in engine, and regexp2 as its
// yardstick.
const (
	MatcherTable   = "table"
	MatcherRegexp2 = "regexp2"
)

// Program finds the facts of reports. It is ready after New, is never changed, and is safe
// for concurrent use; a process needs one.
type Program struct {
	lexicons   *seeds.Lexicons
	rules      *rules.Set
	reader     report.Reader
	extractor  *extract.Extractor
	normalizer *normalize.Normalizer
	words      segment.Segmenter // for the table of sentences; nil without tokens
	spare      *spare
	options    Options
}

// New loads and checks lexicons and rules; all that is wrong with either is reported at
// once.
func New(o Options) (*Program, error) {
	lexicons, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	if o.Folder != nil {
		if lexicons, err = lexicons.Overlay(o.Folder); err != nil {
			return nil, err
		}
	}
	p := &Program{lexicons: lexicons, normalizer: normalize.New(lexicons), spare: &spare{}, options: o}
	var places, words error // prepared beside the rules
	var group sync.WaitGroup
	group.Go(func() { words = p.segment(o) })
	group.Go(func() { places = p.read() })
	err = p.match(o)
	group.Wait()
	if err := cmp.Or(err, words, places); err != nil {
		return nil, err
	}
	p.extractor.Use(p.rules)
	return p, nil
}

// For is the program for reports whose place and year of delivery are known, as Options.Region
// and Options.ReportYear tell them. It shares all else with p, and costs nothing to make. A
// place or a year that is none is an error.
func (p *Program) For(region string, reportYear int) (*Program, error) {
	known := *p
	known.options.Region, known.options.ReportYear = region, reportYear
	if err := known.read(); err != nil {
		return nil, err
	}
	return &known, nil
}

// read prepares what finds place and year of a report.
func (p *Program) read() error {
	regions, err := p.lexicons.Regions()
	if err != nil {
		return err
	}
	p.reader = report.Reader{Places: regions, ReportYear: p.options.ReportYear}
	if year := p.options.ReportYear; year != 0 && (year < 1900 || year > 2100) {
		return fmt.Errorf("report year %d is none between 1900 and 2100; give the year in which the reports were delivered", year)
	}
	if p.options.Region != "" {
		p.reader.Region, err = regions.Find(p.options.Region)
	}
	return err
}

// match prepares the rules.
func (p *Program) match(o Options) (err error) {
	if p.rules, err = rules.LoadWith(p.lexicons, o.Folder); err != nil {
		return err
	}
	switch o.Matcher {
	case "", MatcherTable:
	case MatcherRegexp2:
		return p.rules.UseRegexp2()
	default:
		return fmt.Errorf("no matcher %q: name %s or %s", o.Matcher, MatcherTable, MatcherRegexp2)
	}
	return nil
}

// segment prepares what cuts text into words.
func (p *Program) segment(o Options) error {
	var words segment.Segmenter // nil lets the extractor take its own
	var err error
	if o.Segmenter != "" {
		if words, err = newSegmenter(o.Segmenter, p.lexicons); err != nil {
			return err
		}
	}
	if p.extractor, err = extract.New(p.lexicons, words); err != nil {
		return err
	}
	if o.Tokens && words == nil {
		words, err = newSegmenter(SegmenterTrie, p.lexicons)
	}
	if o.Tokens {
		p.words = words
	}
	return err
}

// Rules are the rules that the program works with.
func (p *Program) Rules() *rules.Set { return p.rules }

// Lexicons are the word lists that the program works with.
func (p *Program) Lexicons() *seeds.Lexicons { return p.lexicons }
