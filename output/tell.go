package output

import (
	"cmp"
	"strings"
)

// tell keeps what the documents of entries in memory tell until they are related.
func tell(to *sorter, entries []*entry) error {
	var p packer
	for _, e := range entries {
		if e.doc == "" {
			continue
		}
		a := accountOf(&e.rows.Documents[0])
		if err := p.tell(to, &a, true, e.rows.Facts); err != nil {
			return err
		}
	}
	return nil
}

// tellFiles keeps what documents on disk tell.
func tellFiles(to *sorter, d *Dataset) error {
	var p packer
	var failed error
	kept, names := map[string]filed{}, map[string]string{}
	err := scan(d, "documents", func(_ string, _ int64, rows []placedDocument) {
		for i := range rows {
			document := rows[i].document()
			a := accountOf(&document)
			kept[a.doc] = filed{a.plan, once(names, a.codeNow), once(names, a.prefecture)}
			failed = cmp.Or(failed, p.tell(to, &a, true, nil))
		}
	})
	if err = cmp.Or(err, failed); err != nil {
		return err
	}
	err = scan(d, "facts", func(_ string, _ int64, rows []toldRow) {
		for len(rows) > 0 {
			of := rows[0].DocID
			a := account{of, rows[0].RegionCode, rows[0].Region, rows[0].Province, rows[0].Level, kept[of].codeNow, kept[of].prefecture, rows[0].ReportYear, kept[of].plan}
			var facts []FactRow
			for ; len(rows) > 0 && rows[0].DocID == of; rows = rows[1:] {
				facts = append(facts, rows[0].fact())
			}
			failed = cmp.Or(failed, p.tell(to, &a, false, facts))
		}
	})
	return cmp.Or(err, failed)
}

// filed is what a document tells of itself that its facts do not.
type filed struct {
	plan                int32
	codeNow, prefecture string
}

// once is a name, kept once however many documents have it.
func once(names map[string]string, name string) string {
	kept, ok := names[name]
	if !ok {
		kept = strings.Clone(name)
		names[kept] = kept
	}
	return kept
}

// placedDocument is what tells of which place and year a document speaks.
type placedDocument struct {
	DocID      string `parquet:"doc_id"`
	RegionCode string `parquet:"region_code,optional,dict"`
	Region     string `parquet:"region,optional,dict"`
	CodeNow    string `parquet:"region_code_now,optional,dict"`
	Prefecture string `parquet:"prefecture,optional,dict"`
	Province   string `parquet:"province,optional,dict"`
	Level      string `parquet:"level,optional,dict"`
	ReportYear int32  `parquet:"report_year,optional"`
	PlanStart  int32  `parquet:"plan_start,optional"`
	Complete   bool   `parquet:"complete"`
	Facts      int32  `parquet:"facts"`
}

func (d *placedDocument) document() DocumentRow {
	return DocumentRow{
		DocID: d.DocID, RegionCode: d.RegionCode, Region: d.Region, CodeNow: d.CodeNow, Prefecture: d.Prefecture, Province: d.Province,
		Level: d.Level, ReportYear: d.ReportYear, PlanStart: d.PlanStart, Complete: d.Complete, Facts: d.Facts,
	}
}
