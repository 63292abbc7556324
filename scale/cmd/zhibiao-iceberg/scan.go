package main

import (
	"bufio"
	"errors"

	"github.com/spf13/cobra"

	"zhibiao/scale/iceberg"
)

func scan(p *place) *cobra.Command {
	var look iceberg.Look
	c := &cobra.Command{
		Use:   "scan TABLE",
		Short: "Write the rows of a table as JSON, one a line",
		Example: `  zhibiao-iceberg scan facts --year 2024 --limit 3
  zhibiao-iceberg scan panel --columns region,year,indicator_code,growth_text
  zhibiao-iceberg scan facts --snapshot 5210928459182034567`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.with(c.Context(), iceberg.ToRead, func(catalog *iceberg.Catalog) error {
				out := bufio.NewWriter(c.OutOrStdout())
				return errors.Join(catalog.WriteRows(c.Context(), out, args[0], look), out.Flush())
			})
		},
	}
	flags := c.Flags()
	flags.Int64Var(&look.Snapshot, "snapshot", 0, "the table as it stood in this snapshot; show TABLE lists them (0: now)")
	flags.StringSliceVar(&look.Columns, "columns", nil, "columns to write, separated by commas")
	flags.IntVar(&look.Year, "year", 0, "only reports of this year; files of others are not read (0: all)")
	flags.Int64Var(&look.Limit, "limit", 0, "how many rows at most (0: all)")
	return c
}
