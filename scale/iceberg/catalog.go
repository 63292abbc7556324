package iceberg

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/catalog"
	_ "github.com/apache/iceberg-go/catalog/rest" // registers itself by name
	sqlcat "github.com/apache/iceberg-go/catalog/sql"
	_ "github.com/apache/iceberg-go/io/gocloud/s3" // likewise
	"github.com/apache/iceberg-go/table"
	_ "modernc.org/sqlite" // pure Go; registers itself by name
)

// CatalogName is the name under which a SQLite catalog keeps its tables; other programs
// ask for it.
const CatalogName = "zhibiao"

// Address says where the tables are.
type Address struct {
	Catalog   string            // sqlite:FILE or rest:URL; empty is sqlite:WAREHOUSE/catalog.db
	Warehouse string            // folder of the data, or s3://BUCKET/…; for rest: what the server calls the warehouse
	Namespace string            // of the tables
	Options   map[string]string // for the catalog, as its server wants them: token, credential, …
}

// Use says what a catalog is opened for.
type Use int

// The uses of a catalog.
const (
	ToRead   Use = iota // also where nothing may be written
	ToChange            // of what is there
	ToMake              // a SQLite catalog that is not there is made
)

// Catalog is an open catalog.
type Catalog struct {
	catalog.Catalog
	namespace table.Identifier
	warehouse string // location of the tables' folders; empty where the server decides
}

const namespacePattern = `^[\p{L}\p{N}_]+$`

// Open opens a catalog.
func Open(ctx context.Context, a Address, use Use) (*Catalog, error) {
	if !regexp.MustCompile(namespacePattern).MatchString(a.Namespace) {
		return nil, fmt.Errorf("namespace %q: not a name; use letters, digits and _", a.Namespace)
	}
	kind, rest, _ := strings.Cut(a.Catalog, ":")
	switch {
	case a.Catalog == "" && strings.Contains(a.Warehouse, "://"):
		return nil, fmt.Errorf("warehouse %s: has no room for a SQLite file; name one with --catalog sqlite:FILE", a.Warehouse)
	case a.Catalog == "":
		return openSQLite(a, filepath.Join(a.Warehouse, "catalog.db"), use)
	case kind == "sqlite" && rest != "":
		return openSQLite(a, rest, use)
	case kind == "rest" && rest != "":
		return openREST(ctx, a, rest)
	}
	return nil, fmt.Errorf("catalog %q: no such kind; use sqlite:FILE or rest:URL", a.Catalog)
}

func openREST(ctx context.Context, a Address, address string) (*Catalog, error) {
	props := ice.Properties{"type": "rest", "uri": address, "warehouse": a.Warehouse}
	for key, value := range a.Options {
		props[key] = value
	}
	c, err := catalog.Load(ctx, CatalogName, props)
	if err != nil {
		return nil, fmt.Errorf("catalog %s: %w; is it the address of an Iceberg REST catalog?", address, err)
	}
	return &Catalog{Catalog: c, namespace: table.Identifier{a.Namespace}}, nil
}

func openSQLite(a Address, file string, use Use) (*Catalog, error) {
	location, err := locationOf(a.Warehouse)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) && use != ToMake {
		return nil, fmt.Errorf("catalog %s: no such file; make it with zhibiao-iceberg register, or name another with --catalog", file)
	}
	if use == ToMake {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return nil, fmt.Errorf("catalog %s: %w; name a place that you may write to", file, err)
		}
	}
	db, err := sql.Open("sqlite", sourceOf(file, use))
	if err != nil {
		return nil, fmt.Errorf("catalog %s: %w", file, err)
	}
	props := ice.Properties(a.Options)
	if use == ToRead {
		props = ice.Properties{"init_catalog_tables": "false"} // nor are they made
		maps.Copy(props, a.Options)
	}
	c, err := sqlcat.NewCatalog(CatalogName, db, sqlcat.SQLite, props)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("catalog %s: %w; name a file that is a catalog, or one that can be made", file, err), db.Close())
	}
	return &Catalog{&sqlite{c, db}, table.Identifier{a.Namespace}, location}, nil
}

// sourceOf is how the driver is told of a file. One who writes waits for another, and
// takes the lock at once, not at the first write.
func sourceOf(file string, use Use) string {
	query := "?_pragma=busy_timeout(10000)"
	if use == ToRead {
		query += "&mode=ro"
	} else {
		query += "&_txlock=immediate"
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(file)}).EscapedPath() + query
}

// locationOf is the location of a warehouse. The library joins locations as URLs; only as
// one does a folder named 指标 stay itself.
func locationOf(warehouse string) (string, error) {
	switch {
	case warehouse == "":
		return "", errors.New("no warehouse; name a folder for the data with --warehouse")
	case strings.HasPrefix(warehouse, "s3://"):
		return strings.TrimSuffix(warehouse, "/"), nil
	case strings.Contains(warehouse, "://"):
		return "", fmt.Errorf("warehouse %s: no such kind; use a folder, or s3://BUCKET/FOLDER", warehouse)
	}
	path, err := filepath.Abs(warehouse)
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String(), err
}

// Close closes the catalog.
func (c *Catalog) Close() error {
	if closer, ok := c.Catalog.(catalog.Closer); ok {
		return closer.Close()
	}
	return nil
}

// identifier names a table.
func (c *Catalog) identifier(name string) table.Identifier {
	return append(c.namespace[:len(c.namespace):len(c.namespace)], name)
}

// find loads a table; nil where there is none.
func (c *Catalog) find(ctx context.Context, name string) (*table.Table, error) {
	t, err := c.LoadTable(ctx, c.identifier(name))
	if errors.Is(err, catalog.ErrNoSuchTable) || errors.Is(err, catalog.ErrNoSuchNamespace) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("table %s: %w", name, err)
	}
	return t, nil
}

// makeNamespace makes the namespace unless it is there.
func (c *Catalog) makeNamespace(ctx context.Context) error {
	err := c.CreateNamespace(ctx, c.namespace, nil)
	if errors.Is(err, catalog.ErrNamespaceAlreadyExists) {
		return nil
	}
	return err
}

// folderProperty remembers which dataset a table follows.
const folderProperty = "zhibiao.dataset"

// create makes an empty table.
func (c *Catalog) create(ctx context.Context, t Table, schema *ice.Schema, folder string) (*table.Table, error) {
	options := []catalog.CreateTableOpt{
		catalog.WithPartitionSpec(partitionOf(schema)),
		catalog.WithProperties(ice.Properties{"comment": t.About, folderProperty: folder}),
	}
	if c.warehouse != "" {
		location, err := url.JoinPath(c.warehouse, append(c.namespace, t.Name)...)
		if err != nil {
			return nil, err
		}
		options = append(options, catalog.WithLocation(location))
	}
	made, err := c.CreateTable(ctx, c.identifier(t.Name), schema, options...)
	if err != nil {
		return nil, fmt.Errorf("table %s: %w; is the warehouse a place that you may write to?", t.Name, err)
	}
	return made, flush(made.MetadataLocation())
}
