package output

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Assembly is a dataset that many workers write. Each writes shards into a folder apart,
// under names that tell their content; readers see none of them until CommitShards names the
// files that make up the dataset, and sees all of them then. What workers that died or
// were started twice have left beside them goes with the folder.
type Assembly struct {
	dir, staging string
	lock         *os.File
}

// NewAssembly begins a dataset in a folder, and keeps other runs out of it until it is
// closed. A dataset that the folder holds is replaced if replace is set.
func NewAssembly(dir string, replace bool) (*Assembly, error) {
	if _, err := openFolder(dir); err != nil {
		return nil, err
	}
	lock, err := lockFolder(dir)
	if err != nil {
		return nil, err
	}
	a := &Assembly{dir: dir, lock: lock}
	if err := a.begin(replace); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return a, nil
}

// begin checks the folder, removes what earlier runs have left and makes the folder apart.
func (a *Assembly) begin(replace bool) error {
	d, err := readDescription(a.dir)
	if err != nil {
		return err
	}
	var named []fileEntry
	if d != nil {
		named = d.files()
	}
	switch {
	case len(named) > 0 && !replace:
		return fmt.Errorf("output folder %s: holds a dataset already; choose another folder, or say that it is to be replaced", a.dir)
	case d == nil:
		if err := undescribed(a.dir); err != nil {
			return err
		}
	}
	left, err := strays(a.dir, named)
	if err != nil {
		return err
	}
	if err := remove(a.dir, left); err != nil {
		return err
	}
	if a.staging, err = os.MkdirTemp(a.dir, tempPattern); err != nil {
		return err
	}
	return os.Chmod(a.staging, 0o755) // workers may run as another user
}

// Staging is the folder that ShardWriters write to.
func (a *Assembly) Staging() string { return a.staging }

// Close lets other runs in and removes what has not become part of the dataset.
func (a *Assembly) Close() error {
	return errors.Join(os.RemoveAll(a.staging), a.lock.Close())
}

// CommitShards makes the dataset of a folder out of the files of shards, and of nothing
// else. It may be done again, also where it was broken off, with the same outcome.
func CommitShards(dir, staging string, shards []Shard, opts Options) error {
	files, err := filesOfShards(shards)
	if err != nil {
		return err
	}
	f, err := openFolder(dir)
	if err != nil {
		return err
	}
	s := newStore(f, opts)
	d, err := readDescription(dir)
	if err != nil {
		return err
	}
	if d != nil {
		s.files, s.told = d.files(), true
	}
	var moved []fileEntry // by an attempt that was broken off
	for _, file := range files {
		temp := filepath.Join(staging, filepath.FromSlash(file.Path))
		if _, err := os.Stat(temp); err == nil {
			f.staged = append(f.staged, staged{temp, file})
			continue
		}
		if _, err := os.Stat(absolute(dir, file)); err != nil {
			return fmt.Errorf("output folder %s: file %s of a shard is gone; do all workers write to this folder?", dir, file.Path)
		}
		moved = append(moved, file)
	}
	dropped := without(s.files, files)
	s.files = append(without(s.files, moved), moved...)
	return s.step(dropped, false)
}

// filesOfShards lists the files of shards. A part that two of them claim would bring its
// documents in twice.
func filesOfShards(shards []Shard) ([]fileEntry, error) {
	var files []fileEntry
	documents := 0
	claimed := map[string]string{}
	for _, s := range shards {
		documents += s.Documents
		for _, f := range s.Files {
			files = append(files, fileEntry{f.Table, f.Part, f.Path, f.Rows, f.Bytes, f.Hash})
			part := f.Path[:strings.LastIndexByte(f.Path, '-')+1]
			if other, ok := claimed[part]; ok {
				return nil, fmt.Errorf("two shards wrote %s and %s; nothing is put in force, run it again", other, f.Path)
			}
			claimed[part] = f.Path
		}
	}
	if documents == 0 {
		return nil, errors.New("nothing done: no report could be read")
	}
	slices.SortFunc(files, func(a, b fileEntry) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}
