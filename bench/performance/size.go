//go:build unix

package main

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// writeSizes writes how many bytes the tables of folders take, against their texts zipped.
func writeSizes(w io.Writer, program string, folders []string) error {
	fmt.Fprint(w, "\n## Sizes\n\nTables against the texts in one ZIP archive, at the best compression. The aim is 1.5. `make weights`\nprints what each column weighs.\n\n| input | texts, MB | zipped, MB | tables, MB | of zipped | `--wide`, MB | of zipped |\n|---|--:|--:|--:|--:|--:|--:|\n")
	for _, folder := range folders {
		text, err := megabytes(folder)
		if err != nil {
			return err
		}
		packed, err := zipped(folder)
		if err != nil {
			return err
		}
		narrow, err := tables(program, folder)
		if err != nil {
			return err
		}
		wide, err := tables(program, folder, "--wide")
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n",
			filepath.Base(folder), text, packed, narrow, narrow/packed, wide, wide/packed)
	}
	return nil
}

// tables is the size of the tables of a folder.
func tables(program, folder string, flags ...string) (float64, error) {
	dir, err := os.MkdirTemp("", "performance-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	c := exec.Command(program, append([]string{"extract", folder, "-o", filepath.Join(dir, "tables")}, flags...)...)
	if out, err := c.CombinedOutput(); c.ProcessState == nil || c.ProcessState.ExitCode() > 1 {
		return 0, fmt.Errorf("%s: %w: %s", c, err, out)
	}
	var sum int64
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return float64(sum) / 1e6, err
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// zipped is the size of a ZIP archive of the texts of a folder.
func zipped(folder string) (float64, error) {
	var size counter
	z := zip.NewWriter(&size)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return 0, err
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return 0, err
		}
		member, err := z.Create(filepath.Base(path))
		if err != nil {
			return 0, err
		}
		if _, err := member.Write(text); err != nil {
			return 0, err
		}
	}
	err = z.Close()
	return float64(size) / 1e6, err
}
