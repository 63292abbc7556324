package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"zhibiao/eval"
	"zhibiao/trial"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	runs   trial.Runs
	least  string
	floors string
	raise  bool
	json   bool
	detail eval.Detail
}

func (sh *shell) eval() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:   "eval GOLD...",
		Short: "Score extraction against gold, and show every error in its sentence",
		Long: `Score facts against gold (*.gold.jsonl, one fact a line): precision, recall and F1
of spans, values, indicators and whole facts, accuracy of each slot, and the errors
by construct. The texts stand beside the gold and are extracted on the fly, or the
facts are read with --predicted. Several golds give figures for each and pooled.

With --against the facts are also compared with those of an earlier run. Without gold,
--predicted and --against compare two runs; the exit status is 1 if they differ.`,
		Example: `  zhibiao eval seeds/reports/jilin-2024.gold.jsonl --errors 3
  zhibiao eval gold/*.gold.jsonl --min fact=0.8,detect=0.97
  zhibiao eval gold/*.gold.jsonl --against before.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			f.runs.Gold = args
			if len(args) == 0 && (f.runs.Predicted == "" || f.runs.Against == "") {
				return takes(some, "a gold file, or --predicted and --against to compare two runs")(c, args)
			}
			return sh.runEval(c, f)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.runs.Predicted, "predicted", "", "facts to judge, one JSON object a line; without it the texts beside the gold are extracted")
	flags.StringVar(&f.runs.Texts, "texts", "", "folder of the texts that do not stand beside their gold")
	flags.StringVar(&f.runs.Against, "against", "", "facts of an earlier run to compare with")
	flags.StringVar(&f.least, "min", "", "least pooled figures, such as fact=0.8,detect=0.97; exit status 1 under them")
	flags.StringVar(&f.floors, "floors", "", "table of least figures (scope, figure, floor); exit status 1 under them")
	flags.BoolVar(&f.raise, "raise", false, "lift the floors of --floors to the figures reached")
	flags.BoolVar(&f.json, "json", false, "print the figures as one JSON object")
	flags.IntVar(&f.detail.Errors, "errors", 0, "show up to this many errors of each sort in their sentences")
	flags.IntVar(&f.detail.Rows, "rows", 8, "most rows of each table of errors; 0 for no tables")
	return c
}

func (sh *shell) runEval(c *cobra.Command, f evalFlags) error {
	floors, err := f.readFloors()
	if err != nil {
		return err
	}
	if f.raise && (f.floors == "" || f.least != "") {
		return errors.New("--raise lifts the floors of a file; add --floors FILE, without --min")
	}
	program, err := sh.program()
	if err != nil {
		return err
	}
	e, err := trial.Evaluate(c.Context(), program, f.runs)
	if err != nil {
		return err
	}
	if f.json {
		err = e.WriteJSON(c.OutOrStdout())
	} else {
		err = e.WriteText(c.OutOrStdout(), f.detail)
	}
	if err != nil {
		return err
	}
	if f.raise {
		return writeFloors(f.floors, e.Raise(floors))
	}
	if len(f.runs.Gold) == 0 && len(e.Against.Changes) > 0 {
		return &statusError{status: exitRejected}
	}
	var low []error
	for _, s := range e.Shortfalls(floors) {
		low = append(low, s)
	}
	if len(low) > 0 {
		return &statusError{exitRejected, errors.Join(low...)}
	}
	return nil
}

// readFloors gathers the floors of --min and --floors.
func (f evalFlags) readFloors() ([]eval.Floor, error) {
	var floors []eval.Floor
	if f.least != "" {
		least, err := eval.ParseFloors(f.least)
		if err != nil {
			return nil, err
		}
		floors = least
	}
	if f.floors == "" {
		return floors, nil
	}
	file, err := os.Open(f.floors)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	more, err := eval.ReadFloors(file, f.floors)
	return append(floors, more...), err
}

func writeFloors(path string, floors []eval.Floor) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(eval.WriteFloors(file, floors), file.Close())
}
