package main

import (
	"fmt"
	"log/slog"
	"runtime"

	"github.com/spf13/cobra"

	"zhibiao"
	"zhibiao/source"
)

// extractFlags are the flags of extract.
type extractFlags struct {
	dir       string
	format    string
	jobs      int
	limit     int
	partition string
	bom       bool
	lean      bool
	source    source.Options
}

func (sh *shell) extract() *cobra.Command {
	var f extractFlags
	c := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read reports and write every quantity with its indicator",
		Long: `Read reports and write every quantity with its indicator. PATH is a file, a
folder, a glob, an archive, or - for standard input.

Without -o the facts are printed: as a readable table with a summary, or with
--format jsonl one fact a line. With -o DIR tables are written: documents,
sections, sentences, facts, targets, panel, rejects (zhibiao schema describes them);
--format xlsx writes a workbook of targets and panel.

Inputs that cannot be read are named and the others go on; the exit status is
then 1, or 2 if none could be read.`,
		Example: `  zhibiao extract seeds/reports/jilin-2024.txt
  zhibiao extract seeds/reports/jilin-2024.txt --format jsonl | head -3
  zhibiao extract reports/ 'more/*.docx' -o tables`,
		Args: takes(some, "a report: a file, a folder, a glob, or - for standard input"),
		RunE: func(c *cobra.Command, args []string) error { return sh.runExtract(c, args, f) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.dir, "output", "o", "", "folder for the tables")
	flags.StringVar(&f.format, "format", "", "table, jsonl, csv, parquet or xlsx (default table, or parquet with -o)")
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "reports read at the same time")
	flags.IntVar(&f.limit, "limit", 30, "most facts of a printed table; 0 for all")
	flags.BoolVar(&sh.options.Tokens, "tokens", false, "add the words of each sentence, with parts of speech, to the table of sentences")
	flags.BoolVar(&f.lean, "lean", false, "write each sentence once: no text in documents, no sentence in facts")
	flags.StringVar(&f.partition, "partition", "", "split Parquet tables into Hive folders by report_year")
	flags.BoolVar(&f.bom, "bom", false, "open CSV files with a byte order mark, for Excel")
	flags.Int64Var(&f.source.MaxInput, "max-input", source.DefaultMaxInput, "most bytes of one input, packed or unpacked")
	flags.StringVar(&f.source.TextColumn, "text-column", "", "column of a CSV or XLSX file that holds the reports, by heading or letter")
	flags.StringVar(&f.source.TextField, "text-field", "", "field of a JSONL file that holds the reports")
	return c
}

func (sh *shell) runExtract(c *cobra.Command, args []string, f extractFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	program, err := sh.program()
	if err != nil {
		return err
	}
	to, err := f.writer(c.OutOrStdout(), program)
	if err != nil {
		return err
	}
	bar := newProgress(c.ErrOrStderr(), args)
	if bar.bars != nil { // its lines must not run into those of the log
		sh.log = newLog(bar.bars, sh.format, sh.verbose)
	}
	done := func(r zhibiao.Result) {
		bar.advance()
		sh.tell(r)
	}
	summary, err := program.Extract(c.Context(), source.Walk(args, f.source), f.jobs, to, done)
	bar.finish()
	sh.log = newLog(c.ErrOrStderr(), sh.format, sh.verbose)
	if err != nil {
		return err
	}
	sh.log.Info("done", "documents", summary.Documents, "facts", summary.Facts, "misses", summary.Misses, "rejected", summary.Rejected)
	if f.dir != "" {
		fmt.Fprintf(c.OutOrStdout(), "%s: %d facts from %d reports, %d inputs rejected\n", f.dir, summary.Facts, summary.Documents, summary.Rejected)
	}
	if summary.Rejected > 0 {
		return &statusError{status: exitRejected} // each has been named
	}
	return nil
}

// tell logs what became of an input.
func (sh *shell) tell(r zhibiao.Result) {
	if r.Err != nil {
		sh.log.Error(r.Err.Error())
		return
	}
	sh.log.Info("read", slog.String("path", r.Path), slog.Int("facts", len(r.Facts)), slog.Duration("took", r.Took))
	for _, m := range r.Misses {
		sh.log.Debug("not normalized", "path", r.Path, "text", m.Text, "reason", m.Reason, "cure", m.Cure)
	}
}
