package iceberg

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/catalog"
	"github.com/apache/iceberg-go/table"
)

// Snapshot is a state of a table.
type Snapshot struct {
	ID        int64
	Time      time.Time // UTC
	Operation string    // append, overwrite, delete
	Added     string    // data files
	Removed   string    // data files
	Rows      string    // in all
	Rules     string    // hash of the rules that the dataset was made by
	Current   bool
}

// Tables lists the tables of the namespace.
func (c *Catalog) Tables(ctx context.Context) ([]string, error) {
	var names []string
	for id, err := range c.ListTables(ctx, c.namespace) {
		if errors.Is(err, catalog.ErrNoSuchNamespace) {
			return nil, fmt.Errorf("namespace %s: not in this catalog; register a dataset, or name another with --namespace", strings.Join(c.namespace, "."))
		}
		if err != nil {
			return nil, err
		}
		names = append(names, catalog.TableNameFromIdent(id))
	}
	slices.Sort(names)
	return names, nil
}

// table loads a table that must be there.
func (c *Catalog) table(ctx context.Context, name string) (*table.Table, error) {
	t, err := c.find(ctx, name)
	if err == nil && t == nil {
		names, _ := c.Tables(ctx) // to help only
		return nil, fmt.Errorf("table %s: not in namespace %s of this catalog; use one of: %s", name, strings.Join(c.namespace, "."), strings.Join(names, ", "))
	}
	return t, err
}

// Snapshots lists the states of a table from first to last.
func (c *Catalog) Snapshots(ctx context.Context, name string) ([]Snapshot, error) {
	t, err := c.table(ctx, name)
	if err != nil {
		return nil, err
	}
	var list []Snapshot
	for _, s := range t.Metadata().Snapshots() {
		told := ice.Properties{}
		operation := ""
		if s.Summary != nil {
			told, operation = s.Summary.Properties, string(s.Summary.Operation)
		}
		list = append(list, Snapshot{
			ID: s.SnapshotID, Time: time.UnixMilli(s.TimestampMs).UTC(), Operation: operation,
			Added: told.Get("added-data-files", "0"), Removed: told.Get("deleted-data-files", "0"), Rows: told.Get("total-records", "0"),
			Rules: told["zhibiao.rules"], Current: t.CurrentSnapshot().SnapshotID == s.SnapshotID,
		})
	}
	return list, nil
}
