package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// folder yields the reports in a folder and the folders below it, by name. Files whose
// name says that they are something else (styles.css, 图1.png) are left out.
func (w *walker) folder(root string) bool {
	found, alive := 0, true
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			found++
			alive = w.yield(Input{}, Input{Path: p}.unreadable(err))
			return stopUnless(alive)
		}
		if p != root && hidden(d.Name()) {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		n, ok := w.entry(p, d)
		found += n
		alive = ok
		return stopUnless(alive)
	})
	if !alive {
		return false
	}
	if err != nil {
		return w.yield(Input{}, Input{Path: root}.unreadable(err))
	}
	if found == 0 {
		return w.yield(Input{}, &Reject{
			Path: root, What: "holds no report",
			Cure: cureFolder,
		})
	}
	return true
}

// cureFolder is the cure of a folder without reports.
const cureFolder = "give a folder with .txt, .html, .docx, .pdf, .xlsx, .csv, .jsonl, .zip, .tar, .gz or .zst files"

// entry yields one entry of a folder. A link to a file counts as the file; one to a
// folder is not followed, since it may lead back up.
func (w *walker) entry(p string, d fs.DirEntry) (found int, alive bool) {
	if d.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(p)
		if err != nil {
			return 1, w.yield(Input{}, &Reject{Path: p, What: "is a link that leads nowhere", Cure: "remove or mend the link", Err: err})
		}
		if info.IsDir() {
			return 1, w.yield(Input{}, &Reject{Path: p, What: "is a link to a folder, which is not followed", Cure: "give that folder itself"})
		}
	} else if !d.Type().IsRegular() {
		return 0, true
	}
	if !reportName(d.Name()) {
		return 0, true
	}
	return 1, w.file(p)
}

// reportName reports whether a file in a folder or an archive may hold a report by its
// name: a known extension, or none at all.
func reportName(name string) bool {
	return formatOfName(name) != FormatOther || filepath.Ext(name) == "" || knownReject(name)
}

// knownReject reports whether the name is of a kind that may hold a report but is not
// read: the user is told rather than left to wonder.
func knownReject(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".rar", ".7z", ".rtf", ".ofd", ".bz2", ".xz":
		return true
	}
	return false
}

// hidden reports whether a file is the system's or an editor's own: .git, ~$报告.docx; or
// gold, which lies beside its report and would give a document for each of its facts.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX" || name == "Thumbs.db" ||
		strings.HasSuffix(name, ".gold.jsonl")
}

// stopUnless ends a folder's walk early.
func stopUnless(alive bool) error {
	if alive {
		return nil
	}
	return filepath.SkipAll
}
