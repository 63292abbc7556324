package iceberg

import (
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/output"
)

// state is a table at a time, as checks/iceberg.js takes it.
type state struct {
	Name     string   `json:"name"`
	Metadata string   `json:"metadata"`
	Files    []string `json:"files"`
	Rows     string   `json:"rows"`
}

// states describes all tables that have rows, with the rows of the parts of the day.
func states(t *testing.T, c *Catalog, dir, scratch string) []state {
	t.Helper()
	var list []state
	for _, described := range output.Tables() {
		want := written(t, dir, described.Name)
		if len(want) == 0 {
			continue
		}
		tbl, err := c.table(t.Context(), described.Name)
		if err != nil {
			t.Fatal(err)
		}
		tasks, err := tbl.Scan().PlanFiles(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s := state{Name: described.Name, Metadata: local(t, tbl.MetadataLocation()), Rows: filepath.Join(scratch, described.Name+".jsonl")}
		for _, task := range tasks {
			s.Files = append(s.Files, local(t, task.File.FilePath()))
		}
		if err := os.WriteFile(s.Rows, []byte(strings.Join(want, "")), 0o666); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// local is the path of a location.
func local(t *testing.T, location string) string {
	t.Helper()
	u, err := url.Parse(location)
	if err != nil {
		t.Fatal(err)
	}
	return u.Path
}

// Readers that share no code with the writer read the tables as they stand, and as they
// stood by the metadata of before, whose parts the dataset has removed since.
func TestOtherReaders(t *testing.T) {
	checks := filepath.Join("..", "..", "checks")
	if _, err := os.Stat(filepath.Join(checks, "node_modules", "icebird")); err != nil {
		t.Skip("checks/node_modules lacks icebird; run npm ci in checks")
	}
	dir := t.TempDir()
	reports := three(t)
	write(t, dir, output.Options{}, reports[0], reports[2])
	c := open(t, t.TempDir())
	follow(t, c, dir)
	list := states(t, c, dir, t.TempDir())
	reports[2].text += "粮食产量100万吨。"
	write(t, dir, output.Options{}, reports[1], reports[2])
	follow(t, c, dir)
	list = append(list, states(t, c, dir, t.TempDir())...)

	content, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "states.json")
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "node", filepath.Join(checks, "iceberg.js"), path).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "cells agree") {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}
