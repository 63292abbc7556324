package iceberg

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/table"
)

// Look says which rows of a table are wanted.
type Look struct {
	Snapshot int64    // 0 for the current one
	Columns  []string // none for all
	Year     int      // of the report; 0 for all. Files of other years are not read
	Limit    int64    // of rows; 0 for all
}

// WriteRows writes rows of a table as JSON, one a line, by year and part.
func (c *Catalog) WriteRows(ctx context.Context, w io.Writer, name string, look Look) error {
	t, err := c.table(ctx, name)
	if err != nil {
		return err
	}
	scan, err := look.scan(t, name)
	if err != nil || scan == nil {
		return err
	}
	tasks, err := scan.PlanFiles(ctx)
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	slices.SortFunc(tasks, func(a, b table.FileScanTask) int {
		return cmp.Or(strings.Compare(a.File.FilePath(), b.File.FilePath()), cmp.Compare(a.Start, b.Start))
	})
	_, records, err := scan.ReadTasks(ctx, tasks)
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	for rows, err := range records {
		if err != nil {
			return fmt.Errorf("table %s: %w", name, err)
		}
		err := writeRows(w, rows)
		rows.Release()
		if err != nil {
			return err
		}
	}
	return nil
}

// scan sets up the look at a table; nil where it has no rows.
func (l Look) scan(t *table.Table, name string) (*table.Scan, error) {
	if t.CurrentSnapshot() == nil {
		return nil, nil
	}
	var options []table.ScanOption
	if l.Snapshot != 0 {
		if t.SnapshotByID(l.Snapshot) == nil {
			return nil, fmt.Errorf("table %s: no snapshot %d; zhibiao-iceberg show %s lists them", name, l.Snapshot, name)
		}
		options = append(options, table.WithSnapshotID(l.Snapshot))
	}
	if len(l.Columns) > 0 {
		options = append(options, table.WithSelectedFields(l.Columns...))
	}
	if l.Limit > 0 {
		options = append(options, table.WithLimit(l.Limit))
	}
	if l.Year != 0 {
		if _, ok := t.Schema().FindFieldByName(yearColumn); !ok {
			return nil, fmt.Errorf("table %s: has no %s; leave --year out", name, yearColumn)
		}
		options = append(options, table.WithRowFilter(ice.EqualTo(ice.Reference(yearColumn), int32(l.Year))))
	}
	return t.Scan(options...), nil
}
