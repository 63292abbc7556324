package view

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"

	"zhibiao/eval"
	"zhibiao/output"
)

// goldOf is a fact in the terms of gold: what the text says, without how it was found.
func goldOf(f *output.FactRow) eval.Fact {
	line := f.Line()
	line.Rule, line.Confidence = "", ""
	return eval.Fact{Line: line}
}

// goldFolder holds a gold file for each report, and its text beside it, as zhibiao eval
// wants them.
type goldFolder struct {
	mu   sync.Mutex
	root *os.Root
}

func openGold(dir string) (*goldFolder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("gold folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("gold folder: %w", err)
	}
	return &goldFolder{root: root}, nil
}

// goldName is the file for a report's gold: jilin-2024.txt has jilin-2024.gold.jsonl.
func goldName(id string) string {
	return fileName(strings.TrimSuffix(id, ".txt")) + ".gold.jsonl"
}

// fileName is an id as the name of a file of its own, whatever it holds.
func fileName(id string) string {
	if strings.ContainsAny(id, "/\\:%\x00") || strings.HasPrefix(id, ".") {
		return url.PathEscape(id)
	}
	return id
}

// read is the content of a report's gold, or nil where there is none.
func (g *goldFolder) read(id string) ([]byte, error) {
	f, err := g.root.Open(goldName(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	defer f.Close()
	content, err := io.ReadAll(f)
	if content == nil {
		content = []byte{}
	}
	return content, err
}

// write replaces a report's gold in one step, unless the file is no longer what was seen.
func (g *goldFolder) write(id, seen string, content []byte, text string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	old, err := g.read(id)
	if err != nil {
		return err
	}
	version := ""
	if old != nil {
		version = versionOf(old)
	}
	if version != seen {
		return &refusal{http.StatusPreconditionFailed, "the gold file has been changed since it was read; read it anew and make the change again"}
	}
	if _, err := g.root.Stat(fileName(id)); errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(id, ".txt") {
		if err := g.replace(fileName(id), []byte(text)); err != nil {
			return err
		}
	}
	return g.replace(goldName(id), content)
}

// replace writes a file beside the old one and renames it: no reader sees half of it.
func (g *goldFolder) replace(name string, content []byte) error {
	temp := name + ".new"
	f, err := g.root.Create(temp)
	if err != nil {
		return fmt.Errorf("write gold: %w", err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write gold: %w", err)
	}
	if err := g.root.Rename(temp, name); err != nil {
		return fmt.Errorf("write gold: %w", err)
	}
	return nil
}

// goldLines writes facts one JSON object a line, as GUIDELINES §9 has it.
func goldLines(facts []eval.Fact) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := range facts {
		if err := e.Encode(&facts[i]); err != nil {
			return nil, fmt.Errorf("write gold: %w", err)
		}
	}
	return b.Bytes(), nil
}
