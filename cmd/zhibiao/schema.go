package main

import (
	"github.com/spf13/cobra"

	"zhibiao/output"
)

func (sh *shell) schema() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "schema [TABLE]",
		Short: "Describe the tables column by column",
		Example: `  zhibiao schema
  zhibiao schema facts
  zhibiao schema jsonl
  zhibiao schema --format markdown`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, t := range append(output.Tables(), output.Lines()) {
				names = append(names, t.Name)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			table := ""
			if len(args) == 1 {
				table = args[0]
			}
			return output.WriteSchema(c.OutOrStdout(), format, table)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, markdown or json")
	return c
}
