package output

import (
	"errors"
	"fmt"
	"slices"
)

// NewParquet returns a Writer of Parquet tables into a folder. The folder may hold a
// dataset already, to which new inputs are added; those that it knows are replaced.
func NewParquet(dir string, opts Options) (*ParquetFolder, error) {
	if opts.Partition != "" && opts.Partition != partitionYear {
		return nil, fmt.Errorf("partition %q: no such partition; use %s", opts.Partition, partitionYear)
	}
	s, err := openStore(dir, opts)
	if err != nil {
		return nil, err
	}
	holds, err := loadHoldings(s)
	if err != nil {
		s.close()
		return nil, err
	}
	return &ParquetFolder{
		store: s, holdings: holds, known: holds.fingerprints(),
		told: newSorter(dir, toldBytes), linked: map[int]uint64{},
	}, nil
}

// ParquetFolder is a Writer of a dataset of Parquet tables. It takes up reports by the
// batch: each batch is put on disk while the next is read, so that memory stays bounded
// and a run that is broken off is taken up where it ended.
type ParquetFolder struct {
	store    *store
	holdings *holdings
	known    map[string][]fingerprint // what stood at the start, for the workers to ask
	waiting  []*entry
	chars    int
	replaced []*entry       // on disk, and to be dropped with the next batch
	staging  *staging       // nil where none is under way
	told     *sorter        // what the documents of this run tell
	linked   map[int]uint64 // parts of this run → sum of their answers
}

// fingerprint is what the facts of a document depend on.
type fingerprint struct{ sha256, rules string }

// mostWaiting bounds the characters of a batch: some reports are as long as books.
const mostWaiting = 2 << 20

// Knows reports whether the dataset held a document of the source when it was opened.
// It is safe for concurrent use, as is Holds.
func (p *ParquetFolder) Knows(source string) bool {
	_, ok := p.known[cleanSource(source)]
	return ok && !p.store.opts.Force
}

// Holds reports whether the dataset held the very bytes of the source when it was opened,
// read by the rules of today.
func (p *ParquetFolder) Holds(source, sha256 string) bool {
	return p.Knows(source) && slices.Contains(p.known[cleanSource(source)], fingerprint{sha256, p.store.opts.RulesHash})
}

// Write takes the rows of a document, or of an input that was rejected.
func (p *ParquetFolder) Write(rows Rows) error {
	if len(rows.Documents) == 0 && len(rows.Rejects) == 0 {
		return nil
	}
	rows = p.store.opts.prepare(rows)
	e, replaced := p.holdings.admit(entryOf(&rows))
	p.replaced = append(p.replaced, replaced...)
	if e == nil {
		return nil
	}
	p.waiting = append(p.waiting, e)
	p.chars += int(e.chars)
	most := p.store.opts.Batch
	if most <= 0 {
		most = DefaultBatch
	}
	if len(p.waiting) >= most || p.chars >= mostWaiting {
		return p.commit()
	}
	return nil
}

// Stop adds what waits to the dataset and leaves links and panel to the next run: who
// stops a program does not want to wait. It ends the Writer as Close does.
func (p *ParquetFolder) Stop() error {
	defer p.close()
	switch {
	case p.staging == nil && len(p.waiting) == 0 && len(p.replaced) == 0:
		return nil
	case p.staging == nil && len(p.store.files) == 0:
		return p.first()
	}
	return p.settle()
}

// settle makes all that was written part of the dataset.
func (p *ParquetFolder) settle() error {
	if len(p.waiting) > 0 || len(p.replaced) > 0 {
		if err := p.commit(); err != nil {
			return err
		}
	}
	return p.finish()
}

// close waits for what is under way, and drops it.
func (p *ParquetFolder) close() {
	if p.staging != nil {
		_ = p.staging.wait() // nobody asks any more
		p.staging = nil
	}
	p.told.remove()
	p.store.close()
}

// Close adds what waits, merges parts where they have become many, and makes the links
// between reports and the panel.
func (p *ParquetFolder) Close() error {
	defer p.close()
	if p.staging == nil && len(p.store.files) == 0 {
		return p.first()
	}
	if err := p.settle(); err != nil {
		return err
	}
	if !p.store.behind {
		return nil // nothing new
	}
	if earlier := p.earlier(); len(earlier) > 0 {
		if err := tellFiles(p.told, p.store.dataset(earlier...)); err != nil {
			return err
		}
	}
	entries := p.holdings.entries()
	if p.store.crowded(entries) {
		p.linked = nil // parts get other numbers
		if err := p.store.merge(entries); err != nil {
			return err
		}
	}
	return p.store.relate(entries, p.told, p.linked)
}

// earlier are the parts in force that are not of this run.
func (p *ParquetFolder) earlier() []int {
	parts := partsOf(p.store.files)
	for part := range p.linked {
		delete(parts, part)
	}
	return sortedParts(parts)
}

// Pending reports whether Write, Stop or Close has parts to read: something waits or
// is being written, or links and panel are still to be made.
func (p *ParquetFolder) Pending() bool {
	return p.staging != nil || len(p.waiting) > 0 || len(p.replaced) > 0 || p.store.behind
}

// Abort drops what waits.
func (p *ParquetFolder) Abort() { p.close() }

// first writes a dataset that fits into one batch, as most do, without reading it back.
func (p *ParquetFolder) first() error {
	if len(p.waiting) == 0 {
		return errors.New("no rows to write")
	}
	sortEntries(p.waiting)
	cells := relateAll(p.waiting)
	err := p.store.stagePart(1, p.waiting)
	if err == nil {
		err = p.store.stagePanel(sizeOf(p.waiting), func(put func([]PanelRow) error) error { return put(cells.rows()) })
	}
	if err != nil {
		p.store.abort()
		return err
	}
	return p.step(&staging{part: 1, entries: p.waiting}, false)
}
