package view

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What the binary holds is what is committed.
func TestPackedProgramIsTheProgram(t *testing.T) {
	js, err := os.ReadFile("assets/app.js")
	if err != nil {
		t.Fatal(err)
	}
	if string(js) != appJS() {
		t.Error("view/assets/app.js.gz is not app.js packed; run go generate ./view and commit it")
	}
}

// The assets that are committed are those that the sources give.
func TestAssetsMatchTheirSources(t *testing.T) {
	web := filepath.Join("..", "web")
	vite, err := filepath.Abs(filepath.Join(web, "node_modules", ".bin", "vite"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(vite); err != nil {
		t.Skip("web/node_modules is absent: run npm ci in web/ to compare the assets with their sources")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("no node to build the assets with")
	}
	fresh := t.TempDir()
	build := exec.Command(vite, "build", "--outDir", fresh, "--logLevel", "error")
	build.Dir = web
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, committed := range map[string]string{"app.js": appJS(), "app.css": appCSS} {
		built, err := os.ReadFile(filepath.Join(fresh, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(built) != committed {
			t.Errorf("view/assets/%s is not what web/ gives; run npm run build there and commit it", name)
		}
	}
}

// The pages are used in a browser by the tests of checks/browser.
func TestPagesInABrowser(t *testing.T) {
	checks := filepath.Join("..", "checks", "browser")
	if _, err := os.Stat(filepath.Join(checks, "node_modules", "playwright-core")); err != nil {
		t.Skip("checks/browser/node_modules is absent: run npm ci there to use the pages in Chromium")
	}
	if _, err := os.Stat("/usr/bin/chromium"); err != nil {
		t.Skip("no Chromium: apt-get install chromium")
	}
	if testing.Short() {
		t.Skip("takes a minute")
	}
	node := exec.Command("node", "--test", "--test-concurrency=1")
	node.Dir = checks
	if out, err := node.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
