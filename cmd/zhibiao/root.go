package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"zhibiao"
	"zhibiao/store"
)

// The exit statuses.
const (
	exitGood     = 0
	exitRejected = 1 // some inputs rejected, or a figure under its floor
	exitNothing  = 2 // wrong usage, or nothing done
)

// statusError is an error that ends the program with a status of its own; every other
// error ends it with exitNothing. One without a cause has been told already.
type statusError struct {
	status int
	cause  error
}

func (e *statusError) Error() string {
	if e.cause == nil {
		return fmt.Sprintf("exit status %d", e.status)
	}
	return e.cause.Error()
}

func (e *statusError) Unwrap() error { return e.cause }

// shell is what every subcommand shares.
type shell struct {
	log      *slog.Logger
	verbose  int
	format   string // of the log
	options  zhibiao.Options
	rulesDir string
	stores   *store.Client
}

// run runs the program and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	sh := &shell{log: newLog(stderr, logPlain, 0)}
	root := sh.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	sh.stores = store.New(ctx, opener())
	err := root.ExecuteContext(ctx)
	err = errors.Join(err, sh.stores.Close())
	if err == nil {
		return exitGood
	}
	var status *statusError
	if !errors.As(err, &status) {
		status = &statusError{exitNothing, err}
	}
	if status.cause != nil {
		sh.log.Error(err.Error())
	}
	return status.status
}

// root is the command with all its subcommands.
func (sh *shell) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "zhibiao",
		Short: "Read government work reports into tables of every quantity and its indicator",
		Long: `zhibiao 指标 reads Chinese government work reports (TXT, HTML, DOCX, PDF and more),
finds every quantity in them and ties it to its indicator, and writes tables.

Exit status: 0 all good; 1 some inputs were rejected or a figure is under its
floor; 2 wrong usage or nothing done.`,
		Example: `  zhibiao extract seeds/reports/jilin-2024.txt
  zhibiao extract reports/ -o tables
  zhibiao explain '地区生产总值增长6.7%，排名全省第一。'`,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: sh.prepare,
	}
	c.SetVersionTemplate("zhibiao {{.Version}}\n")
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%s; %s --help lists the flags", unparsed(err), c.CommandPath())
	})
	flags := c.PersistentFlags()
	flags.CountVarP(&sh.verbose, "verbose", "v", "log what is done; twice for more")
	flags.StringVar(&sh.format, "log-format", logPlain, "form of the log on standard error: plain, text or json")
	flags.StringVar(&sh.rulesDir, "rules", "", "folder with rules (*.yaml) and lexicons (*.tsv) of your own, laid over the built-in ones")
	flags.StringVar(&sh.options.Matcher, "matcher", "", "what runs the rules' patterns: table (default), or regexp2, the yardstick")
	flags.StringVar(&sh.options.Segmenter, "segmenter", "", "what cuts text into words: trie (default), or gse, which is slow to start")
	c.AddCommand(sh.extract(), sh.eval(), sh.explain(), sh.rules(), sh.schema(), sh.dataset(), sh.compare(), sh.view(), sh.serve(), sh.version())
	return c
}

// prepare checks the flags that all subcommands share.
func (sh *shell) prepare(c *cobra.Command, _ []string) error {
	switch sh.format {
	case logPlain, logText, logJSON:
	default:
		return fmt.Errorf("unknown log format %q; choose plain, text or json", sh.format)
	}
	sh.log = newLog(c.ErrOrStderr(), sh.format, sh.verbose)
	return nil
}

// some stands for any number of arguments.
const some = -1

// takes is a check of the number of arguments, one or more, that tells what is missing.
func takes(most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 || most != some && len(args) > most {
			return fmt.Errorf("%s takes %s; for example:\n%s", c.CommandPath(), what, c.Example)
		}
		return nil
	}
}
