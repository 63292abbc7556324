package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zhibiao/service"
)

// checkAPI tells what is wrong with the flags of --api before any work is done.
func (f *serveFlags) checkAPI(c *cobra.Command, args []string) error {
	if name := changed(c, "edit", "gold", "host"); name != "" {
		return fmt.Errorf("--%s is for tables; leave it out with --api", name)
	}
	s := f.service
	switch {
	case len(args) > 0:
		return fmt.Errorf("--api takes no folder; leave out %s, or leave out --api to show it", args[0])
	case s.MaxInput < 1:
		return fmt.Errorf("--max-input %d: a report has at least one byte", s.MaxInput)
	case s.Jobs < 1:
		return fmt.Errorf("--jobs %d: at least one request is worked on at a time", s.Jobs)
	case s.Queue < 1:
		return fmt.Errorf("--queue %d: at least one request may wait", s.Queue)
	case s.Timeout <= 0:
		return fmt.Errorf("--timeout %v: give a request some time, such as 60s", s.Timeout)
	}
	return nil
}

// changed is the first of the flags that is given, or empty.
func changed(c *cobra.Command, flags ...string) string {
	for _, name := range flags {
		if c.Flags().Changed(name) {
			return name
		}
	}
	return ""
}

// runAPI serves until it is told to stop.
func (sh *shell) runAPI(c *cobra.Command, f serveFlags) error {
	program, err := sh.program()
	if err != nil {
		return err
	}
	f.service.Version = version()
	f.service.Log = newLog(c.ErrOrStderr(), sh.format, max(1, sh.verbose))
	s, err := service.New(program, f.service)
	if err != nil {
		return err
	}
	listener, err := listen(f.address)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s/v1/facts\n", addressOf(listener))
	return s.Serve(c.Context(), listener)
}
