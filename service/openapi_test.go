package service

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"zhibiao/output"
)

// described is the description that a service serves, checked against OpenAPI 3.1.
func described(t *testing.T, s *Service) (*openapi3.T, routers.Router) {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/openapi.json", nil))
	doc, err := openapi3.NewLoader().LoadFromData(w.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return doc, router
}

// Each answer and each refusal is as it is described.
func TestAnswersAreAsDescribed(t *testing.T) {
	s := newService(t, Settings{Version: "1.2.3", MaxInput: 100_000})
	_, router := described(t, s)
	met := map[int]bool{}
	for _, test := range []struct {
		method, path, media, body string
	}{
		{http.MethodPost, "/v1/facts?id=jilin-2024.txt", "text/plain", string(jilin(t))},
		{http.MethodPost, "/v1/facts", "application/json", `{"id": "a.txt", "text": "增长5%左右，排名第一。"}`},
		{http.MethodPost, "/v1/facts", "application/octet-stream", sentence},
		{http.MethodPost, "/v1/facts", "application/jsonl", `{"content": "` + sentence + `"}` + "\n{broken"},
		{http.MethodPost, "/v1/facts", "text/plain", strings.Repeat("增长5%。", 20_000)},
		{http.MethodPost, "/v1/facts", "text/plain", "GIF8"},
		{http.MethodPost, "/v1/facts", "text/plain", ""},
		{http.MethodGet, "/openapi.json", "", ""},
		{http.MethodGet, "/healthz", "", ""},
		{http.MethodGet, "/readyz", "", ""},
		{http.MethodGet, "/metrics", "", ""},
	} {
		r := httptest.NewRequest(test.method, test.path, strings.NewReader(test.body))
		r.Header.Set("Content-Type", test.media)
		route, params, err := router.FindRoute(r)
		if err != nil {
			t.Errorf("%s: %v", test.path, err)
			continue
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		met[w.Code] = true
		err = openapi3filter.ValidateResponse(t.Context(), &openapi3filter.ResponseValidationInput{
			RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route},
			Status:                 w.Code, Header: w.Result().Header, Body: io.NopCloser(w.Body),
			Options: &openapi3filter.Options{IncludeResponseStatus: true},
		})
		if err != nil {
			t.Errorf("%s %s as %s: %v", test.method, test.path, test.media, err)
		}
	}
	for _, status := range []int{200, 400, 413, 422} {
		if !met[status] {
			t.Errorf("no answer of status %d was checked", status)
		}
	}
}

// The description is not so loose that it fits whatever is answered.
func TestDescriptionIsTight(t *testing.T) {
	doc, _ := described(t, newService(t, Settings{}))
	for name, wrong := range map[string]string{
		"Fact":     `{"doc": "a", "start": "0", "end": 1, "text": "5"}`,
		"Document": `{"doc_id": "a", "source": "a", "complete": true, "chars": 1, "facts": 0, "sha256": "", "page": 1}`,
		"Answer":   `{"facts": []}`,
		"Problem":  `{"status": 400}`,
		"Request":  `{"id": "a.txt"}`,
	} {
		var value any
		if err := json.Unmarshal([]byte(wrong), &value); err != nil {
			t.Fatal(err)
		}
		if doc.Components.Schemas[name].Value.VisitJSON(value, openapi3.EnableJSONSchema2020()) == nil {
			t.Errorf("%s may be %s", name, wrong)
		}
	}
}

// Each field has a meaning, and the tables have a column of its name.
func TestFieldsAreColumns(t *testing.T) {
	s := newService(t, Settings{})
	doc, _ := described(t, s)
	for name, schema := range doc.Components.Schemas {
		for field, property := range schema.Value.Properties {
			if property.Ref == "" && name != "Answer" && property.Value.Description == "" {
				t.Errorf("%s.%s has no meaning", name, field)
			}
		}
	}
	for name, of := range map[string]output.Table{"Document": table("documents"), "Reject": table("rejects"), "Fact": output.Lines()} {
		columns := map[string]bool{}
		for _, c := range of.Columns {
			columns[c.Name] = true
		}
		for field := range doc.Components.Schemas[name].Value.Properties {
			if !columns[field] {
				t.Errorf("%s.%s is no column of %s", name, field, of.Name)
			}
		}
	}
	again, err := openapi(s.settings)
	if err != nil || !bytes.Equal(again, s.document) {
		t.Error("the description differs between two runs")
	}
}
