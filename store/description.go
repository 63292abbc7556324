package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// descriptionFile is written last: what it names is the dataset.
const descriptionFile = "dataset.json"

// file is a file that a description names.
type file struct {
	table string
	Path  string `json:"path"`
	Hash  string `json:"hash"`
}

// namedIn lists the files that a description names.
func namedIn(description []byte) ([]file, error) {
	if description == nil {
		return nil, nil
	}
	var d struct {
		Name      string `json:"name"`
		Resources []struct {
			Name  string `json:"name"`
			Files []file `json:"files"`
		} `json:"resources"`
	}
	if err := json.Unmarshal(description, &d); err != nil {
		return nil, fmt.Errorf("%w; put the right one back, or choose another prefix", err)
	}
	if d.Name != "zhibiao" {
		return nil, fmt.Errorf("describes %q, not tables of zhibiao; choose another prefix", d.Name)
	}
	var files []file
	for _, r := range d.Resources {
		for _, f := range r.Files {
			if f.table = r.Name; !filepath.IsLocal(f.Path) {
				return nil, fmt.Errorf("file %q lies outside of the prefix; write the tables anew into another one", f.Path)
			}
			files = append(files, f)
		}
	}
	return files, nil
}

// emptied is a description of the same layout that names no file: it stands while the
// first files are put, so that there are never files without one.
func emptied(description []byte) ([]byte, error) {
	var d map[string]any
	if err := json.Unmarshal(description, &d); err != nil {
		return nil, err
	}
	d["resources"], d["behind"] = []any{}, true
	return json.Marshal(d)
}

// fenced says the same in other bytes, each time in others.
func fenced(description []byte) []byte { return append(bytes.Clone(description), '\n') }

// without lists the files that are not among others, by name and content.
func without(files, others []file) []file {
	known := map[file]bool{}
	for _, f := range others {
		known[f] = true
	}
	var left []file
	for _, f := range files {
		if !known[f] {
			left = append(left, f)
		}
	}
	return left
}

// turn is when a file is put: tables, then documents, then the description. Where a
// document stands, all that is told of it stands.
func turn(path string) int {
	switch {
	case path == descriptionFile:
		return 2
	case strings.HasPrefix(path, "documents"):
		return 1
	default:
		return 0
	}
}
