package output

import (
	"io"
	"slices"
)

// toldBytes and answersHeld bound what is held in memory while reports are related.
const (
	toldBytes   = 8 << 20
	answersHeld = 50_000
)

// relate makes what spans reports: what later reports say of aims, and the panel. It goes
// through what the reports tell, sorted by place and indicator, because only facts that
// share both have to do with each other, and holds those only.
func (s *store) relate(entries []*entry, told *sorter, linked map[int]uint64) error {
	r := &relation{
		store: s, entries: entries, linked: linked, parts: map[string]int{}, told: told,
		answers: newAnswers(s),
	}
	defer r.answers.heaps.remove()
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

// asked is what the aims of a place ask for.
type asked struct {
	years    [][2]int32 // first and last
	answered bool       // results are told of some
}

// ask notes the years of an aim.
func (a *asked) ask(aim *FactRow) {
	if years := yearsOf(aim); aim.PeriodEnd != 0 && !slices.Contains(a.years, years) {
		a.years = append(a.years, years)
	}
}

// answer files a fact that is a result of years that are asked for.
func (a *asked) answer(f *FactRow, to results) {
	if slices.Contains(a.years, yearsOf(f)) && isResult(f) {
		to.file(f)
		a.answered = true
	}
}

func yearsOf(f *FactRow) [2]int32 { return [...]int32{f.PeriodStart, f.PeriodEnd} }

// linkAll links the aims of entries in memory to results among them.
func linkAll(entries []*entry) {
	places, r := map[string]*asked{}, results{}
	for _, e := range entries {
		place := e.place()
		if places[place] == nil {
			places[place] = &asked{}
		}
		asked := places[place]
		for i := range e.rows.Targets {
			asked.ask(&e.rows.Targets[i].FactRow)
		}
	}
	for _, e := range entries {
		asked := places[e.place()]
		for i := range e.rows.Facts {
			asked.answer(&e.rows.Facts[i], r)
		}
	}
	for _, e := range entries {
		if places[e.place()].answered {
			e.rows.Targets = r.link(e.rows.Targets)
		}
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
