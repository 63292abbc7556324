package main

import (
	"fmt"
	"net"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao/output"
	"zhibiao/view"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	address string
	hosts   []string
	edit    bool
	gold    string
}

func (sh *shell) serve() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve DIR",
		Short: "Show a dataset in the browser, and keep corrections as gold",
		Long: `Show a dataset in the browser: a list of reports with search, each report with its
facts marked, indicators and regions over the years, two reports side by side. DIR is a
folder of tables that extract wrote.

It listens on this machine only, unless --address says otherwise; names by which others
reach it are given with --host. With --edit facts can be corrected, removed and added;
they are kept as gold in the folder of --gold. Who writes must have opened the address
that is printed: it holds a token.`,
		Example: `  zhibiao serve tables
  zhibiao serve tables --edit --gold gold`,
		Args: takes(1, "one folder of tables"),
		RunE: func(c *cobra.Command, args []string) error { return sh.runServe(c, args[0], f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.address, "address", "127.0.0.1:8080", "address to listen on; port 0 takes a free one")
	flags.StringSliceVar(&f.hosts, "host", nil, "further names by which the server may be reached")
	flags.BoolVar(&f.edit, "edit", false, "let facts be corrected and kept as gold")
	flags.StringVar(&f.gold, "gold", "gold", "folder for gold, with --edit")
	return c
}

func (sh *shell) runServe(c *cobra.Command, dir string, f serveFlags) error {
	data, err := output.OpenDataset(dir)
	if err != nil {
		return err
	}
	settings := view.Settings{Version: version(), Hosts: f.hosts}
	fragment := ""
	if f.edit {
		settings.Gold, settings.Token = f.gold, view.NewToken()
		fragment = "#token=" + settings.Token
	}
	handler, err := view.NewServer(data, settings)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", f.address)
	if err != nil {
		return fmt.Errorf("%w; choose another with --address", err)
	}
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt)
	defer stop()
	address := strings.NewReplacer("0.0.0.0", "127.0.0.1", "[::]", "[::1]").Replace(listener.Addr().String())
	fmt.Fprintf(c.OutOrStdout(), "http://%s/%s\n", address, fragment)
	return view.Serve(ctx, listener, handler)
}
