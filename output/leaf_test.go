package output

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// Words of sentences come back, also where a sentence has none and where none were asked for.
func TestWordsComeBack(t *testing.T) {
	want := []SentenceRow{
		{SentenceID: "a", Tokens: []TokenRow{{"粮食", "n", 0}, {"产量", "n", 2}}},
		{SentenceID: "b"},
		{SentenceID: "c", Tokens: []TokenRow{}},
		{SentenceID: "d", Tokens: []TokenRow{{"", "", 7}}},
	}
	s := newStore(nil, Options{})
	var file bytes.Buffer
	out, err := newTableWriter[SentenceRow](s, &file, "sentences", partSize{})
	errOf(t, err)
	errOf(t, out.add(want))
	_, err = out.close(s)
	errOf(t, err)
	got, err := parquet.Read[SentenceRow](bytes.NewReader(file.Bytes()), int64(file.Len()))
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
