package output

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
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
	dir     string
	mu      sync.Mutex
	staged  []staged
	syncs   sync.WaitGroup
	syncErr error
}

// staged is a finished file under its temporary name.
type staged struct {
	temp string
	file fileEntry
}

// tempPattern is the names of files that are not finished.
const tempPattern = ".zhibiao-*"

// openFolder makes the directory and proves at once that it can be written, before
// hours of work go into tables that find no place.
func openFolder(dir string) (*folder, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("output folder %s: %w; name a folder that can be made", dir, err)
	}
	probe, err := os.CreateTemp(dir, tempPattern)
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w; name a folder that you may write to", dir, err)
	}
	if err := cmp.Or(probe.Close(), os.Remove(probe.Name())); err != nil {
		return nil, fmt.Errorf("output folder %s: %w", dir, err)
	}
	return &folder{dir: dir}, nil
}

// write stages a file with what fill writes. It is safe for concurrent use.
func (f *folder) write(name, table string, rows int, fill func(io.Writer) error) error {
	named := func(string) string { return name }
	return f.stage(fileEntry{table: table}, named, true, func(w io.Writer) (int, error) { return rows, fill(w) })
}

// stage stages a file under the name that named gives for the hash of its content. A
// file without rows is dropped unless it is to be kept.
func (f *folder) stage(file fileEntry, named func(sum string) string, keep bool, fill func(io.Writer) (int, error)) error {
	temp, err := os.CreateTemp(f.dir, tempPattern)
	if err != nil {
		return fmt.Errorf("write %s in %s: %w", file.table, f.dir, err)
	}
	sum := &tally{hash: sha256.New()}
	buffered := bufio.NewWriterSize(io.MultiWriter(temp, sum), 1<<15)
	file.Rows, err = fill(buffered)
	err = cmp.Or(err, buffered.Flush(), temp.Chmod(0o644))
	err = cmp.Or(err, temp.Close())
	if err == nil && file.Rows == 0 && !keep {
		return os.Remove(temp.Name())
	}
	digest := hex.EncodeToString(sum.hash.Sum(nil))
	file.Path, file.Bytes, file.Hash = named(digest), sum.bytes, "sha256:"+digest
	f.mu.Lock()
	defer f.mu.Unlock()
	f.staged = append(f.staged, staged{temp.Name(), file})
	if errors.Is(err, os.ErrNotExist) { // it was made of other files
		return err
	}
	if err != nil {
		return fmt.Errorf("write %s: %w; is the disk full?", filepath.Join(f.dir, file.Path), err)
	}
	f.syncs.Go(func() { f.sync(temp.Name()) })
	return nil
}

// files lists what is staged, by table and name.
func (f *folder) files() []fileEntry {
	var files []fileEntry
	for _, s := range f.staged {
		files = append(files, s.file)
	}
	slices.SortFunc(files, func(a, b fileEntry) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// publish gives the staged files their names, once they are on disk: those of tables,
// then documents, then the description. Where a document stands, all that is told of it
// stands.
func (f *folder) publish() error {
	if f.syncs.Wait(); f.syncErr != nil {
		return f.fail(f.syncErr)
	}
	slices.SortFunc(f.staged, func(a, b staged) int {
		return cmp.Or(cmp.Compare(turn(a.file.Path), turn(b.file.Path)), strings.Compare(a.file.Path, b.file.Path))
	})
	for _, s := range f.staged {
		path := filepath.Join(f.dir, s.file.Path)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return f.fail(err)
		}
		if err := os.Rename(s.temp, path); err != nil {
			return f.fail(err)
		}
	}
	f.staged = nil
	return nil // the names need no flush: a disk that loses them loses the last ones first
}

// commit publishes files that have the names of those of an earlier run. The old ones
// go before, documents first: a broken run must not leave new tables beside old documents.
func (f *folder) commit() error {
	earlier, err := readDescription(f.dir)
	if err != nil {
		return f.fail(err)
	}
	old := f.files()
	if earlier != nil {
		old = append(old, earlier.files()...)
	}
	slices.SortStableFunc(old, func(a, b fileEntry) int { return cmp.Compare(turn(b.Path), turn(a.Path)) })
	for _, file := range old {
		if err := os.Remove(filepath.Join(f.dir, file.Path)); err != nil && !os.IsNotExist(err) {
			return f.fail(err)
		}
	}
	return f.publish()
}

// sync flushes a staged file to disk, beside the writing of the next ones: a disk takes
// longer for it than the encoder for a small table.
func (f *folder) sync(name string) {
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err == nil {
		err = cmp.Or(file.Sync(), file.Close())
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.syncErr = cmp.Or(f.syncErr, err)
}

// turn is when a file gets its name: tables, then documents, then the description.
func turn(name string) int {
	switch {
	case name == datasetFile:
		return 2
	case strings.HasPrefix(name, "documents"):
		return 1
	default:
		return 0
	}
}

// fail drops what is staged and tells why.
func (f *folder) fail(err error) error {
	f.abort()
	return fmt.Errorf("output folder %s: %w", f.dir, err)
}

// abort removes the temporary files.
func (f *folder) abort() {
	f.syncs.Wait()
	for _, s := range f.staged {
		_ = os.Remove(s.temp) // already renamed, or nothing more can be done
	}
	f.staged = nil
}
