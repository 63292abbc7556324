package store

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao/source"
)

func TestParse(t *testing.T) {
	for url, want := range map[string]location{
		"s3://b":                        {"s3://b", "", ""},
		"s3://b/":                       {"s3://b", "", ""},
		"gs://b/2024/吉 林%20.txt":        {"gs://b", "2024/吉 林%20.txt", ""},
		"azblob://c?domain=x&protocol=": {"azblob://c", "", "domain=x&protocol="},
		"s3://b/p/?region=eu&endpoint=http://127.0.0.1:9000": {"s3://b", "p/", "region=eu&endpoint=http://127.0.0.1:9000"},
		"s3://b/who?.txt":      {"s3://b", "who?.txt", ""},
		"s3://b/who?/a.txt?":   {"s3://b", "who?/a.txt?", ""},
		"s3://b/a?b.txt?r=eu":  {"s3://b", "a?b.txt", "r=eu"},
		"s3://b//two//slashes": {"s3://b", "/two//slashes", ""},
	} {
		if got, err := parse(url); got != want || err != nil {
			t.Errorf("%s: got %+v, %v", url, got, err)
		}
	}
	for _, url := range []string{"s3://", "s3:///key", "b/key"} {
		if got, err := parse(url); !is(err, BadURL) {
			t.Errorf("%s: got %+v, %v", url, got, err)
		}
	}
}

// found lists what a URL stands for: object, and its path below what was asked for.
func found(c *Client, url string) []string {
	var got []string
	for o, err := range c.Find(url) {
		if err != nil {
			got = append(got, "! "+err.Error())
			continue
		}
		got = append(got, o.URL+" "+o.Below)
	}
	return got
}

func TestFind(t *testing.T) {
	c := newShelf("2023/a.txt", "2024-b.txt", "2024/", "2024/c.txt", "2024/d/e.html", "2024/x?.txt", "2025.txt", "2025/f.txt").client(t)
	for url, want := range map[string][]string{
		"s3://b/2024":              {"s3://b/2024/c.txt c.txt", "s3://b/2024/d/e.html d/e.html", "s3://b/2024/x?.txt x?.txt"},
		"s3://b/2024/":             {"s3://b/2024/c.txt c.txt", "s3://b/2024/d/e.html d/e.html", "s3://b/2024/x?.txt x?.txt"},
		"s3://b/2024/?region=eu":   {"s3://b/2024/c.txt c.txt", "s3://b/2024/d/e.html d/e.html", "s3://b/2024/x?.txt x?.txt"},
		"s3://b/2025.txt":          {"s3://b/2025.txt "},
		"s3://b/202[35]":           {"s3://b/2023/a.txt a.txt", "s3://b/2025/f.txt f.txt"},
		"s3://b/*/*.txt":           {"s3://b/2023/a.txt ", "s3://b/2024/c.txt ", "s3://b/2024/x?.txt ", "s3://b/2025/f.txt "},
		"s3://b/*/d":               {"s3://b/2024/d/e.html e.html"},
		"s3://b/*.txt":             {"s3://b/2024-b.txt ", "s3://b/2025.txt "},
		"s3://b/202":               {"! s3://b/202: there is no such object, and none below it; check the spelling of the key"},
		"s3://b/*.pdf":             {"! s3://b/*.pdf: matches no object; check the spelling of the pattern"},
		"s3://b/[":                 {`! s3://b/[: is no valid pattern (syntax error in pattern); close the bracket, or quote it with \`},
		"s3://c/x":                 {"! s3://c/x: there is no such bucket (no s3://c); check its name, and the region or endpoint"},
		"s3:///x":                  {"! s3:///x: is no URL of an object store (it names no bucket); write it as s3://BUCKET/KEY, gs://BUCKET/KEY or azblob://CONTAINER/KEY"},
		"s3://b/2025/?region=asia": {"! s3://b/2025/?region=asia: the bucket was given with other settings before, as s3://b; give it with the same ones each time, or in runs of their own"},
	} {
		c := c
		if strings.Contains(url, "region=eu") {
			c = newShelf("2024/c.txt", "2024/d/e.html", "2024/x?.txt").client(t)
		} else if strings.Contains(url, "asia") {
			found(c, "s3://b/2025")
		}
		if d := cmp.Diff(want, found(c, url)); d != "" {
			t.Errorf("%s: %s", url, d)
		}
	}
}

// TestWithoutStores names the cure where the program has no object stores in it.
func TestWithoutStores(t *testing.T) {
	c := New(t.Context(), nil)
	want := []string{"! s3://b/x: this program was built without object stores; build it with them (make build-stores, or go build -tags stores ./cmd/zhibiao)"}
	if d := cmp.Diff(want, found(c, "s3://b/x")); d != "" {
		t.Error(d)
	}
}

// TestReadingGoesOn takes up a line that is cut, each time where it broke, and reads no
// half of one version with half of another.
func TestReadingGoesOn(t *testing.T) {
	s := newShelf("a.txt", "b.txt")
	want := string(s.objects["a.txt"])
	c := s.client(t)
	for _, url := range []string{"s3://b/a.txt", "s3://b/b.txt"} {
		found(c, url)
		for _, at := range []int{5, 6} {
			s.cut["a.txt"] = at
			r, err := c.Open("s3://b/a.txt")
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if string(data) != want || err != nil {
				t.Errorf("cut at %d: got %q, %v", at, data, err)
			}
		}
	}
	r, err := c.Open("s3://b/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(r, make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	s.versions["a.txt"]++
	_, err = io.ReadAll(r)
	if rej := new(source.Reject); !errors.As(err, &rej) || !strings.Contains(err.Error(), "s3://b/a.txt: it was changed while it was read; run it again") {
		t.Errorf("got %v", err)
	}
	if _, err = c.Open("s3://b/none.txt"); err == nil || !strings.HasPrefix(err.Error(), "s3://b/none.txt: there is no such object") {
		t.Errorf("got %v", err)
	}
}

// TestReadingEnds gives up a line that is dead, and one whose run has ended.
func TestReadingEnds(t *testing.T) {
	s := newShelf("a.txt")
	ctx, end := context.WithCancel(t.Context())
	c := New(ctx, func(context.Context, string) (Bucket, error) { return dead{s}, nil })
	c.pause = 0
	r, err := c.Open("s3://b/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.ReadAll(r)
	if err == nil || !strings.Contains(err.Error(), "the store cannot be reached (connection reset); check the network") {
		t.Errorf("got %v", err)
	}
	r, err = c.Open("s3://b/a.txt")
	end()
	if err != nil {
		t.Fatal(err)
	}
	if _, err = io.ReadAll(r); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// dead is a bucket whose lines break before the first byte.
type dead struct{ *shelf }

func (d dead) Open(ctx context.Context, key string, from int64) (*Content, error) {
	c, err := d.shelf.Open(ctx, key, from)
	if err == nil {
		c.ReadCloser = io.NopCloser(broken{})
	}
	return c, err
}
