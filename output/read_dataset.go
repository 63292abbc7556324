package output

import (
	"fmt"
	"sync"
)

// Dataset is a folder of Parquet tables as NewParquet writes it, open for reading. It is
// safe for concurrent use. Files are opened for each look, so that a dataset written anew
// in the same place is no half of each.
type Dataset struct {
	dir   string
	files map[string][]string // table → paths, in order
	mu    sync.Mutex
	runs  map[string]map[string]runOf // table → document → where its rows stand
}

// OpenDataset finds the tables in a folder.
func OpenDataset(dir string) (*Dataset, error) {
	d := &Dataset{dir: dir, files: map[string][]string{}, runs: map[string]map[string]runOf{}}
	described, err := readDescription(dir)
	if err != nil {
		return nil, fmt.Errorf("dataset %s: %w", dir, err)
	}
	for _, table := range tableNames() {
		if d.files[table], err = described.paths(dir, table); err != nil {
			return nil, fmt.Errorf("dataset %s: %w", dir, err)
		}
	}
	for _, table := range []string{"documents", "facts"} {
		if len(d.files[table]) == 0 {
			return nil, fmt.Errorf("dataset %s: no table of %s; write one with zhibiao extract REPORTS -o %s", dir, table, dir)
		}
	}
	return d, nil
}

// DocumentHead is what a list shows of a document.
type DocumentHead struct {
	DocID      string `parquet:"doc_id"`
	Title      string `parquet:"title,optional"`
	DocType    string `parquet:"doc_type,optional,dict"`
	RegionCode string `parquet:"region_code,optional,dict"`
	Region     string `parquet:"region,optional,dict"`
	Province   string `parquet:"province,optional,dict"`
	Level      string `parquet:"level,optional,dict"`
	ReportYear int32  `parquet:"report_year,optional"`
	Complete   bool   `parquet:"complete"`
	Chars      int32  `parquet:"chars"`
	Facts      int32  `parquet:"facts"`
}

// Heads lists the documents without their texts.
func (d *Dataset) Heads() ([]DocumentHead, error) {
	return all[DocumentHead](d, "documents")
}

// Panel reads the table of indicators by region and year.
func (d *Dataset) Panel() ([]PanelRow, error) {
	return all[PanelRow](d, "panel")
}
