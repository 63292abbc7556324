package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// knownFlags adds the flags for what the user knows of the reports that a command reads.
func (sh *shell) knownFlags(c *cobra.Command) {
	sh.regionFlag(c)
	c.Flags().IntVar(&sh.options.ReportYear, "report-year", 0, "year in which the reports, all of them, were delivered (default: found in each)")
}

// regionFlag adds the flag for the place alone.
func (sh *shell) regionFlag(c *cobra.Command) {
	c.Flags().StringVar(&sh.options.Region, "region", "", "place of the reports, all of them: name or code of GB/T 2260, such as 吉林市, 220200 or 长春朝阳 (default: found in each)")
}

// checkKnown tells what is wrong with those flags before any work is done.
func (sh *shell) checkKnown(c *cobra.Command) error {
	for _, name := range []string{"region", "report-year"} {
		if f := c.Flags().Lookup(name); f != nil && f.Changed && (f.Value.String() == "" || f.Value.String() == "0") {
			return fmt.Errorf("--%s is empty; give a value, or leave it out to find it in each report", name)
		}
	}
	return nil
}

// unread tells of those flags where tables are given, which know their places and years.
func unread(c *cobra.Command, path string) error {
	if name := changed(c, "region", "report-year"); name != "" {
		return fmt.Errorf("--%s is for reports, and %s holds tables; leave it out, or give the reports", name, path)
	}
	return nil
}
