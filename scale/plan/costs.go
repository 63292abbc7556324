// Package plan foretells how long a run over very many reports takes on how many cores,
// from what reports were measured to cost, by simulating the run event by event.
package plan

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// Cost is what one report costs.
type Cost struct {
	Bytes   float64
	Seconds float64 // of one core, for all that is done with it
}

// Read reads the costs of reports from the log of a run: zhibiao -v --log-format json
// extract. A report costs its part, by the time that it took, of the processor seconds
// that the whole run took, so that writing tables, collecting garbage and waiting for others
// are told apart by the system and not by the clock. Reports that were skipped or rejected
// cost nothing.
func Read(log io.Reader, processor float64) ([]Cost, error) {
	var costs []Cost
	total := 0.0
	lines := bufio.NewScanner(log)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var line struct {
			Msg   string        `json:"msg"`
			Bytes float64       `json:"bytes"`
			Took  time.Duration `json:"took"`
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("line %d of the log: %w; write it with -v --log-format json", n, err)
		}
		if line.Msg != "read" {
			continue
		}
		if line.Bytes <= 0 || line.Took <= 0 {
			return nil, fmt.Errorf("line %d of the log: no bytes and time of a report; write it with this version of zhibiao", n)
		}
		costs = append(costs, Cost{line.Bytes, line.Took.Seconds()})
		total += line.Took.Seconds()
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(costs) == 0 {
		return nil, errors.New("the log tells of no report; write it with -v --log-format json")
	}
	for i := range costs {
		costs[i].Seconds *= processor / total
	}
	return costs, nil
}
