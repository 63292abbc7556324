package zhibiao_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module; an import under it is one of our packages.
const module = "zhibiao"

// below lists, for each package, the packages of this module that it may import:
// imports run downhill only.
func below() map[string][]string {
	leaf := []string{}
	words := []string{"report", "seeds"}
	extract := append([]string{"extract/mention", "extract/segment", "rules"}, words...)
	normalize := append([]string{"extract"}, extract...)
	tables := append([]string{"normalize"}, normalize...)
	program := append([]string{"eval", "output", "source"}, tables...)
	return map[string][]string{
		"report":          leaf,
		"source":          {"report"},
		"seeds":           {"report"},
		"rules":           words,
		"extract/segment": words,
		"extract/mention": append([]string{"extract/segment"}, words...),
		"extract":         extract,
		"normalize":       normalize,
		"output":          tables,
		"eval":            tables,
		"":                program,
		"cmd/zhibiao":     append([]string{""}, program...),
	}
}

// doors lists where a library comes in; it is named nowhere else.
func doors() map[string][]string {
	return map[string][]string{
		"github.com/dlclark/regexp2":          {"rules"},
		"github.com/goccy/go-yaml":            {"rules"},
		"github.com/go-ego/gse":               {"extract/segment"},
		"github.com/yanyiwu/gojieba":          {"extract/segment"},
		"github.com/parquet-go/parquet-go":    {"output"},
		"github.com/xuri/excelize":            {"output", "source"}, // writes workbooks, reads workbooks
		"github.com/PuerkitoBio/goquery":      {"source"},
		"github.com/klippa-app/go-pdfium":     {"source"},
		"github.com/gogs/chardet":             {"source"},
		"codeberg.org/readeck/go-readability": {"source"},
		"golang.org/x/net/html":               {"source"},
		"golang.org/x/text/encoding":          {"source"},
		"github.com/spf13/cobra":              {"cmd/zhibiao"},
		"github.com/vbauerster/mpb":           {"cmd/zhibiao"},
		"golang.org/x/term":                   {"cmd/zhibiao"},
	}
}

func TestImportsRunDownhill(t *testing.T) {
	allowed := below()
	for _, i := range imports(t) {
		target, own := strings.CutPrefix(i.path, module)
		if !own || target != "" && target[0] != '/' {
			continue
		}
		target = strings.TrimPrefix(target, "/")
		list, known := allowed[i.from]
		switch {
		case !known:
			t.Errorf("%s: package %q is not part of the layout; give it a place in layout_test.go", i.file, i.from)
		case target != i.from && !slices.Contains(list, target):
			t.Errorf("%s: %q imports %q, which is not below it", i.file, i.from, i.path)
		}
	}
}

func TestLibrariesComeInByTheirDoor(t *testing.T) {
	met := map[string]bool{}
	for _, i := range imports(t) {
		for library, packages := range doors() {
			if i.path != library && !strings.HasPrefix(i.path, library+"/") {
				continue
			}
			met[library] = true
			if !slices.Contains(packages, i.from) {
				t.Errorf("%s: %s comes in by %s only", i.file, i.path, strings.Join(packages, ", "))
			}
		}
	}
	if !met["github.com/spf13/cobra"] {
		t.Error("no file imports cobra: the test does not see the files")
	}
}

// names that say nothing about what a package holds.
func TestPackagesAreNamedByTheirNoun(t *testing.T) {
	vague := []string{"internal", "pkg", "util", "utils", "common", "core", "types", "helpers", "misc"}
	for _, i := range imports(t) {
		for part := range strings.SplitSeq(i.from, "/") {
			if slices.Contains(vague, part) {
				t.Errorf("%s: package path %q has the vague name %q", i.file, i.from, part)
			}
		}
	}
}

// imported is an import of a file.
type imported struct {
	file string
	from string // folder of the file
	path string
}

// imports parses every file of the module, whatever its build tags; go list would be
// hidden by the test cache. Folders with a go.mod of their own are other modules. Tests
// may compare with whatever they like, but for packages of this module.
func imports(t *testing.T) []imported {
	t.Helper()
	var found []imported
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if d.IsDir() {
			return enter(name)
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			target, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			from := path.Dir(name)
			if from == "." {
				from = ""
			}
			found = append(found, imported{name, from, target})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// enter tells which folders hold files of the module.
func enter(name string) error {
	base := path.Base(name)
	if name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules") {
		return fs.SkipDir
	}
	if name != "." {
		if own, _ := filepath.Glob(name + "/go.mod"); len(own) > 0 {
			return fs.SkipDir
		}
	}
	return nil
}
