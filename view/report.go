package view

import (
	"zhibiao/output"
	"zhibiao/report"
)

// Head is what lists show of a report.
type Head struct {
	ID       string `json:"id"`
	Title    string `json:"title,omitempty"`
	Region   string `json:"region,omitempty"`
	Code     string `json:"region_code,omitempty"`
	Province string `json:"province,omitempty"`
	Level    string `json:"level,omitempty"`
	Year     int32  `json:"year,omitempty"`
	Chars    int32  `json:"chars"`
	Facts    int32  `json:"facts"`
	Digest   bool   `json:"digest,omitempty"` // no whole report
}

// Report is a report with all that its page needs. Offsets count code points of Text.
type Report struct {
	Head
	Review    string    `json:"review,omitempty"` // years looked back on
	Plan      string    `json:"plan,omitempty"`   // years planned
	Evidence  string    `json:"evidence,omitempty"`
	Text      string    `json:"text"`
	Sections  []Section `json:"sections"`
	Sentences []int32   `json:"sentences"` // where each begins
	FactList  []Fact    `json:"fact_list"`
}

// Section is a heading and the text up to the next.
type Section struct {
	Start  int32  `json:"start"`
	End    int32  `json:"end"`
	Depth  int32  `json:"depth"`
	Number string `json:"number,omitempty"`
	Title  string `json:"title,omitempty"`
	Part   string `json:"part,omitempty"`
}

// reportOf makes the report of the rows of one document.
func reportOf(rows *output.Rows) Report {
	d := &rows.Documents[0]
	r := Report{
		Head: headOf(d), Text: d.Text, Evidence: d.Evidence,
		Review: years(d.ReviewStart, d.ReviewEnd), Plan: years(d.PlanStart, d.PlanEnd),
		Sections:  make([]Section, 0, len(rows.Sections)),
		Sentences: make([]int32, 0, len(rows.Sentences)),
		FactList:  make([]Fact, 0, len(rows.Facts)),
	}
	for i := range rows.Sections {
		s := &rows.Sections[i]
		r.Sections = append(r.Sections, Section{s.Start, s.End, s.Depth, s.Number, s.Title, s.Part})
	}
	for i := range rows.Sentences {
		r.Sentences = append(r.Sentences, rows.Sentences[i].Start)
	}
	for i := range rows.Facts {
		r.FactList = append(r.FactList, factOf(&rows.Facts[i]))
	}
	return r
}

func headOf(d *output.DocumentRow) Head {
	return Head{
		ID: d.DocID, Title: d.Title, Region: d.Region, Code: d.RegionCode, Province: d.Province,
		Level: d.Level, Year: d.ReportYear, Chars: d.Chars, Facts: d.Facts, Digest: !d.Complete,
	}
}

func headsOf(heads []output.DocumentHead) []Head {
	list := make([]Head, 0, len(heads))
	for _, d := range heads {
		list = append(list, Head{
			ID: d.DocID, Title: d.Title, Region: d.Region, Code: d.RegionCode, Province: d.Province,
			Level: d.Level, Year: d.ReportYear, Chars: d.Chars, Facts: d.Facts, Digest: !d.Complete,
		})
	}
	return list
}

func years(start, end int32) string {
	return report.Years{Start: int(start), End: int(end)}.String()
}
