package iceberg

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"zhibiao/output"
)

// rows reads a table with the library's scan, sorted.
func rows(t testing.TB, c *Catalog, name string, look Look) []string {
	t.Helper()
	var b bytes.Buffer
	if err := c.WriteRows(t.Context(), &b, name, look); err != nil {
		t.Fatal(err)
	}
	lines := slices.Collect(strings.Lines(b.String()))
	slices.Sort(lines)
	return lines
}

// written reads a table's parts with parquet-go, as the same lines.
func written(t testing.TB, dir, name string) []string {
	t.Helper()
	paths, err := output.Files(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, path := range paths {
		read := linesOf
		if name == "sentences" {
			read = sentenceLines
		}
		some, err := read(path)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, some...)
	}
	slices.Sort(lines)
	return lines
}

// linesOf reads values as they are stored: a null is a null, "" would be "".
func linesOf(path string) ([]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	file, err := parquet.OpenFile(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, group := range file.RowGroups() {
		reader := group.Rows()
		for row := make([]parquet.Row, 1); ; {
			n, err := reader.ReadRows(row)
			if n == 0 {
				if !errors.Is(err, io.EOF) {
					return nil, err
				}
				break
			}
			var cells []string
			for i, v := range row[0] {
				cells = append(cells, `"`+file.Root().Columns()[i].Name()+`": `+stored(v))
			}
			lines = append(lines, "{"+strings.Join(cells, ", ")+"}\n")
		}
		if err := reader.Close(); err != nil {
			return nil, err
		}
	}
	return lines, nil
}

func stored(v parquet.Value) string {
	switch {
	case v.IsNull():
		return "null"
	case v.Kind() == parquet.ByteArray:
		return plain(string(v.ByteArray()))
	case v.Kind() == parquet.Int32:
		return plain(v.Int32())
	case v.Kind() == parquet.Boolean:
		return plain(v.Boolean())
	default:
		return plain(v.Double())
	}
}

// sentenceLines reads the one table that has lists.
func sentenceLines(path string) ([]string, error) {
	all, err := parquet.ReadFile[output.SentenceRow](path)
	var lines []string
	for _, s := range all {
		year, tokens := "null", "null"
		if s.ReportYear != 0 {
			year = plain(s.ReportYear)
		}
		if s.Tokens != nil {
			var words []string
			for _, w := range s.Tokens {
				words = append(words, fmt.Sprintf(`{"word": %s, "pos": %s, "start": %d}`, plain(w.Word), plain(w.Pos), w.Start))
			}
			tokens = "[" + strings.Join(words, ", ") + "]"
		}
		lines = append(lines, fmt.Sprintf(`{"sentence_id": %s, "doc_id": %s, "report_year": %s, "section_id": %s, "start": %d, "end": %d, "text": %s, "tokens": %s}`+"\n",
			plain(s.SentenceID), plain(s.DocID), year, plain(s.SectionID), s.Start, s.End, plain(s.Text), tokens))
	}
	return lines, err
}

// plain is a value as JSON.
func plain(value any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(value)
	return strings.TrimSuffix(b.String(), "\n")
}
