package iceberg

import (
	"context"
	"fmt"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/table"
)

// held is what the current snapshot of a table holds: its data files by the hash of the
// part that they come from, under "" those that others wrote.
type held map[string][]ice.DataFile

// holdingsOf reads what a table holds; nil is a table that is not there.
func holdingsOf(ctx context.Context, t *table.Table) (held, error) {
	h := held{}
	if t == nil || t.CurrentSnapshot() == nil {
		return h, nil
	}
	fs, err := t.FS(ctx)
	if err != nil {
		return nil, err
	}
	manifests, err := t.CurrentSnapshot().Manifests(fs)
	if err != nil {
		return nil, err
	}
	for _, m := range manifests {
		for entry, err := range m.Entries(fs, true) {
			if err != nil {
				return nil, err
			}
			if m.ManifestContent() == ice.ManifestContentDeletes {
				return nil, fmt.Errorf("%s: another program deleted rows of the table; roll it back to the snapshot before", entry.DataFile().FilePath())
			}
			hash := hashIn(entry.DataFile().FilePath())
			h[hash] = append(h[hash], entry.DataFile())
		}
	}
	return h, nil
}

// lacks lists the parts that are not held.
func (h held) lacks(parts []Part) []Part {
	var list []Part
	for _, p := range parts {
		if len(h[p.Hash]) == 0 {
			list = append(list, p)
		}
	}
	return list
}

// surplus lists the data files of parts that are no more.
func (h held) surplus(parts []Part) []ice.DataFile {
	named := map[string]bool{}
	for _, p := range parts {
		named[p.Hash] = true
	}
	var list []ice.DataFile
	for hash, files := range h {
		if !named[hash] {
			list = append(list, files...)
		}
	}
	return list
}
