package output

import (
	"bytes"
	"io"
	"slices"

	"zhibiao/extract"
)

// toldBytes and answersHeld bound what is held in memory while reports are related.
const (
	toldBytes   = 24 << 20
	answersHeld = 50_000
)

// relate makes what spans reports: what later reports say of aims, and the panel. It goes
// through what the reports tell, sorted by place and indicator, because only facts that
// share both have to do with each other, and holds those only.
func (s *store) relate(entries []*entry, told *sorter, linked map[int]uint64) error {
	r := &relation{
		store: s, entries: entries, linked: linked, parts: map[string]int{}, told: told,
		answers: newSpill[answer](s.dir, s.held),
	}
	defer r.answers.remove()
	for _, e := range entries {
		r.parts[e.doc] = e.part
	}
	old := slices.DeleteFunc(slices.Clone(s.files), func(f fileEntry) bool { return f.table != "panel" })
	if err := s.stagePanel(sizeOf(entries), r.panel); err != nil {
		s.abort()
		return err
	}
	stale, err := r.answer()
	if err != nil {
		s.abort()
		return err
	}
	return s.step(append(old, stale...), false)
}

// relateAll makes what spans reports from entries in memory: it links their aims, and
// returns the panel.
func relateAll(entries []*entry) panel {
	cells := panel{}
	for _, e := range entries {
		for i := range e.rows.Documents {
			cells.add(&e.rows.Documents[i], e.rows.Facts)
		}
	}
	linkAll(entries)
	return cells
}

// occasion is the place and the years that a fact is about.
type occasion struct {
	place      string
	start, end int32
}

func occasionOf(f *FactRow) occasion {
	return occasion{Place(f.RegionCode, f.Region, f.DocID), f.PeriodStart, f.PeriodEnd}
}

// linkAll links the aims of entries in memory to results among them.
func linkAll(entries []*entry) {
	asked, r := map[occasion]bool{}, results{}
	for _, e := range entries {
		for i := range e.rows.Targets {
			if t := &e.rows.Targets[i]; t.PeriodEnd != 0 {
				asked[occasionOf(&t.FactRow)] = true
			}
		}
	}
	for _, e := range entries {
		for i := range e.rows.Facts {
			if f := &e.rows.Facts[i]; asked[occasionOf(f)] {
				r.file(f)
			}
		}
	}
	for _, e := range entries {
		e.rows.Targets = r.link(e.rows.Targets)
	}
}

// stagePanel writes the panel, whose rows come in order.
func (s *store) stagePanel(size partSize, fill func(put func([]PanelRow) error) error) error {
	return s.stageTable("panel", "", 1, true, func(w io.Writer) (int, error) {
		out, err := newTableWriter[PanelRow](s, w, "panel", size)
		if err != nil {
			return 0, err
		}
		if err := fill(out.add); err != nil {
			return 0, err
		}
		return out.close(s)
	})
}

// relation is the work of one relate.
type relation struct {
	store   *store
	entries []*entry
	parts   map[string]int // document → part
	told    *sorter
	linked  map[int]uint64 // part → sum of the answers that stand there, where it is known
	answers *spill[answer] // by part
}

// panel hands out the rows of the panel place after place, and finds the answers to
// aims on the way.
func (r *relation) panel(put func([]PanelRow) error) error {
	var group []told // of one place and indicator
	var rows []placedRow
	var place, indicator []byte
	for record, err := range r.told.all() {
		if err != nil {
			return err
		}
		key := record[0]
		if !bytes.Equal(indicatorOf(key), indicator) {
			if rows, err = r.group(rows, group); err != nil {
				return err
			}
			group, indicator = group[:0], append(indicator[:0], indicatorOf(key)...)
		}
		if !bytes.Equal(placeOf(key), place) {
			if err := put(sortPanel(rows)); err != nil {
				return err
			}
			rows, place = rows[:0], append(place[:0], placeOf(key)...)
		}
		group = slices.Grow(group, 1)[:len(group)+1]
		if err := group[len(group)-1].read(record[1]); err != nil {
			return err
		}
	}
	rows, err := r.group(rows, group)
	if err != nil {
		return err
	}
	return put(sortPanel(rows))
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
	is := func(status extract.Status) func(told) bool {
		return func(t told) bool { return t.fact.Status == string(status) }
	}
	if !slices.ContainsFunc(group, is(extract.Target)) || !slices.ContainsFunc(group, is(extract.Actual)) {
		return nil
	}
	results := results{}
	var aims []TargetRow
	for i := range group {
		switch f := &group[i].fact; f.Status {
		case string(extract.Target):
			aims = append(aims, TargetRow{FactRow: *f})
		case string(extract.Actual):
			results.file(f)
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
