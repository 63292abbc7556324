package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zhibiao/output"
	"zhibiao/source"
)

func (sh *shell) dataset() *cobra.Command {
	c := &cobra.Command{
		Use:   "dataset",
		Short: "Check and tidy the tables that extract wrote",
		Long: `Check and tidy a folder of Parquet tables. None of this is needed for reading them:
extract leaves a dataset that is whole, also when it is stopped.`,
		Example: `  zhibiao dataset check tables
  zhibiao dataset compact tables`,
		Args: func(c *cobra.Command, _ []string) error {
			return fmt.Errorf("%s takes check, compact or vacuum; for example:\n%s", c.CommandPath(), c.Example)
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	c.AddCommand(
		action("check", "Compare files and rows with what they should be", `Compare files with their hashes, count rows, and look for rows without their document.
Nothing is changed. The exit status is 1 if something is wrong.`, sh.checkDataset),
		action("compact", "Merge the parts of many runs into few large ones", `Merge the parts of many runs into few large ones, sorted by document. The same documents
give the same bytes, whatever the runs in which they came.`, sh.compactDataset),
		action("vacuum", "Remove what a run that was broken off has left", `Remove temporary files and parts that dataset.json does not name. The next extract into
the folder does the same.`, sh.vacuumDataset),
	)
	return c
}

// action is a subcommand that does something to a dataset.
func action(name, short, long string, do func(c *cobra.Command, dir string) error) *cobra.Command {
	return &cobra.Command{
		Use: name + " DIR", Short: short, Long: long, Example: "  zhibiao dataset " + name + " tables",
		Args: takes(1, "a folder of tables that extract wrote"),
		RunE: func(c *cobra.Command, args []string) error { return do(c, args[0]) },
	}
}

func (sh *shell) checkDataset(c *cobra.Command, dir string) error {
	check := output.Check
	if source.Remote(dir) {
		check = sh.stores.Check
	}
	problems, err := check(dir)
	if err != nil {
		return err
	}
	for _, p := range problems {
		fmt.Fprintln(c.OutOrStdout(), p)
	}
	if len(problems) > 0 {
		return &statusError{exitRejected, fmt.Errorf("%s: %s", dir, output.Count(len(problems), "problem"))}
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: all good\n", dir)
	return nil
}

func (sh *shell) compactDataset(c *cobra.Command, dir string) error {
	compact := output.Compact
	if source.Remote(dir) {
		compact = sh.stores.Compact
	}
	before, after, err := compact(dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: %s merged into %d\n", dir, output.Count(before, "part"), after)
	return nil
}

func (sh *shell) vacuumDataset(c *cobra.Command, dir string) error {
	vacuum := output.Vacuum
	if source.Remote(dir) {
		vacuum = sh.stores.Vacuum
	}
	removed, err := vacuum(dir)
	if err != nil {
		return err
	}
	for _, path := range removed {
		fmt.Fprintln(c.OutOrStdout(), "removed "+path)
	}
	fmt.Fprintf(c.OutOrStdout(), "%s: %s removed\n", dir, output.Count(len(removed), "file"))
	return nil
}
