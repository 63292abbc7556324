package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zhibiao/trial"
)

func (sh *shell) rulesTest() *cobra.Command {
	return &cobra.Command{
		Use:   "test [RULE...]",
		Short: "Run the examples and rejects of rules",
		Example: `  zhibiao rules test
  zhibiao rules test growth-rate`,
		RunE: func(c *cobra.Command, args []string) error {
			program, err := sh.program()
			if err != nil {
				return err
			}
			set, err := program.Rules().Choose(args)
			if err != nil {
				return err
			}
			examples, failures := 0, []trial.Failure{}
			for _, r := range set {
				examples += len(r.Examples) + len(r.Rejects)
				failures = append(failures, trial.Rule(program, r)...)
			}
			for _, failure := range failures {
				if _, err := fmt.Fprintln(c.OutOrStdout(), failure); err != nil {
					return err
				}
			}
			if _, err := fmt.Fprintf(c.OutOrStdout(), "%d rules, %d examples, %d failed\n", len(set), examples, len(failures)); err != nil {
				return err
			}
			if len(failures) > 0 {
				return &statusError{status: exitRejected}
			}
			return nil
		},
	}
}
