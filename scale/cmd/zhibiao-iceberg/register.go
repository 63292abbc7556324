package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"zhibiao/scale/iceberg"
)

func register(p *place) *cobra.Command {
	var replace bool
	c := &cobra.Command{
		Use:   "register DIR",
		Short: "Make the tables hold what a dataset holds",
		Long: `Make the tables of the namespace hold what the dataset in DIR holds. Tables that are
not there are made. Parts that are new are copied into the warehouse, those that the
dataset holds no more are taken out, in one snapshot a table. A dataset that has not
changed changes nothing. The snapshots of all tables come into force together with a
SQLite catalog, and with a REST catalog whose server offers transactions.`,
		Example: `  zhibiao-iceberg register tables
  zhibiao-iceberg register tables --catalog rest:http://localhost:8181 --option token=@token.txt`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := iceberg.ReadDataset(args[0])
			if err != nil {
				return err
			}
			return p.with(c.Context(), iceberg.ToMake, func(catalog *iceberg.Catalog) error {
				changes, err := iceberg.Register(c.Context(), catalog, data, replace)
				if err != nil {
					return err
				}
				return printChanges(c, changes)
			})
		},
	}
	c.Flags().BoolVar(&replace, "replace", false, "take over tables that follow another folder")
	return c
}

func printChanges(c *cobra.Command, changes []iceberg.Change) error {
	w := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "table\trows\tparts added\tremoved\tsnapshot\t")
	for _, t := range changes {
		note := ""
		switch {
		case t.Created:
			note = "new"
		case !t.Changed:
			note = "unchanged"
		case len(t.Columns) > 0:
			note = "new columns: " + strings.Join(t.Columns, ", ")
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%s\t%s\n", t.Table, t.Rows, t.Added, t.Removed, snapshot(t.Snapshot), note)
	}
	return w.Flush()
}

// snapshot is an id as it is shown.
func snapshot(id int64) string {
	if id == 0 {
		return "none"
	}
	return fmt.Sprint(id)
}
