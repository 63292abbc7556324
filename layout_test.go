package zhibiao_test

import (
	"go/ast"
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
		"store":           append([]string{"output", "source"}, tables...),
		"store/cloud":     {"store"},
		"view":            append([]string{"eval", "output"}, tables...),
		"":                program,
		"trial":           append([]string{""}, program...),
		"service":         append([]string{""}, program...),
		"bench/load":      {""},
		"cmd/zhibiao":     append([]string{"", "service", "store", "store/cloud", "trial", "view"}, program...),
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
		"github.com/andybalholm/brotli":       {"source"},
		"github.com/gogs/chardet":             {"source"},
		"codeberg.org/readeck/go-readability": {"source"},
		"golang.org/x/net/html":               {"source"},
		"golang.org/x/text/encoding":          {"source"},
		"gocloud.dev":                         {"store/cloud"},
		"cloud.google.com/go":                 {"store/cloud"},
		"google.golang.org/api":               {"store/cloud"},
		"github.com/aws":                      {"store/cloud"},
		"github.com/Azure":                    {"store/cloud"},
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

// A package holds no state that others can change, and nothing runs before main.
func TestPackagesHoldNoState(t *testing.T) {
	walk(t, func(name string, file *ast.File) {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					t.Errorf("%s: has an init function; do it where it is needed", name)
				}
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					for _, exported := range exportedOf(d) {
						t.Errorf("%s: variable %s is exported; make it a function or a constant", name, exported)
					}
				}
			}
		}
	})
}

func exportedOf(d *ast.GenDecl) []string {
	var names []string
	for _, spec := range d.Specs {
		if value, ok := spec.(*ast.ValueSpec); ok {
			for _, n := range value.Names {
				if n.IsExported() {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}

// imported is an import of a file.
type imported struct {
	file string
	from string // folder of the file
	path string
}

// imports lists the imports of every file but tests, which may compare with whatever
// they like.
func imports(t *testing.T) []imported {
	t.Helper()
	var found []imported
	walk(t, func(name string, file *ast.File) {
		from := path.Dir(name)
		if from == "." {
			from = ""
		}
		for _, spec := range file.Imports {
			target, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, imported{name, from, target})
		}
	})
	return found
}

// walk parses every file of the module but tests, whatever its build tags; go list
// would be hidden by the test cache.
func walk(t *testing.T, visit func(name string, file *ast.File)) {
	t.Helper()
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
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(name, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// enter tells which folders hold files of the module. Folders with a go.mod of their own
// are other modules.
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
