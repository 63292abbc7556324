// Package zhibiao is the whole program in four steps: read a report, extract its facts,
// normalize them, write tables.
package zhibiao

import (
	"fmt"
	"io/fs"
	"slices"

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
}

// The matchers that run the rules' patterns: the built-in engine, and regexp2 as its
// yardstick.
const (
	MatcherTable   = "table"
	MatcherRegexp2 = "regexp2"
)

// Program finds the facts of reports. It is safe for concurrent use.
type Program struct {
	lexicons   *seeds.Lexicons
	rules      *rules.Set
	places     report.Gazetteer
	extractor  *extract.Extractor
	normalizer *normalize.Normalizer
	words      segment.Segmenter // for the table of sentences; nil without tokens
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
	p := &Program{lexicons: lexicons, normalizer: normalize.New(lexicons), options: o}
	if p.rules, err = rules.LoadWith(lexicons, o.Folder); err != nil {
		return nil, err
	}
	switch o.Matcher {
	case "", MatcherTable:
	case MatcherRegexp2:
		if err := p.rules.UseRegexp2(); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("no matcher %q: name %s or %s", o.Matcher, MatcherTable, MatcherRegexp2)
	}
	if p.places, err = lexicons.Regions(); err != nil {
		return nil, err
	}
	return p, p.segment(o)
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
	if p.extractor, err = extract.New(p.lexicons, p.rules, words); err != nil {
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

// Facts reads a report's text, extracts its facts and normalizes them. What could not
// be normalized is returned with its reason.
func (p *Program) Facts(id, text string) (report.Document, []normalize.Fact, []normalize.Miss) {
	doc := report.Read(id, text, p.places)
	facts, misses := p.normalizer.Facts(&doc, p.extractor.Extract(&doc))
	return doc, facts, misses
}

// Rules are the rules that the program works with.
func (p *Program) Rules() *rules.Set { return p.rules }

// Lexicons are the word lists that the program works with.
func (p *Program) Lexicons() *seeds.Lexicons { return p.lexicons }

// Choose are the rules of the given names, or all where none is given.
func (p *Program) Choose(names []string) ([]*rules.Rule, error) {
	if len(names) == 0 {
		return p.rules.Rules, nil
	}
	var chosen []*rules.Rule
	for _, name := range names {
		i := slices.IndexFunc(p.rules.Rules, func(r *rules.Rule) bool { return r.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("no rule %q; zhibiao rules list names them", name)
		}
		chosen = append(chosen, p.rules.Rules[i])
	}
	return chosen, nil
}

// Entries is the number of entries of all lexicons.
func (p *Program) Entries() int {
	l := p.lexicons
	return len(l.Units) + len(l.Classifiers) + len(l.Numerals) + len(l.Bounds) + len(l.Names) +
		len(l.Idioms) + len(l.Indicators) + len(l.Actions) + len(l.Words)
}
