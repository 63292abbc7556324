package view

import (
	"sync"

	"zhibiao/output"
)

// shelf is a dataset with what has been read of it so far. Nothing is read before it is
// asked for, so that the first page comes at once however large the dataset is.
type shelf struct {
	data  *output.Dataset
	heads func() ([]Head, error)
	panel func() ([]Cell, error)
	names func() ([]output.NameCount, error)
	texts func() ([]textOf, error)
}

// textOf is a document's text, kept for searching.
type textOf struct{ id, text string }

func newShelf(data *output.Dataset) *shelf {
	return &shelf{
		data: data,
		heads: sync.OnceValues(func() ([]Head, error) {
			heads, err := data.Heads()
			return headsOf(heads), err
		}),
		panel: sync.OnceValues(func() ([]Cell, error) {
			rows, err := data.Panel()
			return cellsOf(rows), err
		}),
		names: sync.OnceValues(data.Names),
		texts: sync.OnceValues(func() ([]textOf, error) {
			var list []textOf
			err := data.Texts(func(id, text string) { list = append(list, textOf{id, text}) })
			return list, err
		}),
	}
}

// report reads one report.
func (s *shelf) report(id string) (Report, error) {
	rows, err := s.data.Report(id)
	if err != nil {
		return Report{}, err
	}
	return reportOf(&rows), nil
}

// called is the name that each code goes by most often.
func (s *shelf) called() (map[string]string, error) {
	counts, err := s.names()
	names := map[string]string{}
	for _, n := range counts { // the most frequent first
		if n.Code != "" && names[n.Code] == "" {
			names[n.Code] = n.Name
		}
	}
	return names, err
}

// cells are the cells of an indicator, or of a region.
func (s *shelf) cells(code, region string) ([]Cell, error) {
	panel, err := s.panel()
	found := []Cell{}
	for _, c := range panel {
		if code != "" && c.Code == code || region != "" && c.Region == region {
			found = append(found, c)
		}
	}
	return found, err
}

// mostFacts bounds the list of an indicator that has no code: 项目 has a hundred thousand.
const mostFacts = 5_000

func (s *shelf) facts(name string) ([]Fact, error) {
	rows, err := s.data.Facts(name, mostFacts)
	facts := make([]Fact, 0, len(rows))
	for i := range rows {
		facts = append(facts, factAcross(&rows[i]))
	}
	return facts, err
}
