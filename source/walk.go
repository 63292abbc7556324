package source

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Walk yields the inputs that paths stand for, in a fixed order: files as given, the
// reports of folders by name, the matches of globs, the objects that URLs stand for,
// - for standard input, and of archives and tables each member and row. What cannot be read is yielded as a *Reject,
// and the walk goes on.
func Walk(paths []string, opts Options) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		if opts.PDF == nil {
			opts.PDF = NewPDFReader("")
		}
		w := walker{opts: opts, seen: map[string]bool{}, yield: yield}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
	}
}

// Files yields the files that paths stand for, as Walk does, but does not look into them:
// a list to share out among workers, who then Expand each File.
func Files(paths []string, opts Options) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		w := walker{opts: opts, closed: true, seen: map[string]bool{}, yield: yield}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
	}
}

// walker expands paths; its methods report whether the walk goes on.
type walker struct {
	opts   Options
	closed bool            // archives and tables are yielded as they are
	seen   map[string]bool // files already yielded: a folder and a file in it may both be given
	yield  func(Input, error) bool
}

// path expands one path as given.
func (w *walker) path(p string) bool {
	if p == "-" {
		return w.stdin()
	}
	if Remote(p) {
		return w.remote(p)
	}
	info, err := os.Stat(p)
	if err != nil {
		if strings.ContainsAny(p, "*?[") {
			return w.glob(p)
		}
		return w.yield(Input{}, Input{Path: p}.unreadable(err))
	}
	if info.IsDir() {
		return w.folder(p)
	}
	return w.file(p)
}

// stdin yields what is piped in.
func (w *walker) stdin() bool {
	if w.seen["-"] {
		return true
	}
	w.seen["-"] = true
	in := Input{Path: "-", opts: w.opts, held: true}
	data, err := in.readAll(os.Stdin, 0)
	if err != nil {
		return w.yield(Input{}, err)
	}
	in.data = data
	return w.expand(in)
}

// glob yields the matches of a pattern that the shell left alone.
func (w *walker) glob(pattern string) bool {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return w.yield(Input{}, &Reject{Path: pattern, What: "is no valid pattern", Cure: "close the bracket, or quote it with \\", Err: err})
	}
	if len(matches) == 0 {
		return w.yield(Input{}, &Reject{Path: pattern, What: "matches no file", Cure: "check the spelling of the pattern", Err: fs.ErrNotExist})
	}
	slices.Sort(matches)
	for _, m := range matches {
		if !w.path(m) {
			return false
		}
	}
	return true
}

// file yields a file once.
func (w *walker) file(p string) bool {
	clean := filepath.Clean(p)
	if w.seen[clean] {
		return true
	}
	w.seen[clean] = true
	in := File(filepath.ToSlash(p), w.opts)
	if w.closed {
		return w.yield(in, nil)
	}
	return w.expand(in)
}
