package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// Check lists what is wrong with a dataset: files that are missing, changed or left
// over, rows whose document is not there, documents that stand twice, panel and links
// that are behind. It changes nothing.
func Check(dir string) ([]string, error) {
	d, err := described(dir)
	if err != nil {
		return nil, err
	}
	c := &checker{dir: dir}
	if d.Behind {
		c.problem("links between reports and the panel are behind; run zhibiao extract again, or zhibiao dataset compact %s", dir)
	}
	left, err := strays(dir, d.files())
	if err != nil {
		return nil, err
	}
	for _, path := range left {
		c.problem("%s is left over from a run that was broken off; remove it with zhibiao dataset vacuum %s", path, dir)
	}
	whole := true
	for _, f := range d.files() {
		if err := c.file(f); err != nil {
			c.problem("%s: %v; write the tables anew", f.Path, err)
			whole = false
		}
	}
	if whole {
		err = c.rows(&Dataset{dir: dir, files: pathsOf(dir, d.files())})
	}
	return c.problems, err
}

func pathsOf(dir string, files []fileEntry) map[string][]string {
	paths := map[string][]string{}
	for _, f := range files {
		paths[f.table] = append(paths[f.table], absolute(dir, f))
	}
	return paths
}

// checker gathers what is wrong.
type checker struct {
	dir      string
	problems []string
}

func (c *checker) problem(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

// file compares a file with its description.
func (c *checker) file(entry fileEntry) error {
	f, err := os.Open(absolute(c.dir, entry))
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return err
	}
	if got := "sha256:" + hex.EncodeToString(sum.Sum(nil)); got != entry.Hash {
		return fmt.Errorf("the content has hash %s, not %s", got, entry.Hash)
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	table, err := parquet.OpenFile(f, info.Size(), parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
	if err != nil {
		return err
	}
	if n := table.NumRows(); n != int64(entry.Rows) {
		return fmt.Errorf("it has %s, not %d", Count(int(n), "row"), entry.Rows)
	}
	return nil
}

// rows checks that rows and documents belong together.
func (c *checker) rows(d *Dataset) error {
	left := map[string]int{} // document → facts that it must have
	err := scan(d, "documents", func(_ string, _ int64, rows []placedDocument) {
		for _, r := range rows {
			if _, twice := left[r.DocID]; twice {
				c.problem("document %s stands twice", r.DocID)
			}
			left[r.DocID] = int(r.Facts)
		}
	})
	if err != nil {
		return err
	}
	for _, table := range []string{"sections", "sentences", "targets", "facts"} {
		err := scan(d, table, func(path string, _ int64, rows []docOf) {
			for _, r := range rows {
				if _, known := left[r.DocID]; !known {
					c.problem("%s: a row of %s, which is not in documents", relative(c.dir, path), r.DocID)
					left[r.DocID] = 0 // told once
				}
				if table == "facts" {
					left[r.DocID]--
				}
			}
		})
		if err != nil {
			return err
		}
	}
	for doc, n := range left {
		switch {
		case n > 0:
			c.problem("document %s: %s missing; write the tables anew", doc, Count(n, "fact"))
		case n < 0:
			c.problem("document %s: %s too many; write the tables anew", doc, Count(-n, "fact"))
		}
	}
	return nil
}
