package output

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// folder is an output directory that gets all its files or none: they are written
// under temporary names, flushed to disk, and renamed at the end.
type folder struct {
	dir    string
	mu     sync.Mutex
	staged []staged
}

// staged is a finished file under its temporary name.
type staged struct {
	name string // facts.parquet, facts/report_year=2024/part-0.parquet
	temp string
}

// openFolder makes the directory and proves at once that it can be written, before
// hours of work go into tables that find no place.
func openFolder(dir string) (*folder, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("output folder %s: %w; name a folder that can be made", dir, err)
	}
	probe, err := os.CreateTemp(dir, ".zhibiao-*")
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w; name a folder that you may write to", dir, err)
	}
	if err := cmpErr(probe.Close(), os.Remove(probe.Name())); err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	return &folder{dir: dir}, nil
}

// cmpErr is the first error there is.
func cmpErr(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// write stages a file with what fill writes. It is safe for concurrent use.
func (f *folder) write(name string, fill func(io.Writer) error) error {
	file, err := os.CreateTemp(f.dir, ".zhibiao-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", filepath.Join(f.dir, name), err)
	}
	f.mu.Lock()
	f.staged = append(f.staged, staged{name, file.Name()})
	f.mu.Unlock()
	buffered := bufio.NewWriterSize(file, 1<<16)
	err = cmpErr(fill(buffered), buffered.Flush(), file.Chmod(0o644), file.Sync())
	if err = cmpErr(err, file.Close()); err != nil {
		return fmt.Errorf("write %s: %w; is the disk full?", filepath.Join(f.dir, name), err)
	}
	return nil
}

// commit gives the files their names in the given order, so that the file a reader
// looks for first, documents, appears last. The old ones of these names go first:
// a broken run must not leave new tables beside old documents.
func (f *folder) commit(order func(name string) int) error {
	slices.SortFunc(f.staged, func(a, b staged) int {
		if d := order(a.name) - order(b.name); d != 0 {
			return d
		}
		return strings.Compare(a.name, b.name)
	})
	for i := len(f.staged) - 1; i >= 0; i-- {
		if err := os.Remove(filepath.Join(f.dir, f.staged[i].name)); err != nil && !os.IsNotExist(err) {
			return f.fail(err)
		}
	}
	for _, s := range f.staged {
		path := filepath.Join(f.dir, s.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return f.fail(err)
		}
		if err := os.Rename(s.temp, path); err != nil {
			return f.fail(err)
		}
	}
	f.staged = nil
	return syncDir(f.dir)
}

// fail drops what is staged and tells why.
func (f *folder) fail(err error) error {
	f.abort()
	return fmt.Errorf("output folder %s: %w", f.dir, err)
}

// abort removes the temporary files.
func (f *folder) abort() {
	for _, s := range f.staged {
		_ = os.Remove(s.temp) // already renamed, or nothing more can be done
	}
	f.staged = nil
}

// syncDir flushes the names in a directory to disk, where the system allows it.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("output folder %s: %w", dir, err)
	}
	_ = d.Sync() // some file systems refuse to sync a directory; the files are safe
	return d.Close()
}
