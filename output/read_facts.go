package output

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// NameCount is an indicator's name with its code and the number of facts that bear it.
type NameCount struct {
	Name, Code string
	Facts      int
}

// Names counts the names of indicators, the most frequent first.
func (d *Dataset) Names() ([]NameCount, error) {
	type key struct{ name, code string }
	counts := map[key]int{}
	err := scan(d, "facts", func(_ string, _ int64, rows []calledOf) {
		for _, row := range rows {
			if row.Indicator != "" {
				counts[key{row.Indicator, row.Code}]++
			}
		}
	})
	if err != nil {
		return nil, err
	}
	list := make([]NameCount, 0, len(counts))
	for k, n := range counts {
		list = append(list, NameCount{k.name, k.code, n})
	}
	slices.SortFunc(list, func(a, b NameCount) int {
		if a.Facts != b.Facts {
			return b.Facts - a.Facts
		}
		return strings.Compare(a.Name+"\x00"+a.Code, b.Name+"\x00"+b.Code)
	})
	return list, nil
}

// calledOf is what a fact is about.
type calledOf struct {
	Indicator string `parquet:"indicator,optional"`
	Code      string `parquet:"indicator_code,optional,dict"`
}

// FactBrief is what a list across documents shows of a fact.
type FactBrief struct {
	FactID        string `parquet:"fact_id"`
	DocID         string `parquet:"doc_id,dict"`
	Region        string `parquet:"region,optional,dict"`
	ReportYear    int32  `parquet:"report_year,optional"`
	Start         int32  `parquet:"start,delta"`
	End           int32  `parquet:"end,delta"`
	Text          string `parquet:"text"`
	Indicator     string `parquet:"indicator,optional"`
	Action        string `parquet:"action,optional,dict"`
	Kind          string `parquet:"kind,dict"`
	ValueText     string `parquet:"value_text,optional"`
	LowText       string `parquet:"low_text,optional"`
	HighText      string `parquet:"high_text,optional"`
	Unit          string `parquet:"unit,optional,dict"`
	Bound         string `parquet:"bound,optional,dict"`
	Aspect        string `parquet:"aspect,optional,dict"`
	Direction     string `parquet:"direction,optional,dict"`
	Status        string `parquet:"status,optional,dict"`
	PeriodStart   int32  `parquet:"period_start,optional"`
	PeriodEnd     int32  `parquet:"period_end,optional"`
	UnitCode      string `parquet:"unit_code,optional,dict"`
	CanonicalText string `parquet:"canonical_value_text,optional"`
}

// Facts reads the facts of an indicator across all documents by its name, and no more
// than most of them.
func (d *Dataset) Facts(name string, most int) ([]FactBrief, error) {
	var runs []runOf
	err := readColumn(d, "facts", "indicator", func(path string, at int64, value []byte) bool {
		if string(value) == name {
			runs = append(runs, runOf{path, at, 1})
		}
		return len(runs) < most
	})
	if err != nil {
		return nil, err
	}
	var facts []FactBrief
	for len(runs) > 0 {
		n := slices.IndexFunc(runs, func(r runOf) bool { return r.path != runs[0].path })
		if n < 0 {
			n = len(runs)
		}
		if facts, err = pick(facts, runs[:n]); err != nil {
			return nil, err
		}
		runs = runs[n:]
	}
	return facts, nil
}

// near is how many rows it is quicker to read over than to seek past: a seek unpacks a
// page of every column.
const near = 4_000

// pick reads single rows of one file.
func pick(facts []FactBrief, runs []runOf) ([]FactBrief, error) {
	err := open(runs[0].path, func(r *parquet.GenericReader[FactBrief]) error {
		rows := make([]FactBrief, batch)
		at, held := int64(-near), 0 // rows holds so many from row at
		for _, run := range runs {
			for run.start >= at+int64(held) {
				next := at + int64(held)
				if run.start-next > near || at < 0 {
					next = run.start
					if err := r.SeekToRow(next); err != nil {
						return err
					}
				}
				clear(rows)
				n, err := r.Read(rows)
				if n == 0 && err != nil {
					return early(err)
				}
				at, held = next, n
			}
			facts = append(facts, rows[run.start-at])
		}
		return nil
	})
	return facts, err
}

// early tells an end of file that comes too soon from one that may come.
func early(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
