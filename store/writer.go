package store

import (
	"cmp"
	"errors"
	"io"

	"zhibiao/output"
)

// Dataset is an output.Writer of Parquet tables in a store. Each batch of reports is in
// the store before the next is read, so that a run that is broken off is taken up where
// it ended, on any machine.
type Dataset struct {
	folder *Folder
	to     *output.ParquetFolder
	single bool // a batch is one report
}

// NewDataset opens the dataset that a URL stands for, or begins one.
func (c *Client) NewDataset(url string, opts output.Options) (*Dataset, error) {
	f, err := c.Folder(url)
	if err != nil {
		return nil, err
	}
	to, err := output.NewParquet(f.Dir, opts)
	if err != nil {
		return nil, f.here(err)
	}
	return &Dataset{f, to, opts.Batch == 1}, nil
}

// Knows reports whether the dataset held a document of the source when it was opened.
func (d *Dataset) Knows(source string) bool { return d.to.Knows(source) }

// Holds reports whether the dataset held the very bytes of the source when it was opened,
// read by the rules of today.
func (d *Dataset) Holds(source, sha256 string) bool { return d.to.Holds(source, sha256) }

// Write takes the rows of a document, or of an input that was rejected.
func (d *Dataset) Write(rows output.Rows) error {
	return d.step(len(rows.Documents) > 0 || d.single, func() error { return d.to.Write(rows) })
}

// Stop adds what waits to the dataset and leaves links and panel to the next run.
func (d *Dataset) Stop() error { return d.step(false, d.to.Stop) }

// Close adds what waits and makes the links between reports and the panel.
func (d *Dataset) Close() error { return d.step(false, d.to.Close) }

// Abort drops what waits.
func (d *Dataset) Abort() { d.to.Abort() }

// step does something that may change the dataset. What it changes it must have at hand.
func (d *Dataset) step(adds bool, do func() error) error {
	if adds || d.to.Pending() {
		if err := d.folder.Fetch(); err != nil {
			d.to.Abort()
			return err
		}
	}
	err := d.folder.here(do())
	return errors.Join(err, d.folder.Push()) // what holds, holds
}

// Files is an output.Writer of files into a folder of a store that are made at the end.
type Files struct {
	folder *Folder
	to     output.Writer
	push   func() error
}

// NewTables prepares tables that dataset.json describes and that take the place of those
// of an earlier run, as CSV tables do; begin begins them in a folder.
func (c *Client) NewTables(url string, begin func(dir string) (output.Writer, error)) (*Files, error) {
	f, err := c.Folder(url)
	if err != nil {
		return nil, err
	}
	to, err := begin(f.Dir)
	return &Files{f, to, f.Push}, f.here(err)
}

// NewFiles prepares files that nothing describes, as a workbook; begin begins them in a
// folder.
func (c *Client) NewFiles(url string, begin func(dir string) (output.Writer, error)) (*Files, error) {
	l, b, err := c.target(url)
	if err != nil {
		return nil, failed(url, err)
	}
	f := &Folder{client: c, bucket: b, location: l, url: url}
	if err := c.probe(b, l.below("")); err != nil {
		return nil, failed(url, err)
	}
	if err := f.local(); err != nil {
		return nil, err
	}
	to, err := begin(f.Dir)
	return &Files{f, to, f.PushAll}, f.here(err)
}

// target is where a URL points to.
func (c *Client) target(url string) (location, Bucket, error) {
	l, err := parse(url)
	if err != nil {
		return l, nil, err
	}
	b, err := c.bucket(l)
	return l, b, err
}

// Write takes the rows of a document, or of an input that was rejected.
func (t *Files) Write(rows output.Rows) error { return t.folder.here(t.to.Write(rows)) }

// Close puts the files into the store.
func (t *Files) Close() error {
	if err := t.to.Close(); err != nil {
		return t.folder.here(err)
	}
	return t.push()
}

// Single is an output.Writer of one object. The object is there once it is closed.
type Single struct {
	url  string
	to   output.Writer
	pipe *io.PipeWriter
	done chan error
}

// NewSingle prepares an object; begin begins the output of what goes into it.
func (c *Client) NewSingle(url string, begin func(w io.Writer) output.Writer) (*Single, error) {
	l, b, err := c.target(url)
	if err == nil {
		err = c.probe(b, l.key)
	}
	if err != nil {
		return nil, failed(url, err)
	}
	from, to := io.Pipe()
	s := &Single{url, begin(to), to, make(chan error, 1)}
	go func() {
		err := b.Put(c.writing, l.key, from, Condition{})
		_ = from.CloseWithError(cmp.Or(err, io.ErrClosedPipe)) // never fails
		s.done <- err
	}()
	return s, nil
}

// Write takes the rows of a document, or of an input that was rejected.
func (s *Single) Write(rows output.Rows) error { return failed(s.url, s.to.Write(rows)) }

// Close finishes the object.
func (s *Single) Close() error {
	if err := s.to.Close(); err != nil {
		return failed(s.url, err)
	}
	_ = s.pipe.Close() // never fails
	return failed(s.url, <-s.done)
}
