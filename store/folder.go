package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"zhibiao/output"
)

// Folder is a folder of this machine that stands for one of a store while tables are
// written or checked. Push puts what has changed in it into the store, in steps that hold
// as a whole or not at all.
type Folder struct {
	Dir         string // on this machine; Client.Close removes it
	client      *Client
	bucket      Bucket
	location    location
	url         string
	description []byte      // dataset.json as it stands in the store; nil for none
	version     string      // of it
	held        []file      // that it names
	away        []file      // of them, those that are not in Dir
	strays      []string    // parts in the store that it does not name
	seen        os.FileInfo // dataset.json in Dir when it was last looked at
}

// Look makes a folder for reading the tables that a URL stands for, all of them.
func (c *Client) Look(url string) (*Folder, error) {
	f, err := c.folder(url)
	if err != nil {
		return nil, failed(url, err)
	}
	return f, failed(url, f.fetch(f.away, false))
}

// Folder makes a folder for writing where a URL points to. It proves at once that the
// store can be written to, and removes what a run that was broken off has left there. Of
// the tables it fetches those that tell what the dataset holds.
func (c *Client) Folder(url string) (*Folder, error) {
	f, err := c.folder(url)
	if err != nil {
		return nil, failed(url, err)
	}
	if err := f.claim(); err != nil {
		return nil, failed(url, err)
	}
	var first []file
	for _, file := range f.away {
		if file.table == "documents" || file.table == "rejects" {
			first = append(first, file)
		}
	}
	return f, failed(url, f.fetch(first, true))
}

// folder reads what a dataset is.
func (c *Client) folder(url string) (*Folder, error) {
	l, b, err := c.target(url)
	if err != nil {
		return nil, err
	}
	f := &Folder{client: c, bucket: b, location: l, url: url}
	if f.description, f.version, err = f.read(); err != nil {
		return nil, err
	}
	if f.held, err = namedIn(f.description); err != nil {
		return nil, fmt.Errorf("%s: %w", f.location.url(l.below(descriptionFile)), err)
	}
	for _, file := range f.held {
		if strings.HasSuffix(file.Path, ".parquet") { // others are never added to
			f.away = append(f.away, file)
		}
	}
	if err := f.find(); err != nil {
		return nil, err
	}
	return f, f.local()
}

// local makes the folder on this machine.
func (f *Folder) local() error {
	var err error
	if f.Dir, err = f.client.temporary(); err != nil || f.description == nil {
		return err
	}
	if err := os.WriteFile(f.path(descriptionFile), f.description, 0o600); err != nil {
		return err
	}
	f.seen, err = os.Stat(f.path(descriptionFile))
	return err
}

// read reads the description in the store; it is nil where there is none.
func (f *Folder) read() (description []byte, version string, err error) {
	r, err := f.client.read(f.client.writing, f.bucket, f.location.below(descriptionFile))
	if is(err, Missing) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", err
	}
	defer r.Close()
	description, err = io.ReadAll(r)
	if is(err, Changed) {
		return f.read()
	}
	return description, r.version, err
}

// find lists what a run that was broken off has left in the store: parts that the
// description does not name. Other objects are not ours.
func (f *Folder) find() error {
	named, prefix := map[string]bool{}, f.location.below("")
	for _, file := range f.held {
		named[file.Path] = true
	}
	for o, err := range f.bucket.List(f.client.writing, prefix) {
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(o.Key, prefix)
		if !named[name] && output.IsPart(name) {
			f.strays = append(f.strays, name)
		}
	}
	return nil
}

// claim proves that the store can be written to, and removes the strays. They may be of
// a run that is still at work: putting other bytes in place of the description makes sure
// that it cannot go on as if they stood.
func (f *Folder) claim() error {
	if f.description == nil && len(f.strays) > 0 {
		return fmt.Errorf("%s: holds tables without the %s that describes them; put it back, or choose another prefix", f.url, descriptionFile)
	}
	if err := f.client.probe(f.bucket, f.location.below("")); err != nil || len(f.strays) == 0 {
		return err
	}
	if err := f.describe(fenced(f.description)); err != nil {
		return err
	}
	return f.remove(f.strays)
}

// probe proves that objects with a prefix can be written, before hours of work go into
// what finds no place.
func (c *Client) probe(b Bucket, prefix string) error {
	key := prefix + ".zhibiao-probe"
	err := c.retry(c.writing, func() error { return b.Put(c.writing, key, strings.NewReader(""), Condition{}) })
	if err != nil {
		return err
	}
	return c.retry(c.writing, func() error { return b.Delete(c.writing, key) })
}

// remove removes objects of the folder.
func (f *Folder) remove(names []string) error {
	return each(names, func(name string) error {
		return f.client.retry(f.client.writing, func() error { return f.bucket.Delete(f.client.writing, f.location.below(name)) })
	})
}

// here is an error of work in the folder, told of the URL that it stands for.
func (f *Folder) here(err error) error {
	if err == nil {
		return nil
	}
	return &elsewhere{err, f.told(err.Error())}
}

// told is a text of work in the folder, told of the URL that it stands for.
func (f *Folder) told(text string) string { return strings.ReplaceAll(text, f.Dir, f.url) }

// elsewhere is an error told of another place.
type elsewhere struct {
	err  error
	text string
}

func (e *elsewhere) Error() string { return e.text }
func (e *elsewhere) Unwrap() error { return e.err }

// atOnce is how many objects are moved at the same time.
const atOnce = 4

// each does something for each of a list, a few at a time, and returns all that failed.
func each[T any](list []T, do func(T) error) error {
	errs, slots := make([]error, len(list)), make(chan bool, atOnce)
	for i, item := range list {
		slots <- true
		go func() {
			defer func() { <-slots }()
			errs[i] = do(item)
		}()
	}
	for range atOnce {
		slots <- true
	}
	return errors.Join(errs...)
}
