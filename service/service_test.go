package service

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhibiao"
	"zhibiao/output"
)

// program is loaded once for all tests.
var program = sync.OnceValues(func() (*zhibiao.Program, error) { return zhibiao.New(zhibiao.Options{}) })

func newService(t testing.TB, settings Settings) *Service {
	t.Helper()
	p, err := program()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(p, settings)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// post asks a handler for the facts of a body.
func post(t testing.TB, h http.Handler, body io.Reader, change func(*http.Request)) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/v1/facts", body)
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// answer decodes an answer that must be good.
func answer(t testing.TB, res *http.Response) Answer {
	t.Helper()
	content, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	var a Answer
	if res.StatusCode != http.StatusOK || json.Unmarshal(content, &a) != nil {
		t.Fatalf("status %d: %s", res.StatusCode, content)
	}
	return a
}

// trouble decodes a problem.
func trouble(t testing.TB, res *http.Response) Problem {
	t.Helper()
	var p Problem
	if err := json.NewDecoder(res.Body).Decode(&p); err != nil {
		t.Fatal(err)
	}
	if res.Header.Get("Content-Type") != mediaProblem || p.Status != res.StatusCode || p.What == "" || p.RequestID != res.Header.Get("X-Request-Id") {
		t.Errorf("problem is %+v with header %v", p, res.Header)
	}
	return p
}

// with sets a header.
func with(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func jilin(t testing.TB) []byte {
	t.Helper()
	return file(t, "../seeds/reports/jilin-2024.txt")
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// gbk is a text as most Chinese programs of the past wrote it.
func gbk(t testing.TB, text string) []byte {
	t.Helper()
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func zipped(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func form(t testing.TB, files ...string) (io.Reader, string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.WriteField("note", "beside the files"); err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		part, err := w.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(file(t, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &b, w.FormDataContentType()
}

const sentence = "地区生产总值增长6.7%。"

// One fact comes out, whatever the sentence goes in as.
func TestAnyForm(t *testing.T) {
	s := newService(t, Settings{})
	for _, test := range []struct {
		name, media string
		body        []byte
		format      string
	}{
		{"no content type", "", []byte(sentence), "txt"},
		{"curl's content type", "application/x-www-form-urlencoded", []byte(sentence), "txt"},
		{"plain text", "text/plain; charset=utf-8", []byte(sentence), "txt"},
		{"GBK, said so", "text/plain; charset=gbk", gbk(t, sentence), "txt"},
		{"GBK, not said so", "text/plain", gbk(t, sentence), "txt"},
		{"GBK, said to be UTF-8", "text/plain; charset=utf-8", gbk(t, sentence), "txt"},
		{"page", "text/html", []byte("<html><body><p>" + strings.Repeat("政府工作报告全文如下，请各位代表审议。", 10) + sentence + "</p></body></html>"), "html"},
		{"json", "application/json", []byte(`{"text": "` + sentence + `"}`), "txt"},
		{"rows", "text/csv", []byte("正文\n\"" + sentence + "\"\n"), "csv"},
		{"lines", "application/x-ndjson", []byte(`{"content": "` + sentence + `"}` + "\n"), "jsonl"},
		{"packed", "application/gzip", zipped(t, []byte(sentence)), "txt"},
		{"packed, not said so", "application/x-www-form-urlencoded", zipped(t, []byte(sentence)), "txt"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := answer(t, post(t, s, bytes.NewReader(test.body), func(r *http.Request) {
				if test.media != "" {
					r.Header.Set("Content-Type", test.media)
				}
			}))
			if len(a.Facts) != 1 || a.Facts[0].Indicator != "地区生产总值" || a.Facts[0].Value != "6.7" || len(a.Rejects) != 0 {
				t.Errorf("facts %+v, rejects %+v", a.Facts, a.Rejects)
			}
			if len(a.Documents) != 1 || a.Documents[0].Format != test.format || a.Documents[0].Facts != 1 {
				t.Errorf("documents are %+v, want format %s", a.Documents, test.format)
			}
		})
	}
}

func TestFilesOfAForm(t *testing.T) {
	body, media := form(t, "../source/testdata/office/report.docx", "../source/testdata/office/report.pdf", "service_test.go")
	a := answer(t, post(t, newService(t, Settings{}), body, with("Content-Type", media)))
	var got []string
	for _, d := range a.Documents {
		got = append(got, fmt.Sprintf("%s %s %t", d.DocID, d.Format, d.Facts > 0))
	}
	if diff := cmp.Diff([]string{"report.docx docx true", "report.pdf pdf true", "service_test.go txt true"}, got); diff != "" {
		t.Error(diff)
	}
}

// A body may be packed on its way, whatever is in it.
func TestContentEncoding(t *testing.T) {
	a := answer(t, post(t, newService(t, Settings{}), bytes.NewReader(zipped(t, []byte(sentence))), func(r *http.Request) {
		r.Header.Set("Content-Encoding", "gzip")
		r.URL.RawQuery = "id=a.txt"
	}))
	if len(a.Facts) != 1 || a.Facts[0].Doc != "a.txt" {
		t.Errorf("%+v", a)
	}
}

// What cannot be read does not keep back what can.
func TestOneBadFileAmongGoodOnes(t *testing.T) {
	lines := `{"content": "` + sentence + `"}` + "\n{broken\n"
	a := answer(t, post(t, newService(t, Settings{}), strings.NewReader(lines), with("Content-Type", "application/jsonl")))
	if len(a.Facts) != 1 || len(a.Rejects) != 1 || !strings.Contains(a.Rejects[0].Reason, "line 2") || a.Rejects[0].Cure == "" {
		t.Errorf("%+v", a)
	}
}

// The lines of NDJSON are those of extract --format jsonl, to the byte, and the answer in
// one object has the same facts.
func TestLinesAreThoseOfExtract(t *testing.T) {
	s := newService(t, Settings{})
	named := func(r *http.Request) { r.URL.RawQuery = "id=jilin-2024.txt" }
	res := post(t, s, bytes.NewReader(jilin(t)), func(r *http.Request) {
		named(r)
		r.Header.Set("Accept", "application/x-ndjson")
	})
	got, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	p, err := program()
	if err != nil {
		t.Fatal(err)
	}
	report := p.Read("jilin-2024.txt", string(jilin(t)))
	var want bytes.Buffer
	if err := output.NewJSONL(&want).Write(output.NewRows(&report.Document, report.Source, report.Facts, nil)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(got)); diff != "" || res.Header.Get("Zhibiao-Rejects") != "0" {
		t.Errorf("lines (-extract +service), rejects %q:\n%s", res.Header.Get("Zhibiao-Rejects"), diff)
	}
	a := answer(t, post(t, s, bytes.NewReader(jilin(t)), named))
	if diff := cmp.Diff(report.Lines(), a.Facts); diff != "" || a.Documents[0].Region != "吉林市" {
		t.Errorf("%+v\n%s", a.Documents, diff)
	}
}

func TestNames(t *testing.T) {
	s := newService(t, Settings{})
	for _, test := range []struct{ query, disposition, want string }{
		{"", "", "report"},
		{"id=吉林.txt", "", "吉林.txt"},
		{"id=../../etc/passwd", "", "passwd"},
		{"id=a%0ab%00.txt", "", "ab.txt"},
		{"id=..", "", "report"},
		{"", `attachment; filename="C:\reports\a.txt"`, "a.txt"},
	} {
		a := answer(t, post(t, s, strings.NewReader(sentence), func(r *http.Request) {
			r.URL.RawQuery = test.query
			r.Header.Set("Content-Disposition", test.disposition)
		}))
		if a.Documents[0].DocID != test.want {
			t.Errorf("%+v names %q", test, a.Documents[0].DocID)
		}
	}
}

// What is refused is refused with the cure.
// What the request tells of its reports goes before what they say themselves.
func TestPlaceAndYearOfTheRequest(t *testing.T) {
	s := newService(t, Settings{})
	ask := func(query string) *http.Response {
		return post(t, s, strings.NewReader("地区生产总值增长6.7%。"), func(r *http.Request) { r.URL.RawQuery = query })
	}
	type place struct {
		region, code, now, province string
		year                        int32
	}
	for query, want := range map[string]place{
		"region=220200&report_year=2024": {"吉林市", "220200", "220200", "吉林省", 2024},
		"region=130622":                  {"清苑县", "130622", "130608", "河北省", 0},
		"":                               {},
	} {
		d := answer(t, ask(query)).Documents[0]
		if got := (place{d.Region, d.RegionCode, d.CodeNow, d.Province, d.ReportYear}); got != want {
			t.Errorf("%s: document is of %+v, want %+v", query, got, want)
		}
	}
	for query, want := range map[string]string{
		"region=999999":             "no code of GB/T 2260",
		"region=%E6%9C%9D%E9%98%B3": "may be",
		"report_year=24":            "report year 24",
		"report_year=x":             "no year",
		"report_year=0":             "no year",
	} {
		if p := trouble(t, ask(query)); p.Status != http.StatusBadRequest || !strings.Contains(p.What, want) || p.Cure == "" {
			t.Errorf("%s: problem is %+v, want one with %q", query, p, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	s := newService(t, Settings{MaxInput: 1000})
	big := strings.Repeat("增长5%。", 200)
	chunked := func(text string) io.Reader { return io.MultiReader(strings.NewReader(text)) }
	for _, test := range []struct {
		name   string
		body   io.Reader
		change func(*http.Request)
		status int
		says   string
	}{
		{"no body", nil, nil, 400, "curl --data-binary"},
		{"blank", strings.NewReader(" \n"), nil, 422, "there is no text in it"},
		{"too large", strings.NewReader(big), nil, 413, "--max-input"},
		{"too large, length not told", chunked(big), nil, 413, "--max-input"},
		{"too large once unpacked", bytes.NewReader(zipped(t, []byte(big))), nil, 422, "--max-input"},
		{"picture", strings.NewReader("\x89PNG\r\n\x1a\n"), with("Content-Type", "image/png"), 422, "text recognition"},
		{"broken json", strings.NewReader(`{"text": `), with("Content-Type", "application/json"), 400, `{"id": "report.txt", "text": "…"}`},
		{"misspelt json", strings.NewReader(`{"txt": "a"}`), with("Content-Type", "application/json"), 400, `"txt"`},
		{"two objects", strings.NewReader(`{"text": "a"}{}`), with("Content-Type", "application/json"), 400, "more follows"},
		{"json in GBK", bytes.NewReader(gbk(t, `{"text": "增长"}`)), with("Content-Type", "application/json"), 400, "UTF-8"},
		{"empty text", strings.NewReader(`{"text": ""}`), with("Content-Type", "application/json"), 400, `"text" is empty`},
		{"bad content type", strings.NewReader(sentence), with("Content-Type", "text/;;"), 400, "text/plain"},
		{"form without a file", strings.NewReader("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--\r\n"), with("Content-Type", "multipart/form-data; boundary=b"), 400, "curl -F file=@"},
		{"broken form", strings.NewReader("--b\r\nContent"), with("Content-Type", "multipart/form-data; boundary=b"), 400, "did not arrive whole"},
		{"too large once its encoding is undone", bytes.NewReader(zipped(t, []byte(big))), with("Content-Encoding", "gzip"), 413, "--max-input"},
		{"encoding that it has not", strings.NewReader(sentence), with("Content-Encoding", "gzip"), 400, "did not arrive whole"},
		{"unknown packing", strings.NewReader(sentence), with("Content-Encoding", "br"), 415, "gzip"},
		{"only pages accepted", strings.NewReader(sentence), with("Accept", "text/html"), 406, "application/json"},
		{"from another site", strings.NewReader(sentence), with("Sec-Fetch-Site", "cross-site"), 403, "another site"},
		{"other method", nil, func(r *http.Request) { r.Method = http.MethodGet }, 405, "use POST"},
		{"other path", nil, func(r *http.Request) { r.URL.Path = "/" }, 404, "/v1/facts"},
	} {
		t.Run(test.name, func(t *testing.T) {
			res := post(t, s, test.body, test.change)
			p := trouble(t, res)
			if p.Status != test.status || !strings.Contains(p.Detail, test.says) || p.Cure == "" {
				t.Errorf("problem is %+v, want status %d and %q", p, test.status, test.says)
			}
			if res.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Error("pages of other sites are let in")
			}
		})
	}
	if n := len(s.queue.places) + len(s.queue.turns); n != 0 {
		t.Errorf("%d places are still taken", n)
	}
}

func TestAccepted(t *testing.T) {
	for accept, want := range map[string]string{
		"": mediaJSON, "*/*": mediaJSON, "application/json": mediaJSON, "application/*;q=0.5": mediaJSON,
		"application/x-ndjson": mediaNDJSON, "application/jsonl, */*;q=0.1": mediaNDJSON,
		"application/x-ndjson;q=0.2, application/json": mediaJSON, "text/html, application/json;q=0": "", "nonsense;;": "",
	} {
		r := httptest.NewRequest(http.MethodPost, "/", nil)
		if accept != "" {
			r.Header.Set("Accept", accept)
		}
		if got := accepted(r); got != want {
			t.Errorf("Accept: %s gets %q, want %q", accept, got, want)
		}
	}
}

func TestMetrics(t *testing.T) {
	s := newService(t, Settings{})
	post(t, s, bytes.NewReader(jilin(t)), nil)
	post(t, s, strings.NewReader(sentence), nil)
	post(t, s, nil, nil)
	post(t, s, nil, func(r *http.Request) { r.URL.Path = "/made/up" })
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	text := w.Body.String()
	for _, line := range []string{
		`zhibiao_requests_total{path="/v1/facts",status="200"} 2`, `zhibiao_requests_total{path="/v1/facts",status="400"} 1`,
		`zhibiao_requests_total{path="other",status="404"} 1`, "zhibiao_documents_total 2", "zhibiao_working 0", "zhibiao_waiting 0",
		fmt.Sprintf("zhibiao_input_bytes_total %d", len(jilin(t))+len(sentence)),
		`zhibiao_request_seconds_bucket{le="+Inf"} 3`, "zhibiao_request_seconds_count 3", "# TYPE zhibiao_request_seconds histogram",
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("metrics lack %s:\n%s", line, text)
		}
	}
}

// Times fall into the bucket whose bound they do not pass.
func TestBuckets(t *testing.T) {
	q := newQueue(1, 1)
	m := newMeters(&q)
	for _, took := range []time.Duration{time.Millisecond, 5 * time.Millisecond, 6 * time.Millisecond, time.Minute} {
		m.request(pathFacts, 200, took)
	}
	var b strings.Builder
	m.write(&b)
	for _, line := range []string{`le="0.005"} 2`, `le="0.01"} 3`, `le="30"} 3`, `le="+Inf"} 4`, "seconds_sum 60.012"} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("lacks %s:\n%s", line, b.String())
		}
	}
}
