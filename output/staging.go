package output

import (
	"cmp"
	"slices"
)

// staging is a batch that is being written beside the reading of the next one. Its files
// have their names, and are part of the dataset, only after step.
type staging struct {
	part     int
	entries  []*entry
	replaced []*entry // which go when these come
	answers  uint64   // sum of the answers
	done     chan error
}

// wait waits for the end of the writing and tells what went wrong.
func (b *staging) wait() error { return <-b.done }

// commit begins to write what waits, once the batch before is part of the dataset.
func (p *ParquetFolder) commit() error {
	if err := p.finish(); err != nil {
		return err
	}
	b := &staging{part: p.store.nextPart(), entries: p.waiting, replaced: p.replaced, done: make(chan error, 1)}
	p.waiting, p.replaced, p.chars, p.staging = nil, nil, 0, b
	stage := p.store.partJobs(b.part, b.entries)
	go func() { b.done <- p.stage(b, stage) }()
	if len(b.replaced) > 0 { // a part that loses documents is written anew, from what is on disk now
		return p.finish()
	}
	return nil
}

// stage writes a batch, with the aims linked to the results in it, as most are that are ever
// answered: reports of a place come together.
func (p *ParquetFolder) stage(b *staging, write func() error) error {
	linkAll(b.entries)
	b.answers = sumOfAnswers(p.store.seed, b.entries)
	return cmp.Or(tell(p.told, b.entries), write())
}

// finish makes the batch that is being written part of the dataset.
func (p *ParquetFolder) finish() error {
	if p.staging == nil {
		return nil
	}
	b := p.staging
	p.staging = nil
	if err := b.wait(); err != nil {
		p.store.abort()
		return err
	}
	p.linked[b.part] = b.answers
	return p.step(b, true)
}

// step puts the staged part in force, and the parts that lost documents to it anew.
func (p *ParquetFolder) step(b *staging, behind bool) error {
	hurt := map[int]bool{}
	for _, e := range b.replaced {
		if e.part != 0 {
			hurt[e.part] = true
		}
	}
	rest, next := map[int][]*entry{}, b.part
	for n := range hurt {
		rest[n] = p.holdings.of(n)
	}
	for _, n := range sortedParts(hurt) {
		if len(rest[n]) == 0 {
			continue
		}
		next++
		if err := p.store.stagePart(next, rest[n]); err != nil {
			p.store.abort()
			return err
		}
		for _, e := range rest[n] {
			e.part = next
		}
	}
	if err := p.store.step(p.store.filesOf(hurt), behind); err != nil {
		return err
	}
	for _, e := range b.entries {
		e.part, e.rows = b.part, nil
		if e.doc != "" {
			e.rejects = slices.Clone(e.rejects) // and not the rows around them
		}
	}
	return nil
}

func sortedParts(parts map[int]bool) []int {
	var list []int
	for n := range parts {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}
