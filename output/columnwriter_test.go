package output

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"
)

// manySections are rows that fill more than one row group, and several pages in the first.
func manySections() []SectionRow {
	rows := make([]SectionRow, 110_000)
	for i := range rows {
		doc := fmt.Sprintf("%03d.txt", i/1000)
		r := SectionRow{SectionID: fmt.Sprintf("%s#h%d", doc, i), DocID: doc, Start: int32(i % 1000), End: int32(i%1000 + 1)}
		if i >= 40_000 { // whole pages have none
			r.ReportYear, r.Title = 2024, strings.Repeat("提高", i%7)+"保障和改善民生水平"
		}
		rows[i] = r
	}
	return rows
}

// Rows come back from many pages and row groups, whatever the portions they went in by, and
// the bytes do not depend on these.
func TestPagesAndRowGroupsComeBack(t *testing.T) {
	rows := manySections()
	write := func(portion int) []byte {
		var file bytes.Buffer
		out, err := newTableWriter[SectionRow](newStore(nil, Options{}), &file, "sections", partSize{chars: 1 << 20})
		errOf(t, err)
		for at := 0; at < len(rows); at += portion {
			errOf(t, out.add(rows[at:min(at+portion, len(rows))]))
		}
		_, err = out.close(newStore(nil, Options{}))
		errOf(t, err)
		return file.Bytes()
	}
	content := write(777)
	if !bytes.Equal(content, write(len(rows))) {
		t.Error("the bytes depend on the portions")
	}
	got, err := parquet.Read[SectionRow](bytes.NewReader(content), int64(len(content)))
	if diff := gocmp.Diff(rows, got); err != nil || diff != "" {
		t.Fatal(err, diff)
	}
	file, err := parquet.OpenFile(bytes.NewReader(content), int64(len(content)))
	errOf(t, err)
	if groups := len(file.RowGroups()); groups != 2 {
		t.Errorf("%d row groups, want 2", groups)
	}
	for i, group := range file.RowGroups() {
		first := int64(i) * rowsPerGroup("sections")
		title, _ := file.Schema().Lookup("title")
		checkPages(t, group.ColumnChunks()[title.ColumnIndex], rows[first:first+group.NumRows()])
	}
}

// checkPages checks what the page indexes tell of the column of titles.
func checkPages(t *testing.T, chunk parquet.ColumnChunk, rows []SectionRow) {
	t.Helper()
	bounds, err := chunk.ColumnIndex()
	errOf(t, err)
	places, err := chunk.OffsetIndex()
	errOf(t, err)
	n := bounds.NumPages()
	if len(rows) > 50_000 && n < 3 {
		t.Errorf("%d pages of %d rows, want some", n, len(rows))
	}
	for page := range n {
		from, to := places.FirstRowIndex(page), int64(len(rows))
		if page+1 < n {
			to = places.FirstRowIndex(page + 1)
		}
		nulls, least, greatest := int64(0), "", ""
		for _, r := range rows[from:to] {
			if r.Title == "" {
				nulls++
				continue
			}
			least, greatest = min(cmp.Or(least, r.Title), r.Title), max(greatest, r.Title)
		}
		if bounds.NullCount(page) != nulls || bounds.NullPage(page) != (nulls == to-from) {
			t.Errorf("rows %d to %d: %d nulls are told, want %d", from, to, bounds.NullCount(page), nulls)
		}
		if !bounds.NullPage(page) && (bounds.MinValue(page).String() > least || bounds.MaxValue(page).String() < greatest) {
			t.Errorf("rows %d to %d: %s to %s are told, there are %s to %s", from, to, bounds.MinValue(page), bounds.MaxValue(page), least, greatest)
		}
	}
}

// A bound of a text may be cut, but holds, and is text still.
func TestBoundsOfTextsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.StringN(0, 30, -1).Draw(t, "text"), rapid.IntRange(1, 9).Draw(t, "times"))
		if rapid.Bool().Draw(t, "of the last letters") {
			text = strings.Repeat("\U0010ffff", 15) + text
		}
		least, greatest := string(atMost([]byte(text))), string(atLeast([]byte(text)))
		if least > text || greatest < text || !utf8.ValidString(least) || !utf8.ValidString(greatest) {
			t.Fatalf("%q is not within %q and %q", text, least, greatest)
		}
		last := strings.Trim(least, "\U0010ffff\x7f") == "" // nothing short is greater
		if len(least) > mostBound || len(greatest) > mostBound+1 && !last {
			t.Fatalf("bounds of %d and %d bytes", len(least), len(greatest))
		}
	})
	if got := string(atLeast([]byte(strings.Repeat("市", 30)))); got != strings.Repeat("市", 20)+"布" {
		t.Errorf("cut to %s", got)
	}
}

// A dictionary numbers values in the order in which they come, whatever memory they lie in.
func TestDictionaryNumbersValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.StringN(0, 3, -1), 1, 300).Draw(t, "values")
		d, want := newDictionary(), map[string]int32{}
		for range 2 {
			for _, v := range values {
				if _, ok := want[v]; !ok {
					want[v] = int32(len(want))
				}
				for _, s := range []string{v, strings.Clone(v), v} {
					if got := d.text(s); got != want[v] {
						t.Fatalf("%q has number %d, want %d", s, got, want[v])
					}
				}
				if got := string(d.value(want[v])[4:]); got != v {
					t.Fatalf("number %d is %q, want %q", want[v], got, v)
				}
			}
			d.reset()
			clear(want)
		}
		for i, n := range rapid.SliceOf(rapid.Uint64()).Draw(t, "numbers") {
			if first := d.fixed(n, 8); d.fixed(n, 8) != first || int(first) > i {
				t.Fatalf("%d has number %d and %d", n, first, d.fixed(n, 8))
			}
		}
	})
}
