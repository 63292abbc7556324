package view

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"strings"

	"zhibiao/output"
)

// Settings say how a dataset is served.
type Settings struct {
	Version string
	Hosts   []string // names and addresses beyond loopback that requests may be addressed to
	Gold    string   // folder for gold; empty to serve for reading only
	Token   string   // that writes must show
}

// NewServer serves the pages of a dataset.
func NewServer(data *output.Dataset, s Settings) (http.Handler, error) {
	shelf := newShelf(data)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", asset("text/html", shell(s)))
	mux.HandleFunc("GET /app.js", asset("text/javascript", appJS()))
	mux.HandleFunc("GET /app.css", asset("text/css", appCSS))
	mux.HandleFunc("GET /api/reports", answer(func(*http.Request) (any, error) { return shelf.heads() }))
	mux.HandleFunc("GET /api/report", answer(func(r *http.Request) (any, error) { return shelf.report(r.FormValue("id")) }))
	mux.HandleFunc("GET /api/names", answer(func(*http.Request) (any, error) { return shelf.called() }))
	mux.HandleFunc("GET /api/panel", answer(func(r *http.Request) (any, error) { return shelf.cells(r.FormValue("code"), r.FormValue("region")) }))
	mux.HandleFunc("GET /api/facts", answer(func(r *http.Request) (any, error) { return shelf.facts(r.FormValue("name")) }))
	mux.HandleFunc("GET /api/search", answer(func(r *http.Request) (any, error) { return shelf.search(r.FormValue("q")) }))
	if s.Gold != "" {
		bench, err := newBench(shelf, s)
		if err != nil {
			return nil, err
		}
		bench.handle(mux)
	}
	return guard(s.Hosts, mux), nil
}

// shell is the page that loads the program.
func shell(s Settings) string {
	data, _ := json.Marshal(map[string]any{"served": true, "edit": s.Gold != "", "version": s.Version}) // strings and booleans cannot fail
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n" + head)
	b.WriteString("<title>" + html.EscapeString("zhibiao 指标") + "</title>\n<link rel=\"stylesheet\" href=\"app.css\">\n</head>\n<body>\n" + noscript)
	fmt.Fprintf(&b, "<script type=\"application/json\" id=\"data\">%s</script>\n<script src=\"app.js\"></script>\n</body>\n</html>\n", data)
	return b.String()
}

func asset(media, content string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media+"; charset=utf-8")
		_, _ = io.WriteString(w, content) // the reader has gone
	}
}

// refusal is an error with the status to tell it by.
type refusal struct {
	status int
	what   string
}

func (e *refusal) Error() string { return e.what }
