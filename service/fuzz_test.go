package service

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"testing"
)

// Whatever is posted is answered with facts or with a problem that tells the cure, and is
// never a fault of the program.
func FuzzRequest(f *testing.F) {
	for _, seed := range []struct{ media, encoding, query, body string }{
		{"text/plain", "", "id=a.txt", sentence},
		{"text/plain; charset=gbk", "", "", string(gbk(f, sentence))},
		{"application/json", "", "", `{"id": "a.csv", "text": "` + sentence + `"}`},
		{"text/csv", "", "id=%2e%2e", "正文,年\n" + sentence + ",2024\n"},
		{"application/x-ndjson", "gzip", "", string(zipped(f, []byte(`{"text": "`+sentence+`"}`)))},
		{"multipart/form-data; boundary=b", "", "", "--b\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\n" + sentence + "\r\n--b--\r\n"},
		{"text/html", "", "", "<html><p>" + sentence},
		{"", "", "", "PK\x03\x04"},
		{";", "br", "&&", ""},
	} {
		f.Add(seed.media, seed.encoding, seed.query, []byte(seed.body))
	}
	s := newService(f, Settings{MaxInput: 1 << 16})
	f.Fuzz(func(t *testing.T, media, encoding, query string, body []byte) {
		if bytes.Contains(body, []byte("%PDF")) {
			t.Skip("takes seconds")
		}
		res := post(t, s, bytes.NewReader(body), func(r *http.Request) {
			r.Header.Set("Content-Type", media)
			r.Header.Set("Content-Encoding", encoding)
			r.URL.RawQuery = query
		})
		content, err := io.ReadAll(res.Body)
		if err != nil || !json.Valid(content) {
			t.Fatalf("answer is %q, %v", content, err)
		}
		if !slices.Contains([]int{200, 400, 413, 415, 422}, res.StatusCode) {
			t.Fatalf("status %d: %s", res.StatusCode, content)
		}
	})
}
