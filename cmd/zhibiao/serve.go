package main

import (
	"fmt"
	"net"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao/output"
	"zhibiao/service"
	"zhibiao/view"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	address string
	hosts   []string
	edit    bool
	gold    string
	api     bool
	service service.Settings
}

func (sh *shell) serve() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve DIR | serve --api",
		Short: "Show a dataset in the browser and keep corrections as gold, or find facts over HTTP",
		Long: `Show a dataset in the browser: a list of reports with search, each report with its
facts marked, indicators and regions over the years, two reports side by side. DIR is a
folder of tables that extract wrote.

It listens on this machine only, unless --address says otherwise; names by which others
reach it are given with --host. With --edit facts can be corrected, removed and added;
they are kept as gold in the folder of --gold. Who writes must have opened the address
that is printed: it holds a token.

With --api, and without DIR, it is a service for other programs: reports are posted to
/v1/facts, in any format that extract reads, and their facts come back as JSON.
/openapi.json describes it, /healthz and /readyz tell whether it lives and takes
requests, /metrics is for Prometheus. The log has a line a request.`,
		Example: `  zhibiao serve tables
  zhibiao serve tables --edit --gold gold
  zhibiao serve --api --address 127.0.0.1:8080`,
		Args: func(c *cobra.Command, args []string) error {
			if f.api {
				return f.checkAPI(c, args)
			}
			if name := changed(c, "max-input", "jobs", "queue", "timeout"); name != "" {
				return fmt.Errorf("--%s bounds requests for facts; add --api, or leave it out", name)
			}
			return takes(1, "one folder of tables, or --api")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if f.api {
				return sh.runAPI(c, f)
			}
			return sh.runServe(c, args[0], f)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.address, "address", "127.0.0.1:8080", "address to listen on; port 0 takes a free one")
	flags.StringSliceVar(&f.hosts, "host", nil, "further names by which the server may be reached")
	flags.BoolVar(&f.edit, "edit", false, "let facts be corrected and kept as gold")
	flags.StringVar(&f.gold, "gold", "gold", "folder for gold, with --edit")
	flags.BoolVar(&f.api, "api", false, "find the facts of reports that are posted")
	sizeFlag(c, &f.service.MaxInput, "max-input", service.DefaultMaxInput, "with --api: most bytes of a request, and of each document in it")
	flags.IntVarP(&f.service.Jobs, "jobs", "j", runtime.GOMAXPROCS(0), "with --api: requests worked on at the same time")
	flags.IntVar(&f.service.Queue, "queue", service.DefaultQueue, "with --api: requests that may wait for their turn; others are refused")
	flags.DurationVar(&f.service.Timeout, "timeout", service.DefaultTimeout, "with --api: most time of a request")
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
	listener, err := listen(f.address)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s/%s\n", addressOf(listener), fragment)
	return view.Serve(c.Context(), listener, handler)
}

func listen(address string) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("%w; choose another with --address", err)
	}
	return listener, nil
}

// addressOf is where a browser on this machine finds the server.
func addressOf(listener net.Listener) string {
	return "http://" + strings.NewReplacer("0.0.0.0", "127.0.0.1", "[::]", "[::1]").Replace(listener.Addr().String())
}
