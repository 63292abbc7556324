package plan

import (
	"math"
	"math/rand/v2"
	"time"
)

// Scenario is a run to be simulated. Times are in seconds.
type Scenario struct {
	Documents int
	Shards    int
	Machines  int
	Cores     int // of a machine

	ReadShare float64 // of a report's cost: to read it and find its place, before it is sent to its shard
	Tail      float64 // exponent of Pareto's law of sizes: 1.5 is heavy, 0 leaves sizes as measured
	Largest   float64 // times the measured size, the most that a report can be
	Places    int     // that reports speak of
	Nameless  float64 // part of the reports whose place is unknown: each is one of its own
	Zipf      float64 // exponent by which places have more reports than others: 0 for all alike

	Between float64 // mean time between failures of a machine; 0 for none
	Repair  float64 // until another takes its place
	Start   float64 // until machines compute
	Commit  float64 // per file
	Files   int     // of a shard
	Seed    uint64
}

// Usual is a scenario for so many documents on so many cores: machines of 8 cores that
// fail once in a thousand hours and are replaced within five minutes; sizes with a heavy
// tail; 45,000 places, from the nation to townships, some with many more reports than others.
func Usual(documents, cores int) Scenario {
	return Scenario{
		Documents: documents, Shards: max(1, documents/1000), Machines: max(1, cores/8), Cores: min(cores, 8),
		ReadShare: 0.2, Tail: 1.5, Largest: 2000, Places: 45_000, Nameless: 0.3, Zipf: 0.5,
		Between: (1000 * time.Hour).Seconds(), Repair: (5 * time.Minute).Seconds(), Start: (3 * time.Minute).Seconds(),
		Commit: 0.005, Files: 7, Seed: 1,
	}
}

// Outcome is what comes of a run.
type Outcome struct {
	Hours     float64 // from start to end
	Work      float64 // core hours that count
	Lost      float64 // core hours of work that failures undid
	Failures  int
	Bytes     float64 // of text
	Read      float64 // hours until the last report is read, after which shards are written
	Longest   float64 // hours of the longest shard: no run is quicker
	Skew      float64 // the largest shard, times the mean one
	Busy      float64 // part of the cores' time that was worked
	PerSecond float64 // documents
}

// Run simulates a scenario with reports that cost what the measured ones do. The same
// scenario has the same outcome.
func (s Scenario) Run(measured []Cost) Outcome {
	random := rand.New(rand.NewPCG(s.Seed, 0))
	reads, shards, bytes := s.work(measured, random)
	c := newCluster(s, random)
	c.run(reads)
	read := c.now
	c.run(shards)
	end := c.now + s.Commit*float64(s.Files*s.Shards)

	o := Outcome{Hours: end / 3600, Work: c.done / 3600, Lost: c.lost / 3600, Failures: c.failures, Bytes: bytes, Read: read / 3600}
	sum := 0.0
	for _, t := range shards {
		o.Longest = max(o.Longest, t/3600)
		sum += t / 3600
	}
	o.Skew = o.Longest / (sum / float64(len(shards)))
	o.Busy = o.Work / (o.Hours * float64(s.Machines*s.Cores))
	o.PerSecond = float64(s.Documents) / end
	return o
}

// batch is how many files a worker reads at a time.
const batch = 32

// work draws the documents and returns what reading their batches and writing their
// shards takes.
func (s Scenario) work(measured []Cost, random *rand.Rand) (reads, shards []float64, bytes float64) {
	reads, shards = make([]float64, (s.Documents+batch-1)/batch), make([]float64, s.Shards)
	zipf := s.places(random)
	for i := range s.Documents {
		cost := measured[random.IntN(len(measured))]
		if s.Tail > 0 { // scaled so that the mean stays near what was measured
			grow := math.Min(math.Pow(1-random.Float64(), -1/s.Tail)*(s.Tail-1)/s.Tail, s.Largest)
			cost.Bytes, cost.Seconds = cost.Bytes*grow, cost.Seconds*grow
		}
		bytes += cost.Bytes
		reads[i/batch] += cost.Seconds * s.ReadShare
		shard := random.IntN(s.Shards) // of a document that is a place of its own
		if random.Float64() >= s.Nameless {
			shard = zipf()
		}
		shards[shard] += cost.Seconds * (1 - s.ReadShare)
	}
	return reads, shards, bytes
}

// places returns what draws the shard of a document: that of its place.
func (s Scenario) places(random *rand.Rand) func() int {
	home := make([]int, max(1, s.Places))
	reach := make([]float64, len(home)) // cumulated part of the documents
	total := 0.0
	for p := range home {
		home[p] = random.IntN(s.Shards)
		total += math.Pow(float64(p+1), -s.Zipf)
		reach[p] = total
	}
	return func() int {
		x := random.Float64() * total
		low, high := 0, len(reach)-1
		for low < high {
			if mid := (low + high) / 2; reach[mid] < x {
				low = mid + 1
			} else {
				high = mid
			}
		}
		return home[low]
	}
}
