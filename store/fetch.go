package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// path is the path of a file on this machine.
func (f *Folder) path(name string) string { return filepath.Join(f.Dir, filepath.FromSlash(name)) }

// Fetch brings all tables that are still away: what is added to is read as a whole.
func (f *Folder) Fetch() error {
	if len(f.away) == 0 {
		return nil
	}
	return failed(f.url, f.fetch(f.away, true))
}

// fetch brings files to this machine. Whole asks that they are what the description says
// they are; else what is missing or damaged is left to be found.
func (f *Folder) fetch(files []file, whole bool) error {
	err := each(files, func(file file) error {
		err := f.bring(file, whole)
		if is(err, Missing) && !whole {
			return nil
		}
		return failed(f.location.url(f.location.below(file.Path)), err)
	})
	f.away = without(f.away, files)
	return err
}

// bring brings one file.
func (f *Folder) bring(named file, whole bool) (err error) {
	r, err := f.client.read(f.client.writing, f.bucket, f.location.below(named.Path))
	if err != nil {
		return err
	}
	defer r.Close()
	path := f.path(named.Path)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	to, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	sum := sha256.New()
	if _, err := io.Copy(io.MultiWriter(to, sum), r); err != nil {
		return err
	}
	if got := "sha256:" + hex.EncodeToString(sum.Sum(nil)); whole && got != named.Hash {
		return fmt.Errorf("%s: the content has hash %s, not %s as %s says; write the tables anew", f.location.url(f.location.below(named.Path)), got, named.Hash, descriptionFile)
	}
	return nil
}
