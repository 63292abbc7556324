package pipeline

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"
)

// The roles that processes of this test play, told by a variable of the environment.
const (
	roleVariable = "ZHIBIAO_ROLE"
	portVariable = "ZHIBIAO_PORT"

	roleTest   = "test"       // where no network is but loopback
	roleServer = "job server" // Prism in a process of its own
	roleWorker = "worker"     // a pool of workers, to be killed
	roleStart  = "start"      // starts a run on the job server, by the flags of the command
)

func TestMain(m *testing.M) {
	Register()
	beamlog.LogLevel = "error"
	flag.Parse()
	beam.Init()
	port, _ := strconv.Atoi(os.Getenv(portVariable))
	switch os.Getenv(roleVariable) {
	case roleTest:
		os.Exit(m.Run())
	case roleServer:
		_, err := prism.CreateJobServer(context.Background(), prism.Options{Port: port})
		end(err)
		select {}
	case roleWorker:
		end(Serve(context.Background(), port))
	case roleStart:
		end(start())
	default: // Prism listens on every interface
		c := exec.Command("../alone", os.Args...)
		c.Env = append(os.Environ(), roleVariable+"="+roleTest)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		if c.Run() != nil {
			os.Exit(1)
		}
	}
}

func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
