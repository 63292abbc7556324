package main

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"zhibiao"
	"zhibiao/output"
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
	wide      bool
	batch     int
	force     bool
	strict    bool
	source    source.Options
}

func (sh *shell) extract() *cobra.Command {
	var f extractFlags
	c := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read reports and write every quantity with its indicator",
		Long: `Read reports and write every quantity with its indicator. PATH is a file, a
folder, a glob, an archive, - for standard input, or the URL of an object, prefix
or pattern in an object store (s3://, gs://, azblob://), as may be DIR.

Without -o the facts are printed: as a readable table with a summary, or with
--format jsonl one fact a line. With -o DIR tables are written: documents,
sections, sentences, facts, targets, panel, rejects (zhibiao schema describes them);
--format xlsx writes a workbook of targets and panel.

Tables are added to: a second run into the same folder leaves out what has not changed
since, and replaces what has. A run that was stopped or has crashed goes on where it
ended when it is started again.

Place and year of a report are found in its title, text and file name; --region and
--report-year tell them, for all reports of the run.

Inputs that cannot be read are named and the others go on; the exit status is
then 1, or 2 if none could be read.`,
		Example: `  zhibiao extract seeds/reports/jilin-2024.txt
  zhibiao extract seeds/reports/jilin-2024.txt --format jsonl | head -3
  zhibiao extract reports/ 'more/*.docx' -o tables
  zhibiao extract seeds/reports/jilin-2024.txt --region 220200 --report-year 2024`,
		Args: takes(some, "a report: a file, a folder, a glob, or - for standard input"),
		RunE: func(c *cobra.Command, args []string) error { return sh.runExtract(c, args, f) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.dir, "output", "o", "", "folder for the tables, or for the workbook of --format xlsx")
	flags.StringVar(&f.format, "format", "", "table, jsonl, csv, parquet or xlsx (default table, or parquet with -o)")
	sh.knownFlags(c)
	flags.IntVarP(&f.jobs, "jobs", "j", allJobs(), "reports read at the same time, and most processors used")
	flags.IntVar(&f.limit, "limit", 30, "most facts of a printed table; 0 for all")
	flags.BoolVar(&sh.options.Tokens, "tokens", false, "add the words of each sentence, with parts of speech, to the table of sentences")
	flags.BoolVar(&f.wide, "wide", false, "write texts and sentences also in documents, facts and targets")
	flags.StringVar(&f.partition, "partition", "", "split Parquet tables into Hive folders by report_year")
	flags.IntVar(&f.batch, "batch", output.DefaultBatch, "most reports held in memory before they are added to the tables")
	flags.BoolVar(&f.force, "force", false, "read inputs again that the tables hold unchanged")
	flags.BoolVar(&f.strict, "strict", false, "end at the first input that cannot be read or number that cannot be normalized")
	flags.BoolVar(&f.bom, "bom", false, "open CSV files with a byte order mark, for Excel")
	sizeFlag(c, &f.source.MaxInput, "max-input", source.DefaultMaxInput, "most bytes of one input, packed or unpacked")
	flags.StringVar(&f.source.TextColumn, "text-column", "", "column of a CSV or XLSX file that holds the reports, by heading or letter")
	flags.StringVar(&f.source.TextField, "text-field", "", "field of a JSONL file that holds the reports")
	return c
}

func (sh *shell) runExtract(c *cobra.Command, args []string, f extractFlags) error {
	if err := cmp.Or(f.check(), f.idle(c), sh.checkKnown(c)); err != nil {
		return err
	}
	defer onProcessors(f.jobs)()
	f.source.Store = sh.stores
	program, err := sh.program()
	if err != nil {
		return err
	}
	to, err := sh.writer(f, c.OutOrStdout(), program)
	if err != nil {
		return err
	}
	bar := newProgress(c.ErrOrStderr(), args)
	if bar.bars != nil { // its lines must not run into those of the log
		sh.log = newLog(bar.bars, sh.format, sh.verbose)
	}
	ctx, end := context.WithCancelCause(c.Context())
	defer end(nil)
	done := func(r zhibiao.Result) {
		bar.advance()
		if err := fault(r); f.strict && err != nil {
			end(&statusError{exitRejected, err})
			return
		}
		sh.tell(r)
	}
	summary, err := program.Tabulate(ctx, source.Walk(args, f.source), f.jobs, to, done)
	bar.finish()
	sh.log = newLog(c.ErrOrStderr(), sh.format, sh.verbose)
	if err != nil {
		return err
	}
	sh.log.Info("done", "documents", summary.Documents, "known", summary.Known, "facts", summary.Facts, "misses", summary.Misses, "rejected", summary.Rejected)
	for _, t := range summary.Slowest {
		sh.log.Info("slow", "path", t.Path, "took", t.Took)
	}
	if f.dir != "" {
		fmt.Fprintln(c.OutOrStdout(), f.dir+": "+told(summary))
	}
	if summary.Rejected > 0 {
		return &statusError{status: exitRejected} // each has been named
	}
	return nil
}

// told is what was done, on one line.
func told(s zhibiao.Summary) string {
	text := output.Count(s.Facts, "fact") + " from " + output.Count(s.Documents, "report") + ", " + output.Count(s.Rejected, "input") + " rejected"
	if s.Known > 0 {
		text += fmt.Sprintf(", %d unchanged and skipped", s.Known)
	}
	return text
}

// fault is what --strict does not let pass.
func fault(r zhibiao.Result) error {
	if r.Err == nil && len(r.Misses) > 0 {
		m := r.Misses[0]
		return fmt.Errorf("%s: %q cannot be normalized: %s; %s", r.Path, m.Text, m.Reason, m.Cure)
	}
	return r.Err
}

// tell logs what became of an input.
func (sh *shell) tell(r zhibiao.Result) {
	if r.Known {
		sh.log.Info("skipped, unchanged", "path", r.Path)
		return
	}
	if r.Err != nil {
		sh.log.Error(r.Err.Error())
		return
	}
	sh.log.Info("read", slog.String("path", r.Path), slog.Int("bytes", len(r.Text)), slog.Int("facts", len(r.Facts)), slog.Duration("took", r.Took))
	for _, m := range r.Misses {
		sh.log.Debug("not normalized", "path", r.Path, "text", m.Text, "reason", m.Reason, "cure", m.Cure)
	}
}
