package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"zhibiao/output"
	"zhibiao/source"
	"zhibiao/view"
)

// formatMarkdown is a page of Markdown.
const formatMarkdown = "markdown"

func (sh *shell) compare() *cobra.Command {
	var format string
	var limit int
	c := &cobra.Command{
		Use:   "compare A B",
		Short: "Set the results of one report against the aims of another",
		Long: `Set what B tells against what A made one expect, the greatest surprise first: the aim
of A for the year, or else what A itself tells of that year or of the year before. A and
B are reports of one place, the earlier first, or of two places and one year, or folders
of reports or of tables.`,
		Example: `  zhibiao compare city-2023.txt city-2024.txt
  zhibiao compare tables-2023 tables-2024 --format markdown > changes.md`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("%s takes two reports, or two folders of tables; for example:\n%s", c.CommandPath(), c.Example)
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if format != formatTable && format != formatMarkdown {
				return fmt.Errorf("unknown format %q; choose table or markdown", format)
			}
			if err := sh.checkKnown(c); err != nil {
				return err
			}
			a, err := sh.side(c, args[0])
			if err != nil {
				return err
			}
			b, err := sh.side(c, args[1])
			if err != nil {
				return err
			}
			return printComparison(c.OutOrStdout(), output.Compare(a, b), format, limit)
		},
	}
	sh.regionFlag(c)
	c.Flags().StringVar(&format, "format", formatTable, "table or markdown")
	c.Flags().IntVar(&limit, "limit", 30, "most lines; 0 for all")
	return c
}

func printComparison(w io.Writer, c output.Comparison, format string, limit int) error {
	if format == formatMarkdown {
		return c.Markdown(w, limit)
	}
	return c.Print(w, newTable(w, limit).style)
}

// side reads one side of a comparison.
func (sh *shell) side(c *cobra.Command, path string) (output.Side, error) {
	if view.IsDataset(path) {
		if err := unread(c, path); err != nil {
			return output.Side{}, err
		}
		d, err := output.OpenDataset(path)
		if err != nil {
			return output.Side{}, err
		}
		return d.Side(path)
	}
	program, err := sh.program()
	if err != nil {
		return output.Side{}, err
	}
	var parts []output.Rows
	for r := range program.Batch(c.Context(), source.Walk([]string{path}, source.Options{Store: sh.stores}), 2) {
		sh.tell(r)
		if r.Err == nil {
			parts = append(parts, r.Rows)
		}
	}
	if err := c.Context().Err(); err != nil {
		return output.Side{}, err
	}
	if len(parts) == 0 {
		return output.Side{}, errors.New("nothing done: no report could be read")
	}
	return output.NewSide(path, output.Join(parts)), nil
}
