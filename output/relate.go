package output

import (
	"cmp"
	"io"
	"slices"

	"zhibiao/extract"
)

// regionFacts bounds the facts that are held at a time while reports are related.
const regionFacts = 50_000

// relate makes what spans reports, from what is on disk: what later reports say of aims,
// and the panel. It goes through the regions by groups, because only reports of one place
// have to do with each other, and holds the few columns that matter of one group only.
func (s *store) relate(entries []*entry) error {
	r, err := newRelation(s, entries)
	if err != nil {
		return err
	}
	defer r.close()
	if err := r.gather(); err != nil {
		return err
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
	r, cells := results{}, panel{}
	for _, e := range entries {
		r.add(e.rows.Facts)
		for i := range e.rows.Documents {
			cells.add(&e.rows.Documents[i], e.rows.Facts)
		}
	}
	for _, e := range entries {
		r.link(e.rows.Targets)
	}
	return cells
}

// stagePanel writes the panel, whose rows come in order.
func (s *store) stagePanel(size partSize, fill func(put func([]PanelRow) error) error) error {
	return s.stageTable("panel", "", 1, true, func(w io.Writer) (int, error) {
		out := newTableWriter[PanelRow](s, w, "panel", size)
		if err := fill(out.add); err != nil {
			return 0, err
		}
		return out.close(s)
	})
}

// relation is the work of one relate.
type relation struct {
	store   *store
	data    *Dataset
	entries []*entry
	parts   map[string]int // document → part
	groups  [][]DocumentRow
	group   map[string]int // document → group
	facts   *spill[toldRow]
	answers *spill[answer] // by part
}

func newRelation(s *store, entries []*entry) (*relation, error) {
	r := &relation{
		store: s, data: s.dataset(), entries: entries, parts: map[string]int{}, group: map[string]int{},
		facts: newSpill[toldRow](s.dir, s.group), answers: newSpill[answer](s.dir, s.group),
	}
	for _, e := range entries {
		r.parts[e.doc] = e.part
	}
	return r, r.divide()
}

func (r *relation) close() {
	r.facts.remove()
	r.answers.remove()
}

// placedDocument is what tells of which place and year a document speaks.
type placedDocument struct {
	DocID      string `parquet:"doc_id"`
	RegionCode string `parquet:"region_code,optional,dict"`
	Region     string `parquet:"region,optional,dict"`
	Province   string `parquet:"province,optional,dict"`
	Level      string `parquet:"level,optional,dict"`
	ReportYear int32  `parquet:"report_year,optional"`
	PlanStart  int32  `parquet:"plan_start,optional"`
	Complete   bool   `parquet:"complete"`
	Facts      int32  `parquet:"facts"`
}

func (d *placedDocument) document() DocumentRow {
	return DocumentRow{
		DocID: d.DocID, RegionCode: d.RegionCode, Region: d.Region, Province: d.Province,
		Level: d.Level, ReportYear: d.ReportYear, PlanStart: d.PlanStart, Complete: d.Complete, Facts: d.Facts,
	}
}

// divide puts the documents into groups of neighbouring regions, in the order of the
// panel.
func (r *relation) divide() error {
	placed, err := all[placedDocument](r.data, "documents")
	if err != nil {
		return err
	}
	slices.SortFunc(placed, func(a, b placedDocument) int {
		return cmp.Or(cmp.Compare(a.RegionCode, b.RegionCode), cmp.Compare(namedPlace(a), namedPlace(b)), cmp.Compare(a.DocID, b.DocID))
	})
	facts, last := 0, ""
	for _, d := range placed {
		name := Place(d.RegionCode, d.Region, d.DocID)
		if len(r.groups) == 0 || facts >= r.store.group && name != last {
			r.groups, facts = append(r.groups, nil), 0
		}
		facts, last = facts+int(d.Facts), name
		n := len(r.groups) - 1
		r.group[d.DocID] = n
		r.groups[n] = append(r.groups[n], d.document())
	}
	return nil
}

// namedPlace is the name of a place without a code: its reports lie together.
func namedPlace(d placedDocument) string {
	if d.RegionCode != "" {
		return ""
	}
	return d.Region
}

// gather sorts the facts that matter by group.
func (r *relation) gather() error {
	var failed error
	err := scan(r.data, "facts", func(_ string, _ int64, rows []toldRow) {
		for i := range rows {
			if failed == nil && rows[i].matters() {
				failed = r.facts.add(r.group[rows[i].DocID], rows[i])
			}
		}
	})
	return cmp.Or(err, failed)
}

// panel hands out the rows of the panel group after group, and finds the answers to
// aims on the way.
func (r *relation) panel(put func([]PanelRow) error) error {
	for n, documents := range r.groups {
		told, err := r.facts.take(n)
		if err != nil {
			return err
		}
		byDoc := make(map[string][]FactRow, len(documents))
		for i := range documents {
			byDoc[documents[i].DocID] = make([]FactRow, 0, documents[i].Facts)
		}
		for i := range told {
			byDoc[told[i].DocID] = append(byDoc[told[i].DocID], told[i].fact())
		}
		slices.SortFunc(documents, func(a, b DocumentRow) int { return cmp.Compare(a.DocID, b.DocID) })
		results, cells := results{}, panel{}
		for i := range documents {
			facts := byDoc[documents[i].DocID]
			results.add(facts)
			cells.add(&documents[i], facts)
		}
		if err := cmp.Or(r.match(documents, byDoc, results), put(cells.rows())); err != nil {
			return err
		}
	}
	return nil
}

// match finds what was reached of the aims of a group.
func (r *relation) match(documents []DocumentRow, byDoc map[string][]FactRow, results results) error {
	for _, d := range documents {
		var aims []TargetRow
		for _, f := range byDoc[d.DocID] {
			if f.Status == string(extract.Target) {
				aims = append(aims, TargetRow{FactRow: f})
			}
		}
		results.link(aims)
		for i := range aims {
			if aims[i].ReachedFactID == "" {
				continue
			}
			if err := r.answers.add(r.parts[d.DocID], answerTo(&aims[i])); err != nil {
				return err
			}
		}
	}
	return nil
}
