package output

import "cmp"

// tell keeps what the documents of entries in memory tell until they are related.
func tell(to *sorter, entries []*entry) error {
	for _, e := range entries {
		if e.doc == "" {
			continue
		}
		d := &e.rows.Documents[0]
		plan := planned(d.Complete, d.PlanStart, d.ReportYear)
		mark := told{fact: FactRow{
			DocID: d.DocID, RegionCode: d.RegionCode, Region: d.Region, Province: d.Province, Level: d.Level, IndicatorCode: always,
		}, plan: plan, mark: true}
		if err := to.tell(&mark); err != nil {
			return err
		}
		for i := range e.rows.Facts {
			if f := &e.rows.Facts[i]; matters(f) {
				if err := to.tell(&told{fact: *f, plan: plan}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// tellFiles keeps what documents on disk tell.
func tellFiles(to *sorter, d *Dataset) error {
	plans := map[string]int32{}
	var failed error
	err := scan(d, "documents", func(_ string, _ int64, rows []placedDocument) {
		for i := range rows {
			p := &rows[i]
			plans[p.DocID] = planned(p.Complete, p.PlanStart, p.ReportYear)
			mark := told{fact: FactRow{
				DocID: p.DocID, RegionCode: p.RegionCode, Region: p.Region, Province: p.Province, Level: p.Level, IndicatorCode: always,
			}, plan: plans[p.DocID], mark: true}
			failed = cmp.Or(failed, to.tell(&mark))
		}
	})
	if err = cmp.Or(err, failed); err != nil {
		return err
	}
	err = scan(d, "facts", func(_ string, _ int64, rows []toldRow) {
		for i := range rows {
			t := told{fact: rows[i].fact(), plan: plans[rows[i].DocID]}
			if matters(&t.fact) {
				failed = cmp.Or(failed, to.tell(&t))
			}
		}
	})
	return cmp.Or(err, failed)
}

// tell adds a fact.
func (s *sorter) tell(t *told) error { return s.add(t.appendKey, t.append) }

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
