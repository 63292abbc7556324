package output

// SectionRow is a heading and the text up to the next heading.
type SectionRow struct {
	SectionID  string `parquet:"section_id,delta"`
	DocID      string `parquet:"doc_id,dict"`
	ReportYear int32  `parquet:"report_year,optional,dict"`
	ParentID   string `parquet:"parent_id,optional"`
	Depth      int32  `parquet:"depth"`
	Number     string `parquet:"number,optional,dict"`
	Title      string `parquet:"title,optional"`
	Part       string `parquet:"part,optional,dict"`
	Start      int32  `parquet:"start,delta"`
	End        int32  `parquet:"end,delta"`
}

func sectionRows(in places) []SectionRow {
	rows := make([]SectionRow, 0, len(in.doc.Sections))
	for i, s := range in.doc.Sections {
		start, end := in.points(s.Span)
		rows = append(rows, SectionRow{
			SectionID: in.sectionID(i), DocID: in.doc.ID, ReportYear: int32(in.doc.Meta.ReportYear),
			ParentID: in.sectionID(s.Parent), Depth: int32(s.Level),
			Number: in.text(s.Number), Title: in.text(s.Title), Part: string(s.Part),
			Start: start, End: end,
		})
	}
	return rows
}
