package iceberg

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"os"
	"slices"

	"github.com/apache/iceberg-go/table"
)

// flush waits until a file is on disk: the database flushes its own, and a catalog that
// outlives a power cut must not name files that do not. Object stores have no need.
func flush(location string) error {
	u, err := url.Parse(location)
	if err != nil || u.Scheme != "file" {
		return err
	}
	f, err := os.OpenFile(u.Path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := cmp.Or(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("%s: %w", location, err)
	}
	return nil
}

// flush waits until all is on disk that a step wrote.
func (s *step) flush(ctx context.Context, tx *table.Transaction) error {
	files, err := s.written(ctx, tx)
	for _, location := range files {
		err = cmp.Or(err, flush(location))
	}
	return err
}

// written lists the data files of a step and what leads to them.
func (s *step) written(ctx context.Context, tx *table.Transaction) ([]string, error) {
	files := slices.Clone(s.copier.files)
	staged, err := tx.StagedTable()
	if err != nil {
		return nil, err
	}
	now := staged.CurrentSnapshot()
	if before := s.now.CurrentSnapshot(); now == nil || before != nil && before.SnapshotID == now.SnapshotID {
		return files, nil
	}
	fs, err := staged.FS(ctx)
	if err != nil {
		return nil, err
	}
	manifests, err := now.Manifests(fs)
	for _, m := range manifests {
		if m.SnapshotID() == now.SnapshotID {
			files = append(files, m.FilePath())
		}
	}
	return append(files, now.ManifestList), err
}
