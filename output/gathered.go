package output

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// gathered are the rows of all documents, for formats that can be written only when the
// last has come: the order of their tables, the results that answer an aim and the panel
// need all of them. A batch is held in memory; more go into Parquet tables in a folder
// apart, and come back document by document.
type gathered struct {
	dir     string // of the output
	opts    Options
	most    int // characters in memory
	parts   []Rows
	chars   int
	joined  Rows           // in memory
	apart   *ParquetFolder // nil while all are in memory
	temp    string         // its folder
	data    *Dataset
	entries []*entry
	lock    *os.File // keeps other runs out of the folder
}

// newGathered begins in a folder that is there, and removes what a run that was killed has left.
func newGathered(dir string, opts Options) (gathered, error) {
	g := gathered{dir: dir, opts: opts, most: mostWaiting}
	var err error
	if g.lock, err = lockFolder(dir); err != nil {
		return g, err
	}
	left, err := filepath.Glob(filepath.Join(dir, tempPattern))
	if err == nil {
		err = remove(dir, left)
	}
	return g, err
}

// Write takes the rows of a document, or of an input that was rejected.
func (g *gathered) Write(rows Rows) error {
	if g.apart != nil {
		return g.apart.Write(rows)
	}
	g.parts = append(g.parts, rows)
	for i := range rows.Documents {
		g.chars += int(rows.Documents[i].Chars)
	}
	if g.chars < g.most {
		return nil
	}
	temp, err := os.MkdirTemp(g.dir, tempPattern)
	if err != nil {
		return fmt.Errorf("output folder %s: %w; name a folder that you may write to", g.dir, err)
	}
	g.temp = temp
	if g.apart, err = NewParquet(temp, Options{RulesHash: g.opts.RulesHash, Wide: g.opts.Wide}); err != nil {
		return err
	}
	for _, rows := range g.parts {
		if err := g.apart.Write(rows); err != nil {
			return err
		}
	}
	g.parts = nil
	return nil
}

// settle relates the documents, after which their rows can be had.
func (g *gathered) settle() error {
	if g.apart == nil {
		g.joined = Join(g.parts)
		g.joined.setRules(g.opts.RulesHash)
		g.parts = nil
		return nil
	}
	if err := g.apart.Close(); err != nil {
		return err
	}
	g.data, g.entries = g.apart.store.dataset(), g.apart.holdings.entries()
	return nil
}

// eachRow hands out the rows of a table that has a part of each document.
func eachRow[T any](g *gathered, pick func(*Rows) *[]T, from func(*Dataset) *cursor[T], visit func([]T) error) error {
	if g.apart == nil {
		return visit(*pick(&g.joined))
	}
	c := from(g.data)
	defer c.close()
	for _, e := range g.entries {
		rows, err := c.rows(e)
		if err == nil {
			err = visit(rows)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *gathered) documents(visit func([]DocumentRow) error) error {
	pick := func(r *Rows) *[]DocumentRow { return &r.Documents }
	return eachRow(g, pick, cursorOf("documents", pick), visit)
}

func (g *gathered) sections(visit func([]SectionRow) error) error {
	pick := func(r *Rows) *[]SectionRow { return &r.Sections }
	return eachRow(g, pick, cursorOf("sections", pick), visit)
}

func (g *gathered) sentences(visit func([]SentenceRow) error) error {
	pick := func(r *Rows) *[]SentenceRow { return &r.Sentences }
	return eachRow(g, pick, cursorOf("sentences", pick), visit)
}

func (g *gathered) facts(visit func([]FactRow) error) error {
	pick := func(r *Rows) *[]FactRow { return &r.Facts }
	return eachRow(g, pick, cursorOf("facts", pick), visit)
}

func (g *gathered) targets(visit func([]TargetRow) error) error {
	pick := func(r *Rows) *[]TargetRow { return &r.Targets }
	return eachRow(g, pick, func(d *Dataset) *cursor[TargetRow] { return targetCursor(d, nil) }, visit)
}

func (g *gathered) panel(visit func([]PanelRow) error) error {
	if g.apart == nil {
		return visit(g.joined.Panel)
	}
	var failed error
	err := scan(g.data, "panel", func(_ string, _ int64, rows []PanelRow) { failed = cmp.Or(failed, visit(rows)) })
	return cmp.Or(err, failed)
}

func (g *gathered) rejects(visit func([]RejectRow) error) error {
	if g.apart == nil {
		return visit(g.joined.Rejects)
	}
	for _, e := range g.entries {
		if err := visit(slices.Clone(e.rejects)); err != nil {
			return err
		}
	}
	return nil
}

func cursorOf[T any](table string, pick func(*Rows) *[]T) func(*Dataset) *cursor[T] {
	return func(d *Dataset) *cursor[T] { return newCursor(d, table, pick) }
}

// Abort drops what was gathered.
func (g *gathered) Abort() {
	if g.apart != nil {
		g.apart.Abort()
	}
	if g.temp != "" {
		_ = os.RemoveAll(g.temp) // else the next run does
	}
	if g.lock != nil {
		_ = g.lock.Close() // nothing was written to it
	}
}
