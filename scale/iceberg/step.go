package iceberg

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/table"
)

// step is what is to be done to one table.
type step struct {
	want    Table
	schema  *ice.Schema
	now     *table.Table // nil where there is none yet
	new     []Part
	old     []ice.DataFile
	copier  *copier
	tx      *table.Transaction // nil where nothing changes
	created bool
	columns []string
}

// stage writes the data files and prepares the commit, if anything changes.
func (s *step) stage(ctx context.Context, run string, data *Dataset) error {
	tx := s.now.NewTransaction()
	var err error
	if s.columns, err = evolve(tx, s.want.Name, s.now.Schema(), s.schema); err != nil {
		return err
	}
	if s.now.Properties()[folderProperty] != data.Dir {
		if err := tx.SetProperties(ice.Properties{folderProperty: data.Dir}); err != nil {
			return err
		}
	}
	staged, err := tx.StagedTable()
	if err != nil {
		return err
	}
	if err := s.write(ctx, staged.Table, run); err != nil {
		return err
	}
	files, err := s.describe(ctx, staged.Table)
	if err != nil {
		return err
	}
	told := ice.Properties{"zhibiao.version": data.Version, "zhibiao.rules": data.Rules, "zhibiao.schema": data.Schema}
	// Nothing is found by name here, the files have ids.
	if err := tx.ReplaceDataFilesWithDataFiles(ctx, s.old, files, told, table.WithoutAutoNameMapping()); err != nil {
		return fmt.Errorf("table %s: %w", s.want.Name, err)
	}
	commit, err := tx.TableCommit()
	if err != nil || len(commit.Updates) == 0 {
		return err
	}
	s.tx = tx
	return s.flush(ctx, tx)
}

// write copies the new parts.
func (s *step) write(ctx context.Context, t *table.Table, run string) error {
	fs, err := writable(ctx, t)
	if err != nil {
		return err
	}
	places, err := t.LocationProvider()
	if err != nil {
		return err
	}
	told, err := json.Marshal(t.Schema())
	if err != nil {
		return err
	}
	s.copier = &copier{fs: fs, places: places, schema: t.Schema(), told: told, run: run}
	for _, p := range s.new {
		if err := s.copier.copy(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// describe reads the footers of the files written, as the table's snapshot wants them told.
func (s *step) describe(ctx context.Context, t *table.Table) ([]ice.DataFile, error) {
	var files []ice.DataFile
	for _, name := range slices.Sorted(slices.Values(s.copier.files)) {
		f, err := table.FileToDataFile(ctx, s.copier.fs, name, t.Schema(), t.Spec(), 0, t.Properties())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, f)
	}
	return files, nil
}
