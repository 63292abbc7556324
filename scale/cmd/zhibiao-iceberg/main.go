// Command zhibiao-iceberg keeps Apache Iceberg tables that follow a dataset which zhibiao
// extract wrote, and reads them.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"zhibiao/scale/iceberg"
)

// exitNothing is the status of wrong usage, or nothing done.
const exitNothing = 2

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run runs the program and returns its exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	c := root()
	c.SetArgs(args)
	c.SetOut(stdout)
	c.SetErr(stderr)
	if err := c.ExecuteContext(ctx); err != nil {
		fmt.Fprintln(stderr, "zhibiao-iceberg: "+err.Error())
		return exitNothing
	}
	return 0
}

func root() *cobra.Command {
	place := &place{}
	c := &cobra.Command{
		Use:   "zhibiao-iceberg",
		Short: "Keep Apache Iceberg tables that follow a dataset of zhibiao",
		Long: `Keep Apache Iceberg tables that follow a dataset: a folder that zhibiao extract wrote
with -o. The catalog is a SQLite file, or a server that speaks Iceberg's REST protocol.

Exit status: 0 all good; 2 wrong usage or nothing done.`,
		Example: `  zhibiao extract reports/ -o tables
  zhibiao-iceberg register tables
  zhibiao-iceberg show facts
  zhibiao-iceberg scan facts --year 2024 --limit 3`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	flags := c.PersistentFlags()
	flags.StringVar(&place.address.Catalog, "catalog", "", "sqlite:FILE or rest:URL; by default the file catalog.db in the warehouse")
	flags.StringVar(&place.address.Warehouse, "warehouse", "", `folder of the tables (default "warehouse"); of a REST catalog, the name of its warehouse`)
	flags.StringVar(&place.address.Namespace, "namespace", "zhibiao", "namespace of the tables; one for each dataset")
	flags.StringArrayVar(&place.options, "option", nil, "KEY=VALUE for the catalog, such as token; KEY=@FILE takes the value from a file")
	c.AddCommand(register(place), show(place), scan(place), expire(place))
	return c
}

// place is what the flags say of where the tables are.
type place struct {
	address iceberg.Address
	options []string
}
