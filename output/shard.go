package output

import (
	"io"
	"slices"
)

// Shard is what one of many workers has written of a dataset: files that lie apart from it
// until CommitShards puts them in force.
type Shard struct {
	Documents int         `json:"documents"`
	Files     []ShardFile `json:"files"`
}

// ShardFile is a file of a shard.
type ShardFile struct {
	Table string `json:"table"`
	Part  int    `json:"part"`
	Path  string `json:"path"` // in the dataset: facts/part-00003-9b013e55ac21.parquet
	Rows  int    `json:"rows"`
	Bytes int64  `json:"bytes"`
	Hash  string `json:"hash"` // sha256:…
}

// ShardWriter writes a shard: all documents of some places, and rejects. It takes them by
// place, so that aims and the results that answer them lie together and what spans
// reports is made at once. Names of documents must be distinct in the whole dataset;
// DistinctNames gives them. The same rows give the same files, so that a worker
// that is started twice for one shard does no harm.
type ShardWriter struct {
	store        *store
	holdings     *holdings
	part, stride int
	waiting      []*entry
	chars        int
	last         string // place
	shard        Shard
}

// shardPart is how many characters are in a part of a shard, unless one place has more: their
// rows are held in memory, a few hundred megabytes.
const shardPart = 4 << 20

// NewShardWriter opens the folder of an Assembly for a shard, which becomes the parts
// number, number+stride and so on.
func NewShardWriter(staging string, number, stride int, opts Options) (*ShardWriter, error) {
	f, err := openFolder(staging)
	if err != nil {
		return nil, err
	}
	return &ShardWriter{store: newStore(f, opts), holdings: newHoldings(), part: number, stride: stride}, nil
}

// Write takes the rows of a document, or of an input that was rejected.
func (w *ShardWriter) Write(rows Rows) error {
	if len(rows.Documents) > 0 {
		d := &rows.Documents[0]
		place := Place(d.RegionCode, d.Region, d.DocID)
		if place != w.last && w.chars >= shardPart {
			if err := w.flush(); err != nil {
				return err
			}
		}
		w.last = place
	}
	rows = w.store.opts.prepare(rows)
	e, _ := w.holdings.admit(entryOf(&rows))
	if e == nil { // told already
		return nil
	}
	w.waiting = append(w.waiting, e)
	w.chars += int(e.chars)
	return nil
}

// flush writes a part.
func (w *ShardWriter) flush() error {
	if len(w.waiting) == 0 {
		return nil
	}
	sortEntries(w.waiting)
	cells := relateAll(w.waiting)
	size := sizeOf(w.waiting)
	err := w.store.stagePart(w.part, w.waiting)
	if err == nil {
		err = w.store.stageTable("panel", "", w.part, false, func(to io.Writer) (int, error) {
			out, err := newTableWriter[PanelRow](w.store, to, "panel", size)
			if err != nil {
				return 0, err
			}
			if err := out.add(cells.rows()); err != nil {
				return 0, err
			}
			return out.close(w.store)
		})
	}
	if err != nil {
		w.store.abort()
		return err
	}
	for _, f := range w.store.folder.files() {
		w.shard.Files = append(w.shard.Files, ShardFile{f.table, f.Part, f.Path, f.Rows, f.Bytes, f.Hash})
	}
	w.shard.Documents += size.documents
	for _, e := range w.waiting { // known to holdings for as long as the writer lives
		e.rows, e.rejects = nil, slices.Clone(e.rejects)
	}
	w.part, w.waiting, w.chars = w.part+w.stride, nil, 0
	return w.store.publish()
}

// Close writes what waits.
func (w *ShardWriter) Close() error { return w.flush() }

// Shard is what has been written. It is whole once the writer is closed.
func (w *ShardWriter) Shard() Shard { return w.shard }

// Abort drops what is not written yet.
func (w *ShardWriter) Abort() { w.store.abort() }

// DistinctNames are the names of documents that come in the given order, each its own:
// the second report.txt is report.txt~2.
func DistinctNames(names []string) []string {
	h := newHoldings()
	distinct := make([]string, len(names))
	for i, name := range names {
		distinct[i] = h.free(name)
		h.names[distinct[i]] = name
	}
	return distinct
}

// BaseName is what all names have in common that DistinctNames could confuse:
// report.txt of report.txt~2.
func BaseName(name string) string {
	for {
		i := len(name)
		for i > 0 && name[i-1] >= '0' && name[i-1] <= '9' {
			i--
		}
		if i == len(name) || i < 2 || name[i-1] != '~' {
			return name
		}
		name = name[:i-1]
	}
}

// Renamed are the rows of a document under another name.
func (r Rows) Renamed(doc string) Rows {
	if from := nameOf(r); from != "" && from != doc {
		return renamed(r, from, doc)
	}
	return r
}
