package iceberg

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/apache/iceberg-go/catalog"
	"github.com/apache/iceberg-go/catalog/rest"
	"github.com/apache/iceberg-go/table"
	"github.com/google/uuid"
)

// Change is what a registration did to a table.
type Change struct {
	Table    string
	Created  bool
	Columns  []string // added
	Added    int      // parts
	Removed  int      // parts
	Rows     int64    // now
	Snapshot int64    // now; 0 for none
	Changed  bool
}

// Register makes the tables of a catalog hold what a dataset holds: it adds the rows of
// new parts and takes out those of parts that are no more, in one snapshot a table, and
// puts all snapshots in force together where the catalog can (SQLite always, REST if the
// server offers transactions; else table after table, documents last). Where nothing is
// new it changes nothing. When it fails, the tables stand as they stood; such as were new
// may stay, empty. Tables that followed another folder are taken over only on replace.
func Register(ctx context.Context, c *Catalog, data *Dataset, replace bool) ([]Change, error) {
	r := &registration{catalog: c, data: data, replace: replace}
	if err := r.plan(ctx); err != nil {
		return nil, err
	}
	if err := r.stage(ctx); err != nil {
		r.remove()
		return nil, err
	}
	if err := r.commit(ctx); err != nil {
		// Where a server's answer got lost, its snapshot may stand on the files.
		if errors.Is(err, table.ErrCommitFailed) {
			r.remove()
		}
		return nil, fmt.Errorf("%w; register the dataset again", err)
	}
	return r.changes(ctx)
}

// registration is the work of one Register.
type registration struct {
	catalog *Catalog
	data    *Dataset
	replace bool
	steps   []*step
}

// plan finds out what is to be done and checks the parts, before anything is written.
func (r *registration) plan(ctx context.Context) error {
	for _, t := range r.data.Tables {
		s := &step{want: t}
		var err error
		if s.schema, err = schemaOf(t); err != nil {
			return err
		}
		if s.now, err = r.catalog.find(ctx, t.Name); err != nil {
			return err
		}
		if err := r.checkFolder(s); err != nil {
			return err
		}
		holds, err := holdingsOf(ctx, s.now)
		if err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
		s.new, s.old = holds.lacks(t.Parts), holds.surplus(t.Parts)
		for _, p := range s.new {
			if err := verify(p); err != nil {
				return err
			}
		}
		r.steps = append(r.steps, s)
	}
	return nil
}

// checkFolder keeps one dataset from emptying the tables of another by mistake.
func (r *registration) checkFolder(s *step) error {
	if s.now == nil || r.replace {
		return nil
	}
	if follows := s.now.Properties()[folderProperty]; follows != r.data.Dir {
		return fmt.Errorf("table %s: follows %s, not %s; choose another --namespace, or --replace its rows by those of this dataset", s.want.Name, follows, r.data.Dir)
	}
	return nil
}

// stage makes tables that are missing, writes the data files, and prepares the commits.
func (r *registration) stage(ctx context.Context) error {
	run := uuid.NewString()[:8]
	for _, s := range r.steps {
		if s.now == nil {
			if err := r.catalog.makeNamespace(ctx); err != nil {
				return err
			}
			var err error
			if s.now, err = r.catalog.create(ctx, s.want, s.schema, r.data.Dir); err != nil {
				return err
			}
			s.created = true
		}
		if err := s.stage(ctx, run, r.data); err != nil {
			return err
		}
	}
	return nil
}

// commit puts everything in force: at once, or where the server cannot, one by one.
func (r *registration) commit(ctx context.Context) error {
	all, err := catalog.NewMultiTableTransaction(r.catalog.Catalog)
	if err != nil {
		return err
	}
	var changed []*step
	for _, s := range r.steps {
		if s.tx == nil {
			continue
		}
		changed = append(changed, s)
		if err := all.AddTransaction(s.tx); err != nil {
			return err
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := all.Commit(ctx); !errors.Is(err, rest.ErrEndpointNotSupported) {
		return err
	}
	slices.SortStableFunc(changed, func(a, b *step) int { return last(a) - last(b) })
	for i, s := range changed {
		err := s.tx.AssertRefSnapshotID(table.MainBranch) // two runs at once must not both add the rows
		if err == nil {
			_, err = s.tx.Commit(ctx)
		}
		if err != nil {
			return fmt.Errorf("table %s, after %d of %d: %w", s.want.Name, i, len(changed), err)
		}
		s.copier.files = nil // in use now
	}
	return nil
}

// last sorts documents behind: where a document stands, all that is told of it stands.
func last(s *step) int {
	if s.want.Name == "documents" {
		return 1
	}
	return 0
}

// remove removes the data files of a registration that failed.
func (r *registration) remove() {
	for _, s := range r.steps {
		if s.copier != nil {
			s.copier.remove()
		}
	}
}

// changes tells what was done.
func (r *registration) changes(ctx context.Context) ([]Change, error) {
	var list []Change
	for _, s := range r.steps {
		c := Change{Table: s.want.Name, Created: s.created, Columns: s.columns, Added: len(s.new), Changed: s.created || s.tx != nil}
		gone := map[string]bool{}
		for _, f := range s.old {
			gone[hashIn(f.FilePath())] = true
		}
		c.Removed = len(gone)
		for _, p := range s.want.Parts {
			c.Rows += p.Rows
		}
		now, err := r.catalog.find(ctx, c.Table)
		if err != nil {
			return nil, err
		}
		if now != nil && now.CurrentSnapshot() != nil {
			c.Snapshot = now.CurrentSnapshot().SnapshotID
		}
		list = append(list, c)
	}
	return list, nil
}
