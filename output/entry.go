package output

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"
)

// entry is what a dataset holds of one input: a document, or the reject of an input
// that could not be read.
type entry struct {
	doc     string // empty for a rejected input
	source  string
	sha256  string
	rules   string
	year    int32
	chars   int32
	part    int         // where it stands; 0 while it waits
	rejects []RejectRow // of the document, or of the input
	rows    *Rows       // while it waits
	again   bool        // met in this run
}

// entryOf is what is to be added for the rows of one input.
func entryOf(rows *Rows) *entry {
	e := &entry{source: sourceOf(*rows), rejects: rows.Rejects, rows: rows}
	if len(rows.Documents) > 0 {
		d := &rows.Documents[0]
		e.doc, e.sha256, e.rules, e.year, e.chars = d.DocID, d.SHA256, d.RulesHash, d.ReportYear, d.Chars
	}
	return e
}

// place is that of the document, whose rows are in memory.
func (e *entry) place() string {
	if len(e.rows.Documents) == 0 {
		return ""
	}
	d := &e.rows.Documents[0]
	return Place(d.RegionCode, d.Region, d.DocID)
}

// rename gives the rows of a document another name.
func (e *entry) rename(doc string) {
	if e.doc != doc {
		*e.rows = renamed(*e.rows, e.doc, doc)
		e.doc, e.rejects = doc, e.rows.Rejects
	}
}

// sortEntries puts entries in the order of the tables: rejected inputs, then documents
// by name.
func sortEntries(entries []*entry) {
	slices.SortStableFunc(entries, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.source, b.source), cmp.Compare(reasonOf(a), reasonOf(b)))
	})
}

// reasonOf is why an input was rejected.
func reasonOf(e *entry) string {
	if e.doc != "" || len(e.rejects) == 0 {
		return ""
	}
	return e.rejects[0].Reason
}

// cleanSource is a source as it is compared: ./a.txt is a.txt, but a key of an object
// store may be a//b.
func cleanSource(source string) string {
	if strings.Contains(source, "://") {
		return source
	}
	return path.Clean(source)
}

// partSize says how much goes into a part, before it is written: encoders and memory are
// set up by it.
type partSize struct{ documents, chars int }

// large says whether there is much to compress, some reports.
func (p partSize) large() bool { return p.chars >= 100_000 }

func sizeOf(entries []*entry) partSize {
	var size partSize
	for _, e := range entries {
		if e.doc != "" {
			size.documents++
		}
		size.chars += int(e.chars)
	}
	return size
}

// stagePart writes the tables of a part, whose rows are in memory or on disk.
func (s *store) stagePart(part int, entries []*entry) error { return s.partJobs(part, entries)() }

// partJobs is the work of stagePart, which may be done beside other work on the dataset.
func (s *store) partJobs(part int, entries []*entry) func() error {
	parts := map[int]bool{0: true} // in memory
	for _, e := range entries {
		parts[e.part] = true
	}
	d, size := s.dataset(sortedParts(parts)...), sizeOf(entries)
	sortEntries(entries)
	jobs := slices.Concat(
		tableJobs(s, part, size, entries, newCursor(d, "facts", func(r *Rows) *[]FactRow { return &r.Facts })),
		tableJobs(s, part, size, entries, newCursor(d, "sentences", func(r *Rows) *[]SentenceRow { return &r.Sentences })),
		tableJobs(s, part, size, entries, newCursor(d, "documents", func(r *Rows) *[]DocumentRow { return &r.Documents })),
		tableJobs(s, part, size, entries, targetCursor(d, nil)),
		tableJobs(s, part, size, entries, newCursor(d, "sections", func(r *Rows) *[]SectionRow { return &r.Sections })),
		[]func() error{func() error { return s.stageRejects(part, entries) }},
	)
	return func() error { return run(atATime, jobs) }
}

// tableJobs are the files of one table of a part: one, or one a year.
func tableJobs[T any](s *store, part int, size partSize, entries []*entry, from *cursor[T]) []func() error {
	if s.opts.Partition == "" {
		return []func() error{func() error { return stageRows(s, part, "", size, entries, from) }}
	}
	byYear := map[int32][]*entry{}
	var years []int32
	for _, e := range entries {
		if e.doc == "" {
			continue
		}
		if byYear[e.year] == nil {
			years = append(years, e.year)
		}
		byYear[e.year] = append(byYear[e.year], e)
	}
	return []func() error{func() error { // one after the other: they share the cursor
		for _, year := range years {
			if err := stageRows(s, part, hiveYear(year), sizeOf(byYear[year]), byYear[year], from); err != nil {
				return err
			}
		}
		return nil
	}}
}

// stageRows writes the rows of the entries, one entry after the other, and lets them go.
func stageRows[T any](s *store, part int, partition string, size partSize, entries []*entry, from *cursor[T]) error {
	defer from.close()
	return s.stageTable(from.table, partition, part, false, func(w io.Writer) (int, error) {
		out, err := newTableWriter[T](s, w, from.table, size)
		if err != nil {
			return 0, err
		}
		expected := 0
		for _, e := range entries {
			if e.rows != nil {
				expected += len(*from.pick(e.rows))
			}
		}
		out.expect(expected, size.chars)
		for _, e := range entries {
			rows, err := from.rows(e)
			if err == nil {
				err = out.add(rows)
			}
			if err != nil {
				return 0, err
			}
			from.drop(e)
		}
		return out.close(s)
	})
}

func (s *store) stageRejects(part int, entries []*entry) error {
	return s.stageTable("rejects", "", part, false, func(w io.Writer) (int, error) {
		out, err := newTableWriter[RejectRow](s, w, "rejects", partSize{})
		if err != nil {
			return 0, err
		}
		for _, e := range entries {
			if err := out.add(e.rejects); err != nil {
				return 0, err
			}
		}
		return out.close(s)
	})
}
