package pipeline

import (
	"fmt"
	"runtime"
	"sync"

	"zhibiao"
	"zhibiao/source"
)

// worker is what the bundles of a process share: rules and lexicons, the PDF reader, and
// leave to compute.
type worker struct {
	program *zhibiao.Program
	pdf     *source.PDFReader
	leave   chan struct{} // one for each core, however many bundles a runner starts
}

// workers are those of this process, by what they were made for. Beam makes a DoFn anew
// for each bundle that runs beside others, and gives it nothing else to keep 25 ms and
// 30 MB of rules in.
type workers struct {
	mu   sync.Mutex
	made map[string]*worker
}

var process = workers{made: map[string]*worker{}}

// worker is the worker for a run, made at its first bundle. It must have the rules of
// who started the run: an old program among the workers would mix two sets of facts.
func (w *workers) worker(o Options) (*worker, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	key := fmt.Sprintf("%s %s %t", o.RulesHash, o.Rules, o.Tokens)
	if made := w.made[key]; made != nil {
		return made, nil
	}
	program, err := zhibiao.New(o.program())
	if err != nil {
		return nil, err
	}
	if hash := program.RulesHash(); hash != o.RulesHash {
		return nil, fmt.Errorf("this worker has rules %s, the run was started with %s; start workers of the same program and rules folder", hash, o.RulesHash)
	}
	made := &worker{program, source.NewPDFReader(""), make(chan struct{}, runtime.GOMAXPROCS(0))}
	w.made[key] = made
	return made, nil
}
