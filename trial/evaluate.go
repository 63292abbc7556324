// Package trial puts the program to the test: against gold, against the examples of its
// own rules, and over a corpus.
package trial

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"zhibiao"
	"zhibiao/eval"
	"zhibiao/source"
)

// Runs name the files that an evaluation reads.
type Runs struct {
	Gold      []string // gold files; each report's text stands beside its gold or in Texts
	Texts     string   // folder of the texts that do not stand beside their gold; may be empty
	Predicted string   // facts to judge; empty to extract them from the texts
	Against   string   // facts of an earlier run to compare with; may be empty
}

// Evaluate holds what the program finds, or the predicted facts of a file, against gold.
func Evaluate(ctx context.Context, p *zhibiao.Program, runs Runs) (*eval.Evaluation, error) {
	gold, texts, err := readGold(runs)
	if err != nil {
		return nil, err
	}
	seen := map[string]*eval.Text{}
	var got []eval.Fact
	for r := range p.Batch(ctx, source.Walk(texts, source.Options{}), 2) {
		if r.Err != nil {
			if runs.Predicted != "" { // the text is only for showing sentences
				continue
			}
			return nil, fmt.Errorf("%w; a report's text stands beside its gold, or give --predicted FILE", r.Err)
		}
		seen[r.ID] = eval.NewText(r.Document)
		for i := range r.Rows.Facts {
			got = append(got, eval.Fact{Line: r.Rows.Facts[i].Line()})
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if runs.Predicted != "" {
		if got, err = readFacts(runs.Predicted); err != nil {
			return nil, err
		}
	}
	e := eval.New(gold, got, seen)
	if runs.Against != "" {
		older, err := readFacts(runs.Against)
		if err != nil {
			return nil, err
		}
		e.CompareWith(older, got, gold)
	}
	return e, nil
}

// readGold reads gold files and lists the texts that they speak of, which stand beside
// them, or else in the folder of texts, under the document's name.
func readGold(runs Runs) (gold []eval.Fact, texts []string, err error) {
	beside := map[string]string{}
	for _, path := range runs.Gold {
		facts, err := readFacts(path)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range facts {
			if _, known := beside[f.Doc]; !known {
				beside[f.Doc] = textOf(f.Doc, filepath.Dir(path), runs.Texts)
			}
		}
		gold = append(gold, facts...)
	}
	return gold, slices.Sorted(maps.Values(beside)), nil
}

// textOf is where a document's text stands: beside its gold or, if it is not there, in
// the folder of texts.
func textOf(doc, dir, texts string) string {
	path := filepath.Join(dir, doc)
	if _, err := os.Stat(path); err != nil && texts != "" {
		return filepath.Join(texts, doc)
	}
	return path
}

func readFacts(path string) ([]eval.Fact, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w; give a file of facts, one JSON object a line", err)
	}
	defer file.Close()
	return eval.Read(file, path)
}
