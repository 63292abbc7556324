package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"zhibiao"
	"zhibiao/source"
	"zhibiao/trial"
)

func (sh *shell) rules() *cobra.Command {
	c := &cobra.Command{
		Use:   "rules",
		Short: "Check, list and test rules and lexicons",
		Example: `  zhibiao rules check
  zhibiao rules list
  zhibiao rules test --rules my-rules`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return fmt.Errorf("%s needs check, list or test; for example:\n%s", c.CommandPath(), c.Example)
		},
	}
	c.AddCommand(sh.rulesCheck(), sh.rulesList(), sh.rulesTest())
	return c
}

func (sh *shell) rulesCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Validate rules and lexicons; all that is wrong is told at once",
		Example: `  zhibiao rules check
  zhibiao rules check my-rules`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				sh.rulesDir = args[0]
			}
			program, err := sh.program()
			if err != nil {
				return &statusError{exitRejected, err}
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%d rules and %d lexicon entries are good\n",
				len(program.Rules().Rules), program.Lexicons().Entries())
			return err
		},
	}
}

func (sh *shell) rulesList() *cobra.Command {
	var support []string
	c := &cobra.Command{
		Use:   "list",
		Short: "List the rules, with --support how many facts each makes over reports",
		Example: `  zhibiao rules list
  zhibiao rules list --support reports/`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			program, err := sh.program()
			if err != nil {
				return err
			}
			var counts map[string]trial.Support
			if len(support) > 0 {
				counts = trial.Count(c.Context(), program, source.Walk(support, source.Options{}), runtime.GOMAXPROCS(0), func(err error) {
					sh.log.Error(err.Error())
				})
			}
			return listRules(c.OutOrStdout(), program, counts)
		},
	}
	c.Flags().StringSliceVar(&support, "support", nil, "reports over which to count the facts that each rule makes")
	return c
}

// listRules prints a line for each rule.
func listRules(w io.Writer, program *zhibiao.Program, counts map[string]trial.Support) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	head := "RULE\tASPECT\tFILE\t"
	if counts != nil {
		head += "FACTS\tREPORTS\t"
	}
	fmt.Fprintln(t, head+"ABOUT")
	for _, r := range program.Rules().Rules {
		line := fmt.Sprintf("%s\t%s\t%s:%d\t", r.Name, cmp.Or(r.Aspect, "–"), r.File, r.Line)
		if counts != nil {
			line += fmt.Sprintf("%d\t%d\t", counts[r.Name].Hits, counts[r.Name].Reports)
		}
		line += r.About
		if counts != nil && r.General != "" {
			line += "; general: " + r.General
		}
		fmt.Fprintln(t, line)
	}
	if counts != nil {
		fmt.Fprintf(t, "%s\t–\t–\t%d\t%d\t%s\n", "(none)", counts[""].Hits, counts[""].Reports, "what no rule claims")
	}
	return t.Flush()
}

// program is the program with the user's own rules, where there are any.
func (sh *shell) program() (*zhibiao.Program, error) {
	o := sh.options
	if sh.rulesDir != "" {
		info, err := os.Stat(sh.rulesDir)
		if err != nil {
			return nil, fmt.Errorf("%w; give --rules a folder of rules (*.yaml) and lexicons (*.tsv)", err)
		}
		if !info.IsDir() {
			return nil, fmt.Errorf("%s is no folder; give --rules a folder, such as %s", sh.rulesDir, filepath.Dir(sh.rulesDir))
		}
		o.Folder = os.DirFS(sh.rulesDir)
	}
	return zhibiao.New(o)
}
