package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"zhibiao/scale/iceberg"
)

func show(p *place) *cobra.Command {
	return &cobra.Command{
		Use:     "show [TABLE]",
		Short:   "List the tables, or the snapshots of one",
		Example: "  zhibiao-iceberg show facts",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.with(c.Context(), iceberg.ToRead, func(catalog *iceberg.Catalog) error {
				if len(args) == 0 {
					return showTables(c, catalog)
				}
				return showSnapshots(c, catalog, args[0])
			})
		},
	}
}

func showTables(c *cobra.Command, catalog *iceberg.Catalog) error {
	names, err := catalog.Tables(c.Context())
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "table\trows\tsnapshots\tlast snapshot\ttime (UTC)")
	for _, name := range names {
		list, err := catalog.Snapshots(c.Context(), name)
		if err != nil {
			return err
		}
		last := iceberg.Snapshot{Rows: "0"}
		at := ""
		for _, s := range list {
			if s.Current {
				last, at = s, s.Time.Format(time.DateTime)
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\n", name, last.Rows, len(list), snapshot(last.ID), at)
	}
	return w.Flush()
}

func showSnapshots(c *cobra.Command, catalog *iceberg.Catalog, name string) error {
	list, err := catalog.Snapshots(c.Context(), name)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "snapshot\ttime (UTC)\toperation\tfiles added\tremoved\trows\trules\t")
	for _, s := range list {
		current := ""
		if s.Current {
			current = "current"
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", s.ID, s.Time.Format(time.DateTime), s.Operation, s.Added, s.Removed, s.Rows, s.Rules, current)
	}
	return w.Flush()
}
