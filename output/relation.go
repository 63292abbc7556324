package output

import (
	"bytes"
	"iter"

	"zhibiao/extract"
)

// relation is the work of one relate.
type relation struct {
	store   *store
	entries []*entry
	parts   map[string]int // document → part
	told    *sorter
	linked  map[int]uint64 // part → sum of the answers that stand there, where it is known
	answers *answers
}

// panel hands out the rows of the panel place after place, and finds the answers to
// aims on the way.
func (r *relation) panel(put func([]PanelRow) error) error {
	const at = atATime + 1 // one is filled while workers relate others
	free := make(chan *local, at)
	for range at {
		l := newLocal(r.told.root)
		defer l.facts.remove()
		free <- l
	}
	for rows, err := range inOrder(atATime, r.places(free), func(l *local) ([]PanelRow, error) {
		defer func() { free <- l }()
		return r.place(l)
	}) {
		if err == nil {
			err = put(rows)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// places hands out what is told of one place after the other, in locals that are free.
func (r *relation) places(free <-chan *local) iter.Seq2[*local, error] {
	return func(yield func(*local, error) bool) {
		var place []byte
		var l *local
		for record, err := range r.told.all() {
			if err != nil {
				yield(nil, err)
				return
			}
			if here := placeOf(record[0]); l == nil || !bytes.Equal(here, place) {
				if l != nil && !yield(l, nil) {
					return
				}
				place, l = append(place[:0], here...), <-free
				l.clear()
			}
			if err := l.open(record[1]); err != nil {
				yield(nil, err)
				return
			}
		}
		if l != nil {
			yield(l, nil)
		}
	}
}

// place are the rows of one place.
func (r *relation) place(l *local) ([]PanelRow, error) {
	var rows []placedRow
	for group, err := range l.groups() {
		if err == nil {
			rows, err = r.group(rows, group)
		}
		if err != nil {
			return nil, err
		}
	}
	return sortPanel(rows), nil
}

// group relates what reports of one place tell of one indicator, sorted by report, and
// appends its cells.
func (r *relation) group(rows []placedRow, group []told) ([]placedRow, error) {
	if len(group) == 0 {
		return rows, nil
	}
	if group[0].fact.IndicatorCode != "" {
		cells := panel{}
		for i := range group {
			cells.tell(&group[i])
		}
		rows = cells.settled(rows)
	}
	return rows, r.match(group)
}

// match finds what was reached of the aims of a group.
func (r *relation) match(group []told) error {
	results, asked, aimed := results{}, asked{}, 0
	for i := range group {
		if f := &group[i].fact; f.Status == string(extract.Target) {
			asked.ask(f)
			aimed++
		}
	}
	for i := range group {
		asked.answer(&group[i].fact, results)
	}
	if !asked.answered {
		return nil
	}
	aims := make([]TargetRow, 0, aimed)
	for i := range group {
		if f := &group[i].fact; f.Status == string(extract.Target) {
			aims = append(aims, TargetRow{FactRow: *f})
		}
	}
	aims = results.link(aims)
	for i := range aims {
		if aims[i].ReachedFactID == "" {
			continue
		}
		if err := r.answers.add(r.parts[aims[i].DocID], answerTo(&aims[i])); err != nil {
			return err
		}
	}
	return nil
}
