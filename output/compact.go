package output

import (
	"fmt"
	"slices"
)

// partChars bounds the characters of a part after compaction: about 50 MB of text, a
// thousand reports, some 10 to 20 MB of facts.
const partChars = 16 << 20

// Compact merges the parts of a dataset into few large ones, sorted by document. What
// comes out depends on the documents alone, and not on the runs and interruptions in
// which they came. It returns the number of parts before and after.
func Compact(dir string) (before, after int, err error) {
	d, err := described(dir)
	if err != nil {
		return 0, 0, err
	}
	s, err := openStore(dir, d.options())
	if err != nil {
		return 0, 0, err
	}
	defer s.close()
	h, err := loadHoldings(s)
	if err != nil {
		return 0, 0, err
	}
	entries := h.entries()
	before = len(partsOf(s.files))
	whole := !s.behind && s.panels() <= 1 // workers write a panel each
	if err := s.merge(entries); err != nil || whole {
		return before, len(partsOf(s.files)), err
	}
	told := newSorter(dir, toldBytes)
	defer told.remove()
	if err := tellFiles(told, s.dataset()); err != nil {
		return before, len(partsOf(s.files)), err
	}
	return before, len(partsOf(s.files)), s.relate(entries, told, nil)
}

// panels is the number of files that the panel is in.
func (s *store) panels() int {
	n := 0
	for _, f := range s.files {
		if f.table == "panel" {
			n++
		}
	}
	return n
}

// mostSmall is how many parts a run leaves unmerged beside full batches: every file costs a
// reader a third of a millisecond to open.
const mostSmall = 16

// crowded reports whether the dataset has many more parts than it needs.
func (s *store) crowded(entries []*entry) bool {
	return len(partsOf(s.files)) > mostSmall+2*(sizeOf(entries).chars/mostWaiting)
}

// merge puts the entries into parts of full size.
func (s *store) merge(entries []*entry) error {
	old := slices.DeleteFunc(slices.Clone(s.files), func(f fileEntry) bool { return f.table == "panel" })
	if err := s.stageMerged(entries); err != nil {
		s.abort()
		return err
	}
	return s.step(old, s.behind)
}

func (s *store) stageMerged(entries []*entry) error {
	parts := 0
	for len(entries) > 0 {
		n, chars := 0, 0
		for n < len(entries) && (n == 0 || chars+int(entries[n].chars) <= partChars) {
			chars += int(entries[n].chars)
			n++
		}
		parts++
		if err := s.stagePart(parts, entries[:n]); err != nil {
			return err
		}
		for _, e := range entries[:n] {
			e.part = parts
		}
		entries = entries[n:]
	}
	return nil
}

// Vacuum removes what runs that were broken off have left in the folder of a dataset,
// and returns their paths.
func Vacuum(dir string) ([]string, error) {
	d, err := described(dir)
	if err != nil {
		return nil, err
	}
	s, err := openStore(dir, d.options())
	if err != nil {
		return nil, err
	}
	defer s.close()
	return s.strays, nil
}

// described reads the dataset.json of a folder, which must be one of Parquet tables.
func described(dir string) (*dataset, error) {
	d, err := readDescription(dir)
	if err != nil {
		return nil, err
	}
	if d == nil || d.Layout.Format != formatParquet {
		return nil, fmt.Errorf("dataset %s: no Parquet tables; write some with zhibiao extract REPORTS -o %s", dir, dir)
	}
	return d, nil
}

// options are those that the dataset was written with.
func (d *dataset) options() Options {
	return Options{Version: d.Version, RulesHash: d.Rules, Partition: d.Layout.Partition, Wide: d.Layout.Wide}
}

// partsOf are the numbers of the parts that files belong to.
func partsOf(files []fileEntry) map[int]bool {
	parts := map[int]bool{}
	for _, f := range files {
		if f.table == "documents" || f.table == "rejects" && f.Rows > 0 {
			parts[f.Part] = true
		}
	}
	return parts
}
