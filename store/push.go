package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Push puts the dataset in the folder in place of that in the store. New files go first;
// then dataset.json, which is the moment at which the new dataset holds; what it does not
// name any more goes last. A run that dies at any point leaves the dataset of before or
// the new one, and strays that the next run removes. If nothing has changed nothing is
// done.
func (f *Folder) Push() error {
	info, err := os.Stat(f.path(descriptionFile))
	if errors.Is(err, fs.ErrNotExist) || err == nil && f.seen != nil && os.SameFile(info, f.seen) && info.ModTime().Equal(f.seen.ModTime()) && info.Size() == f.seen.Size() {
		return nil
	}
	if err == nil {
		err = f.push()
	}
	if err != nil {
		return failed(f.url, err)
	}
	f.seen = info
	return nil
}

func (f *Folder) push() error {
	description, err := os.ReadFile(f.path(descriptionFile))
	if err != nil || bytes.Equal(description, f.description) {
		return err
	}
	files, err := namedIn(description)
	if err != nil {
		return err
	}
	added, dropped := without(files, f.held), pathsLeft(f.held, files)
	if err := f.makeWay(description, added); err != nil {
		return err
	}
	if err := f.upload(added); err != nil {
		return err
	}
	if err := f.describe(description); err != nil {
		return err
	}
	f.held = files
	if err := f.remove(dropped); err != nil {
		return fmt.Errorf("the new dataset stands, but what it replaces cannot be removed: %w", err)
	}
	return nil
}

// makeWay prepares the store for files. Parts bear the hash of their content and never
// take the place of others; files that do, such as facts.csv, must not stand under the
// description of the old ones.
func (f *Folder) makeWay(description []byte, added []file) error {
	overwrites := slices.ContainsFunc(added, func(a file) bool {
		return slices.ContainsFunc(f.held, func(h file) bool { return h.Path == a.Path })
	})
	if f.description != nil && !overwrites {
		return nil
	}
	empty, err := emptied(description)
	if err != nil {
		return err
	}
	return f.describe(empty)
}

// upload puts files, documents last.
func (f *Folder) upload(files []file) error {
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b file) int { return cmp.Compare(turn(a.Path), turn(b.Path)) })
	documents := slices.IndexFunc(files, func(a file) bool { return turn(a.Path) > 0 })
	if documents < 0 {
		documents = len(files)
	}
	if err := each(files[:documents], f.put); err != nil {
		return err
	}
	return each(files[documents:], f.put)
}

// put puts one file.
func (f *Folder) put(named file) error {
	return f.client.retry(f.client.writing, func() error {
		from, err := os.Open(f.path(named.Path))
		if err != nil {
			return err
		}
		defer from.Close()
		return f.bucket.Put(f.client.writing, f.location.below(named.Path), from, Condition{})
	})
}

// describe replaces the description in the store, unless another run has done so since
// this one read it.
func (f *Folder) describe(description []byte) error {
	taken := &Fault{
		Kind: Changed, What: "another run has written to it since this one began",
		Cure: "what that run wrote stands; run this one again when it has ended",
	}
	now, version, err := f.read() // for stores that know no conditions
	if err != nil {
		return err
	}
	if version != f.version || (now == nil) != (f.description == nil) {
		return taken
	}
	only := Condition{Absent: f.description == nil, Version: f.version}
	err = f.bucket.Put(f.client.writing, f.location.below(descriptionFile), bytes.NewReader(description), only)
	if err != nil && !is(err, Changed) && !is(err, Unreachable) {
		return err
	}
	// what stands now tells who was first, also where the store's answer was lost
	now, version, failed := f.read()
	switch {
	case failed != nil:
		return cmp.Or(err, failed)
	case bytes.Equal(now, description):
		f.description, f.version = now, version
		return nil
	case is(err, Unreachable):
		return err
	}
	return taken
}

// pathsLeft lists the paths of files that others do not have.
func pathsLeft(files, others []file) []string {
	known := map[string]bool{}
	for _, f := range others {
		known[f.Path] = true
	}
	var left []string
	for _, f := range files {
		if !known[f.Path] {
			left = append(left, f.Path)
		}
	}
	return left
}

// PushAll puts all files of the folder, where no description names them.
func (f *Folder) PushAll() error {
	var files []file
	err := filepath.WalkDir(f.Dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(f.Dir, p)
		files = append(files, file{Path: filepath.ToSlash(name)})
		return err
	})
	if err != nil {
		return err
	}
	return failed(f.url, f.upload(files))
}
