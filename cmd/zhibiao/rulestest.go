package main

import (
	"fmt"

	"github.com/spf13/cobra"
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
			set, err := program.Choose(args)
			if err != nil {
				return err
			}
			examples, failed := 0, 0
			for _, r := range set {
				examples += len(r.Examples) + len(r.Rejects)
				for _, failure := range program.TestRule(r) {
					failed++
					fmt.Fprintln(c.OutOrStdout(), failure)
				}
			}
			fmt.Fprintf(c.OutOrStdout(), "%d rules, %d examples, %d failed\n", len(set), examples, failed)
			if failed > 0 {
				return &statusError{status: exitRejected}
			}
			return nil
		},
	}
}
