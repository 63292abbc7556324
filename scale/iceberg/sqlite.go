package iceberg

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/catalog"
	sqlcat "github.com/apache/iceberg-go/catalog/sql"
	iceio "github.com/apache/iceberg-go/io"
	"github.com/apache/iceberg-go/table"
)

// sqlite is the library's catalog in a SQLite file, which commits one table at a time,
// with commits of several tables at once: nobody sees facts of one state of the dataset
// beside a panel of another.
type sqlite struct {
	*sqlcat.Catalog
	db *sql.DB
}

var _ catalog.TransactionalCatalog = (*sqlite)(nil)

// Close closes the catalog and its file.
func (s *sqlite) Close() error { return errors.Join(s.Catalog.Close(), s.db.Close()) }

// next is the metadata that a table is to have.
type next struct {
	commit   table.TableCommit
	fs       iceio.WriteFileIO
	metadata table.Metadata
	from, to string // files of metadata
}

// CommitTransaction puts the changes of all tables in force, or none: then the error is
// table.ErrCommitFailed, unless the database itself cannot tell.
func (s *sqlite) CommitTransaction(ctx context.Context, commits []table.TableCommit) error {
	var written []next
	failed := func(err error) error {
		for _, n := range written {
			_ = n.fs.Remove(n.to) // nothing points to it
		}
		return fmt.Errorf("%w: %w", table.ErrCommitFailed, err)
	}
	for _, commit := range commits {
		n, err := s.stage(ctx, commit)
		if err != nil {
			return failed(err)
		}
		written = append(written, n)
		if err := n.write(); err != nil {
			return failed(fmt.Errorf("%s: %w", n.to, err))
		}
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return failed(err)
	}
	if err := s.swap(ctx, tx, written); err != nil {
		return failed(errors.Join(err, tx.Rollback()))
	}
	return tx.Commit()
}

// stage works out the metadata after a commit.
func (s *sqlite) stage(ctx context.Context, commit table.TableCommit) (next, error) {
	current, err := s.LoadTable(ctx, commit.Identifier)
	if err != nil {
		return next{}, err
	}
	for _, r := range commit.Requirements {
		if err := r.Validate(current.Metadata()); err != nil {
			return next{}, err
		}
	}
	n := next{commit: commit, from: current.MetadataLocation()}
	if n.metadata, err = table.UpdateTableMetadata(current.Metadata(), commit.Updates, n.from); err != nil {
		return next{}, err
	}
	places, err := table.LoadLocationProvider(n.metadata.Location(), n.metadata.Properties())
	if err != nil {
		return next{}, err
	}
	if n.to, err = places.NewTableMetadataFileLocation(versionOf(n.from) + 1); err != nil {
		return next{}, err
	}
	n.fs, err = writable(ctx, current)
	return n, err
}

// versionOf is the version in the name of a file of metadata: 7 of 00007-….metadata.json.
func versionOf(location string) int {
	digits, _, _ := strings.Cut(path.Base(location), "-")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0 // the name is unique without it
	}
	return n
}

func (n next) write() error {
	content, err := json.Marshal(n.metadata)
	if err != nil {
		return err
	}
	if err := n.fs.WriteFile(n.to, content); err != nil {
		return err
	}
	return flush(n.to)
}

// swap points all tables to their next metadata. A table that moved meanwhile is an error.
func (s *sqlite) swap(ctx context.Context, tx *sql.Tx, written []next) error {
	const update = `UPDATE iceberg_tables SET metadata_location = ?, previous_metadata_location = ?
		WHERE catalog_name = ? AND table_namespace = ? AND table_name = ? AND metadata_location = ?`
	for _, n := range written {
		id := n.commit.Identifier
		namespace := strings.Join(catalog.NamespaceFromIdent(id), ".")
		result, err := tx.ExecContext(ctx, update, n.to, n.from, s.Name(), namespace, catalog.TableNameFromIdent(id), n.from)
		if err != nil {
			return err
		}
		if rows, err := result.RowsAffected(); err != nil || rows != 1 {
			return errors.Join(fmt.Errorf("%s changed meanwhile", strings.Join(id, ".")), err)
		}
	}
	return nil
}

// writable is the file system of a table.
func writable(ctx context.Context, t *table.Table) (iceio.WriteFileIO, error) {
	fs, err := t.FS(ctx)
	if err != nil {
		return nil, err
	}
	w, ok := fs.(iceio.WriteFileIO)
	if !ok {
		return nil, fmt.Errorf("%w: the place %s cannot be written", ice.ErrNotImplemented, t.Location())
	}
	return w, nil
}
