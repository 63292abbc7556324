package service

import (
	"bytes"
	"io"
	"net/http"
	"testing"
)

// BenchmarkFacts is what the service adds to the extraction of a report: a request in
// memory beside the call that does its work.
func BenchmarkFacts(b *testing.B) {
	text := jilin(b)
	p, err := program()
	if err != nil {
		b.Fatal(err)
	}
	s := newService(b, Settings{})
	b.Run("Read", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			p.Read("report.txt", string(text))
		}
	})
	b.Run("Request", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			res := post(b, s, bytes.NewReader(text), nil)
			if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != http.StatusOK {
				b.Fatal(res.Status, err)
			}
		}
	})
}
