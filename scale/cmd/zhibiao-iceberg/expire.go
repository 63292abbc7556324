package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"zhibiao/scale/iceberg"
)

func expire(p *place) *cobra.Command {
	var keep int
	c := &cobra.Command{
		Use:   "expire",
		Short: "Remove all but the last snapshots, and the files that only they need",
		Long: `Remove all but the last snapshots of each table, and the files that only they need. Files
that no snapshot names and that are older than a day, left by runs that were killed, go too.`,
		Example: "  zhibiao-iceberg expire --keep 5",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.with(c.Context(), iceberg.ToChange, func(catalog *iceberg.Catalog) error {
				list, err := catalog.Expire(c.Context(), keep)
				if err != nil {
					return err
				}
				w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
				fmt.Fprintln(w, "table\tsnapshots removed\tstray files removed")
				for _, e := range list {
					fmt.Fprintf(w, "%s\t%d\t%d\n", e.Table, e.Snapshots, e.Strays)
				}
				return w.Flush()
			})
		},
	}
	const usual = 10
	c.Flags().IntVar(&keep, "keep", usual, "how many snapshots of a table stay")
	return c
}
