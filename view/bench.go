package view

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"zhibiao/eval"
)

// bench is where facts are reviewed and kept as gold.
type bench struct {
	shelf    *shelf
	gold     *goldFolder
	settings Settings
}

func newBench(s *shelf, settings Settings) (*bench, error) {
	gold, err := openGold(settings.Gold)
	if err != nil {
		return nil, err
	}
	return &bench{s, gold, settings}, nil
}

func (b *bench) handle(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/gold", answer(b.read))
	mux.HandleFunc("PUT /api/gold", answer(b.write))
	mux.HandleFunc("GET /api/tasks", answer(b.export))
	mux.HandleFunc("PUT /api/tasks", answer(b.take))
}

// state is the gold of a report as it stands in its file; Facts is null where there is
// none yet.
type state struct {
	Version string      `json:"version"`
	Facts   []eval.Fact `json:"facts"`
}

// mostBody bounds what a write may bring; the gold of a long report takes 400 kB.
const mostBody = 32 << 20

// read gives the gold of a report.
func (b *bench) read(r *http.Request) (any, error) {
	return b.state(r.FormValue("id"))
}

func (b *bench) state(id string) (state, error) {
	content, err := b.gold.read(id)
	if err != nil || content == nil {
		return state{}, err
	}
	facts, err := eval.Read(bytes.NewReader(content), goldName(id))
	if facts == nil {
		facts = []eval.Fact{} // a file that holds none is not a file that is absent
	}
	return state{versionOf(content), facts}, err
}

// write keeps the facts of a report, if its file is still what the reader has seen.
func (b *bench) write(r *http.Request) (any, error) {
	if err := b.allowed(r); err != nil {
		return nil, err
	}
	var facts []eval.Fact
	if err := json.NewDecoder(io.LimitReader(r.Body, mostBody)).Decode(&facts); err != nil {
		return nil, &refusal{http.StatusBadRequest, fmt.Sprintf("facts: %v", err)}
	}
	return b.keep(r.FormValue("id"), r.Header.Get("If-Match"), facts)
}

func (b *bench) keep(id, seen string, facts []eval.Fact) (state, error) {
	report, err := b.shelf.report(id)
	if err != nil {
		return state{}, err
	}
	if facts, err = checked(id, report.Text, facts); err != nil {
		return state{}, &refusal{http.StatusUnprocessableEntity, err.Error()}
	}
	content, err := goldLines(facts)
	if err != nil {
		return state{}, err
	}
	if err := b.gold.write(id, seen, content, report.Text); err != nil {
		return state{}, err
	}
	return state{versionOf(content), facts}, nil
}

// export gives a report as a task of Label Studio: facts as a prediction, gold as an
// annotation.
func (b *bench) export(r *http.Request) (any, error) {
	id := r.FormValue("id")
	rows, err := b.shelf.data.Report(id)
	if err != nil {
		return nil, err
	}
	gold, err := b.state(id)
	if err != nil {
		return nil, err
	}
	return []Task{NewTask(id, rows.Documents[0].Text, proposals(&rows), gold.Facts, b.settings.Version)}, nil
}

// take keeps the annotation of a task of Label Studio as gold.
func (b *bench) take(r *http.Request) (any, error) {
	if err := b.allowed(r); err != nil {
		return nil, err
	}
	tasks, err := ReadTasks(io.LimitReader(r.Body, mostBody))
	if err != nil {
		return nil, &refusal{http.StatusBadRequest, err.Error()}
	}
	id := r.FormValue("id")
	for i := range tasks {
		if tasks[i].Data.Doc != id {
			continue
		}
		facts, err := tasks[i].Gold()
		if err != nil {
			return nil, &refusal{http.StatusUnprocessableEntity, err.Error()}
		}
		return b.keep(id, r.Header.Get("If-Match"), facts)
	}
	return nil, &refusal{http.StatusUnprocessableEntity, "no task for " + id + "; open the report that the tasks are of"}
}

// allowed reports whether a request may write.
func (b *bench) allowed(r *http.Request) error {
	given := r.Header.Get("X-Zhibiao-Token")
	if b.settings.Token == "" || subtle.ConstantTimeCompare([]byte(given), []byte(b.settings.Token)) != 1 {
		return &refusal{http.StatusUnauthorized, "no token; open the address that zhibiao serve printed"}
	}
	return nil
}

// versionOf names the content of a file; that of a file that is absent is empty.
func versionOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:8])
}
