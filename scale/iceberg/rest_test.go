package iceberg

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/catalog"
	"github.com/apache/iceberg-go/table"

	"zhibiao/output"
)

// server speaks so much of Iceberg's REST protocol as a registration needs, on top of a
// SQLite catalog.
type server struct {
	*Catalog
	token       string   // that every request must bear
	together    bool     // offers transactions over several tables
	busy        string   // table whose commits meet a conflict
	commits     []string // tables in the order of their commits, * for a transaction
	t           *testing.T
	description []string // endpoints on offer
}

// serve starts a server on loopback and returns its address.
func serve(t *testing.T, s *server, warehouse string) string {
	s.Catalog, s.t = open(t, warehouse), t
	mux := http.NewServeMux()
	handle := func(pattern string, answer func(w http.ResponseWriter, r *http.Request) (any, error)) {
		method, path, _ := strings.Cut(pattern, " /v1/")
		s.description = append(s.description, method+" /v1/{prefix}/"+path)
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") != "Bearer "+s.token {
				http.Error(w, "{}", http.StatusUnauthorized)
				return
			}
			got, err := answer(w, r)
			if err != nil {
				http.Error(w, `{"error": {"message": "`+err.Error()+`"}}`, status(err))
				return
			}
			if got != nil {
				w.Header().Set("Content-Type", "application/json")
				_ = json.NewEncoder(w).Encode(got)
			}
		})
	}
	handle("POST /v1/namespaces", s.makeNamespaceAsked)
	handle("GET /v1/namespaces/{namespace}/tables", s.list)
	handle("POST /v1/namespaces/{namespace}/tables", s.createAsked)
	handle("GET /v1/namespaces/{namespace}/tables/{table}", s.load)
	handle("POST /v1/namespaces/{namespace}/tables/{table}", s.commit)
	if s.together {
		handle("POST /v1/transactions/commit", s.commitAll)
	}
	mux.HandleFunc("GET /v1/config", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"defaults": ice.Properties{}, "overrides": ice.Properties{}, "endpoints": s.description})
	})
	web := httptest.NewServer(mux)
	t.Cleanup(web.Close)
	return web.URL
}

// status is how an error is told over HTTP.
func status(err error) int {
	switch {
	case errors.Is(err, catalog.ErrNoSuchTable), errors.Is(err, catalog.ErrNoSuchNamespace):
		return http.StatusNotFound
	case errors.Is(err, catalog.ErrNamespaceAlreadyExists), errors.Is(err, catalog.ErrTableAlreadyExists), errors.Is(err, table.ErrCommitFailed):
		return http.StatusConflict
	default:
		return http.StatusInternalServerError
	}
}

func (s *server) makeNamespaceAsked(_ http.ResponseWriter, r *http.Request) (any, error) {
	var asked struct {
		Namespace []string `json:"namespace"`
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		return nil, err
	}
	return map[string]any{"namespace": asked.Namespace}, s.CreateNamespace(r.Context(), asked.Namespace, nil)
}

func (s *server) list(_ http.ResponseWriter, r *http.Request) (any, error) {
	names, err := s.Tables(r.Context())
	var ids []any
	for _, name := range names {
		ids = append(ids, map[string]any{"namespace": []string{r.PathValue("namespace")}, "name": name})
	}
	return map[string]any{"identifiers": ids}, err
}

// answer is what is told of a table.
func answer(t *table.Table, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return map[string]any{"metadata-location": t.MetadataLocation(), "metadata": t.Metadata()}, nil
}

func (s *server) load(_ http.ResponseWriter, r *http.Request) (any, error) {
	return answer(s.LoadTable(r.Context(), table.Identifier{r.PathValue("namespace"), r.PathValue("table")}))
}

func (s *server) createAsked(_ http.ResponseWriter, r *http.Request) (any, error) {
	var asked struct {
		Name   string             `json:"name"`
		Schema *ice.Schema        `json:"schema"`
		Spec   *ice.PartitionSpec `json:"partition-spec"`
		Props  ice.Properties     `json:"properties"`
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		return nil, err
	}
	return answer(s.CreateTable(r.Context(), table.Identifier{r.PathValue("namespace"), asked.Name}, asked.Schema,
		catalog.WithPartitionSpec(asked.Spec), catalog.WithProperties(asked.Props), catalog.WithLocation(s.warehouse+"/"+asked.Name)))
}

// change is a commit as it is sent.
type change struct {
	Identifier struct {
		Namespace []string `json:"namespace"`
		Name      string   `json:"name"`
	} `json:"identifier"`
	Requirements table.Requirements `json:"requirements"`
	Updates      table.Updates      `json:"updates"`
}

func (c *change) commit() table.TableCommit {
	return table.TableCommit{Identifier: append(c.Identifier.Namespace, c.Identifier.Name), Requirements: c.Requirements, Updates: c.Updates}
}

func (s *server) commit(_ http.ResponseWriter, r *http.Request) (any, error) {
	var asked change
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		return nil, err
	}
	if asked.Identifier.Name == s.busy {
		return nil, table.ErrCommitFailed
	}
	s.commits = append(s.commits, asked.Identifier.Name)
	id := table.Identifier{r.PathValue("namespace"), r.PathValue("table")}
	if _, _, err := s.CommitTable(r.Context(), id, asked.Requirements, asked.Updates); err != nil {
		return nil, err
	}
	return answer(s.LoadTable(r.Context(), id))
}

func (s *server) commitAll(w http.ResponseWriter, r *http.Request) (any, error) {
	var asked struct {
		Changes []change `json:"table-changes"`
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		return nil, err
	}
	var commits []table.TableCommit
	for _, c := range asked.Changes {
		if c.Identifier.Name == s.busy {
			return nil, table.ErrCommitFailed
		}
		commits = append(commits, c.commit())
	}
	s.commits = append(s.commits, "*")
	if err := s.Catalog.Catalog.(*sqlite).CommitTransaction(r.Context(), commits); err != nil {
		return nil, err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil, nil
}

// dial opens a REST catalog.
func dial(t *testing.T, address, token string) (*Catalog, error) {
	return Open(t.Context(), Address{Catalog: "rest:" + address, Namespace: "zhibiao", Options: map[string]string{"token": token}}, ToMake)
}

func TestRESTCatalog(t *testing.T) {
	for name, together := range map[string]bool{"transactions": true, "table by table": false} {
		t.Run(name, func(t *testing.T) {
			s := &server{token: "secret", together: together}
			warehouse := t.TempDir()
			address := serve(t, s, warehouse)
			c, err := dial(t, address, "secret")
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			reports := three(t)
			write(t, dir, output.Options{}, reports[0], reports[2])
			first := follow(t, c, dir)
			checkRows(t, c, dir)
			commits := len(s.commits)
			for table, change := range follow(t, c, dir) {
				if change.Changed {
					t.Errorf("table %s changed once more", table)
				}
			}
			if len(s.commits) != commits {
				t.Errorf("the same dataset again commits %v", s.commits[commits:])
			}
			stood := dataFiles(t, warehouse)

			write(t, dir, output.Options{}, reports[1])
			s.busy = "panel"
			if err := fails(t, c, dir); !errors.Is(err, table.ErrCommitFailed) {
				t.Errorf("a conflict is told as %v", err)
			}
			if together {
				checkStands(t, c, first)
				if left := dataFiles(t, warehouse); len(left) != len(stood) {
					t.Errorf("%d data files, want %d as before", len(left), len(stood))
				}
			} else { // what came before stands whole, documents do not
				checkStands(t, c, map[string]Change{"panel": first["panel"], "documents": first["documents"]})
			}
			s.busy = ""
			follow(t, c, dir)
			checkRows(t, c, dir)
			if last := s.commits[len(s.commits)-1]; last != map[bool]string{true: "*", false: "documents"}[together] {
				t.Errorf("commits %v, want all at once or documents last", s.commits)
			}
		})
	}
}

func TestRESTCatalogThatIsNone(t *testing.T) {
	web := httptest.NewServer(http.NotFoundHandler())
	defer web.Close()
	if _, err := dial(t, web.URL, ""); err == nil || !strings.Contains(err.Error(), "REST catalog?") {
		t.Errorf("told is %v", err)
	}
	s := &server{token: "secret"}
	c, err := dial(t, serve(t, s, t.TempDir()), "other")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "tables")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, dir, output.Options{}, three(t)[2])
	fails(t, c, dir)
}
