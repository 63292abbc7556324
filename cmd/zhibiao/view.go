package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"zhibiao/output"
	"zhibiao/source"
	"zhibiao/view"
)

// The forms of view.
const (
	formatPage        = "page"
	formatLabelStudio = "label-studio"
)

// viewFlags are the flags of view.
type viewFlags struct {
	out    string
	format string
	jobs   int
	source source.Options
}

func (sh *shell) view() *cobra.Command {
	var f viewFlags
	c := &cobra.Command{
		Use:   "view FILE|DIR...",
		Short: "Write a page to read reports with every fact marked",
		Long: `Write one page to read reports with every fact marked, a table to filter, and charts
of headline indicators, results beside aims. It needs no network and no other file. FILE
is anything that extract reads; DIR is a folder of reports or of tables that extract
wrote.

With --format label-studio it writes tasks for Label Studio instead, the facts as
predictions.`,
		Example: `  zhibiao view seeds/reports/jilin-2024.txt -o jilin.html
  zhibiao view tables -o reports.html
  zhibiao view seeds/reports/jilin-2024.txt --format label-studio -o tasks.json`,
		Args: takes(some, "a report, or a folder of reports or of tables"),
		RunE: func(c *cobra.Command, args []string) error { return sh.runView(c, args, f) },
	}
	sh.knownFlags(c)
	flags := c.Flags()
	flags.StringVarP(&f.out, "output", "o", "", "file to write; - for standard output")
	flags.StringVar(&f.format, "format", formatPage, "page or label-studio")
	flags.IntVarP(&f.jobs, "jobs", "j", allJobs(), "reports read at the same time, and most processors used")
	sizeFlag(c, &f.source.MaxInput, "max-input", source.DefaultMaxInput, "most bytes of one input, packed or unpacked")
	return c
}

// pageWriter is a page, or the tasks of Label Studio.
type pageWriter interface {
	output.Writer
	AddDataset(*output.Dataset) error
}

func (f viewFlags) writer(w io.Writer) (pageWriter, error) {
	switch f.format {
	case formatPage:
		return view.NewPage(w, version()), nil
	case formatLabelStudio:
		return view.NewTasks(w, version()), nil
	default:
		return nil, fmt.Errorf("unknown format %q; choose page or label-studio", f.format)
	}
}

func (sh *shell) runView(c *cobra.Command, args []string, f viewFlags) (err error) {
	if err := sh.checkKnown(c); err != nil {
		return err
	}
	if f.out == "" {
		return errors.New("a page needs a file; add -o page.html, or -o - for standard output")
	}
	to := c.OutOrStdout()
	if f.out != "-" {
		file, err := os.CreateTemp(filepath.Dir(f.out), ".zhibiao-*")
		if err != nil {
			return fmt.Errorf("%s: %w; name a file in a folder that you may write to", f.out, errors.Unwrap(err))
		}
		defer os.Remove(file.Name()) // once renamed there is nothing to remove
		defer file.Close()
		if err := sh.writeView(c, args, f, file); err != nil {
			return err
		}
		if err := errors.Join(file.Chmod(0o644), file.Close()); err != nil {
			return err
		}
		return os.Rename(file.Name(), f.out)
	}
	return sh.writeView(c, args, f, to)
}

// writeView reads reports or tables and writes them.
func (sh *shell) writeView(c *cobra.Command, args []string, f viewFlags, to io.Writer) error {
	page, err := f.writer(to)
	if err != nil {
		return err
	}
	if len(args) == 1 && view.IsDataset(args[0]) {
		if err := unread(c, args[0]); err != nil {
			return err
		}
		d, err := output.OpenDataset(args[0])
		if err != nil {
			return err
		}
		if err := page.AddDataset(d); err != nil {
			return err
		}
		return page.Close()
	}
	defer onProcessors(f.jobs)()
	program, err := sh.program()
	if err != nil {
		return err
	}
	f.source.Store = sh.stores
	_, err = program.Tabulate(c.Context(), source.Walk(args, f.source), f.jobs, page, sh.tell)
	return err
}
