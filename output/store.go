package output

import (
	"cmp"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// store is a folder of Parquet tables that changes in steps. A step writes parts under
// temporary names, flushes them to disk, renames them, documents last, and then puts the
// new dataset.json in place of the old, which is the moment at which the step holds;
// parts that it replaces go after that. A run that dies at any point leaves the
// dataset of the last step, and strays that the next run removes.
type store struct {
	*folder
	opts    Options
	files   []fileEntry // in force
	behind  bool        // links and panel are still to be made
	strays  []string    // removed when the store was opened
	lock    *os.File
	told    bool         // dataset.json stands
	held    int          // answers that do
	seed    maphash.Seed // of sums that are compared within this run
	presses presses
	writers writers
}

func newStore(f *folder, opts Options) *store {
	return &store{folder: f, opts: opts, writers: writers{free: map[string]any{}}, seed: maphash.MakeSeed(), held: answersHeld}
}

// openStore opens a folder for writing, with the dataset that it may hold.
func openStore(dir string, opts Options) (*store, error) {
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	s := newStore(f, opts)
	if s.lock, err = lockFolder(dir); err != nil {
		return nil, err
	}
	if err := s.load(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// load reads what the folder holds and removes the strays in it.
func (s *store) load() error {
	d, err := readDescription(s.dir)
	if err != nil {
		return err
	}
	if d != nil {
		if err := s.check(d); err != nil {
			return err
		}
		s.files, s.behind, s.told = d.files(), d.Behind, true
	}
	if s.strays, err = strays(s.dir, s.files); err != nil {
		return err
	}
	if d == nil {
		if err := undescribed(s.dir); err != nil {
			return err
		}
	}
	return remove(s.dir, s.strays)
}

// undescribed tells of tables in a folder without a description.
func undescribed(dir string) error {
	found, err := strays(dir, nil)
	if err == nil && slices.ContainsFunc(found, func(p string) bool { return filepath.Ext(p) == ".parquet" }) {
		err = fmt.Errorf("output folder %s: holds tables without the %s that describes them; put it back, or choose another folder", dir, datasetFile)
	}
	return err
}

// check tells what keeps a dataset from being added to.
func (s *store) check(d *dataset) error {
	want := layout{formatParquet, s.opts.Partition, s.opts.Wide}
	switch {
	case d.Layout.Format != formatParquet:
		return fmt.Errorf("output folder %s: holds tables in %s; choose another folder", s.dir, d.Layout.name())
	case d.Schema != SchemaVersion:
		return fmt.Errorf("dataset %s: has schema version %s, this program writes %s; choose another folder", s.dir, d.Schema, SchemaVersion)
	case d.Layout != want:
		return fmt.Errorf("dataset %s: %s; or choose another folder", s.dir, d.Layout.against(want))
	}
	return nil
}

// name is the format for readers, also of a description that tells none.
func (l layout) name() string { return cmp.Or(l.Format, "a format of another version") }

// against tells how what a run asks for differs from the layout, and what to do about it.
func (l layout) against(want layout) string {
	var lines []string
	tell := func(asked bool, flag string) {
		if asked {
			lines = append(lines, "is written without "+flag+": leave it out")
		} else {
			lines = append(lines, "is written with "+flag+": add it")
		}
	}
	if l.Partition != want.Partition {
		tell(want.Partition != "", "--partition "+cmp.Or(l.Partition, want.Partition))
	}
	if l.Wide != want.Wide {
		tell(want.Wide, "--wide")
	}
	return strings.Join(lines, "; ")
}

// stageTable stages files of a table: a part of it, or one year of a part.
func (s *store) stageTable(table, partition string, part int, keep bool, fill func(io.Writer) (int, error)) error {
	named := func(sum string) string { return partName(table, partition, part, sum) }
	return s.stage(fileEntry{table: table, Part: part}, named, keep, fill)
}

// step puts the staged files in force in place of those that are dropped.
func (s *store) step(dropped []fileEntry, behind bool) error {
	kept := without(s.files, dropped)
	if err := s.fillGaps(kept); err != nil {
		s.abort()
		return err
	}
	if !s.told { // so that parts are never without a description
		if err := s.describe(nil, true); err != nil {
			return s.fail(err)
		}
	}
	added := s.folder.files()
	if err := s.publish(); err != nil {
		return err
	}
	files := append(without(kept, added), added...)
	slices.SortFunc(files, func(a, b fileEntry) int { return strings.Compare(a.Path, b.Path) })
	if err := s.describe(files, behind); err != nil {
		return s.fail(err)
	}
	s.files, s.behind = files, behind
	var gone []string
	for _, f := range without(dropped, added) {
		gone = append(gone, filepath.Join(s.dir, f.Path))
	}
	return remove(s.dir, gone)
}

// partitioned reports whether the rows of a table have a report year.
func partitioned(table string) bool { return table != "panel" && table != "rejects" }

// describe replaces dataset.json.
func (s *store) describe(files []fileEntry, behind bool) error {
	temp, err := os.CreateTemp(s.dir, tempPattern)
	if err != nil {
		return err
	}
	err = describe(temp, formatParquet, files, behind, s.opts)
	err = cmp.Or(err, temp.Chmod(0o644), temp.Sync())
	err = cmp.Or(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), filepath.Join(s.dir, datasetFile))
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	s.told = true
	return nil
}

// nextPart is the number after all that are in force.
func (s *store) nextPart() int {
	n := 1
	for _, f := range s.files {
		if f.table != "panel" {
			n = max(n, f.Part+1)
		}
	}
	return n
}

// filesOf lists the files of parts, of tables that come in parts.
func (s *store) filesOf(parts map[int]bool, tables ...string) []fileEntry {
	var files []fileEntry
	for _, f := range s.files {
		if parts[f.Part] && f.table != "panel" && (len(tables) == 0 || slices.Contains(tables, f.table)) {
			files = append(files, f)
		}
	}
	return files
}

// dataset opens what is in force for reading: all of it, or some parts.
func (s *store) dataset(parts ...int) *Dataset {
	d := &Dataset{dir: s.dir, files: map[string][]string{}, runs: map[string]map[string]runOf{}}
	for _, f := range s.files {
		if len(parts) == 0 || slices.Contains(parts, f.Part) {
			d.files[f.table] = append(d.files[f.table], absolute(s.dir, f))
		}
	}
	return d
}

// close lets other runs in, and drops what has not become part of the dataset.
func (s *store) close() {
	s.abort()
	if s.lock != nil {
		_ = s.lock.Close() // nothing was written to it
	}
}

// without lists the files that are not among others.
func without(files, others []fileEntry) []fileEntry {
	gone := map[string]bool{}
	for _, f := range others {
		gone[f.Path] = true
	}
	var left []fileEntry
	for _, f := range files {
		if !gone[f.Path] {
			left = append(left, f)
		}
	}
	return left
}
