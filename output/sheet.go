package output

import "github.com/xuri/excelize/v2"

// sheet is a sheet of a workbook, written row after row.
type sheet struct {
	name    string
	stream  *excelize.StreamWriter
	columns int
	rows    int
	percent int // style of fractions: 6.7%
}

func newSheet(file *excelize.File, name string, header []any) (*sheet, error) {
	if _, err := file.NewSheet(name); err != nil {
		return nil, err
	}
	stream, err := file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	format := "0.0##%"
	percent, err := file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return nil, err
	}
	if err := stream.SetColWidth(1, len(header), 16); err != nil {
		return nil, err
	}
	freeze := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := stream.SetPanes(&freeze); err != nil {
		return nil, err
	}
	s := &sheet{name: name, stream: stream, columns: len(header), percent: percent}
	return s, s.add(header)
}

// style shows growth as people read it; other numbers stay as they are.
func (s *sheet) style(unit string) int {
	if unit == "fraction" {
		return s.percent
	}
	return 0
}

func (s *sheet) add(cells []any) error {
	s.rows++
	at, err := excelize.CoordinatesToCellName(1, s.rows)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, cells)
}

// finish puts filters on the header. A table needs a row even where there is none.
func (s *sheet) finish() error {
	last, err := excelize.CoordinatesToCellName(s.columns, max(s.rows, 2))
	if err != nil {
		return err
	}
	table := excelize.Table{Name: s.name, Range: "A1:" + last, StyleName: "TableStyleLight1"}
	if err := s.stream.AddTable(&table); err != nil {
		return err
	}
	return s.stream.Flush()
}
