package iceberg

import (
	"context"
	"fmt"
	"time"

	"github.com/apache/iceberg-go/table"
)

// Expired is what was removed of a table.
type Expired struct {
	Table     string
	Snapshots int
	Strays    int // files of runs that were killed
}

// strayAge is how old a file must be that no snapshot names: a run may be about to name it.
const strayAge = 24 * time.Hour

// Expire removes the snapshots of all tables but the last ones, with the files that only
// they need, and what runs that were killed have left.
func (c *Catalog) Expire(ctx context.Context, keep int) ([]Expired, error) {
	if keep < 1 {
		return nil, fmt.Errorf("keep %d snapshots: too few; keep 1 or more", keep)
	}
	names, err := c.Tables(ctx)
	if err != nil {
		return nil, err
	}
	var list []Expired
	for _, name := range names {
		e, err := c.expire(ctx, name, keep)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", name, err)
		}
		list = append(list, e)
	}
	return list, nil
}

func (c *Catalog) expire(ctx context.Context, name string, keep int) (Expired, error) {
	t, err := c.table(ctx, name)
	if err != nil {
		return Expired{}, err
	}
	e := Expired{Table: name}
	before := len(t.Metadata().Snapshots())
	if before > keep {
		tx := t.NewTransaction()
		if err := tx.ExpireSnapshots(table.WithRetainLast(keep), table.WithOlderThan(0)); err != nil {
			return e, err
		}
		if t, err = tx.Commit(ctx); err != nil {
			return e, err
		}
		e.Snapshots = before - len(t.Metadata().Snapshots())
	}
	strays, err := t.DeleteOrphanFiles(ctx, table.WithFilesOlderThan(strayAge))
	e.Strays = len(strays.DeletedFiles)
	return e, err
}
