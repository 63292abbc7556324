package plan

import (
	"container/heap"
	"math/rand/v2"
)

// cluster is machines that work off tasks, each on one core, and fail now and then. A
// machine that fails loses what it was at; those tasks begin anew on others.
type cluster struct {
	Scenario
	random   *rand.Rand
	now      float64
	events   events
	serial   int
	waiting  []float64 // tasks, the next first
	machines []machine
	done     float64
	lost     float64
	failures int
	open     int // tasks that are not finished
}

// machine is what one machine is at.
type machine struct {
	up      bool
	life    int            // counts its failures: an event of a former life is void
	running map[int]worked // by core
}

// worked is a task and when it began.
type worked struct{ task, since float64 }

func newCluster(s Scenario, random *rand.Rand) *cluster {
	c := &cluster{Scenario: s, random: random, machines: make([]machine, s.Machines)}
	for m := range c.machines {
		c.machines[m].running = map[int]worked{}
		c.at(s.Start, m, 0, up)
	}
	return c
}

// run works off tasks; it ends when the last is done.
func (c *cluster) run(tasks []float64) {
	c.waiting, c.open = append([]float64(nil), tasks...), len(tasks)
	for m := range c.machines {
		c.fill(m)
	}
	for c.open > 0 {
		e := heap.Pop(&c.events).(event)
		m := &c.machines[e.machine]
		if e.life != m.life {
			continue
		}
		c.now = e.time
		switch e.core {
		case up:
			m.up = true
			if c.Between > 0 {
				c.at(c.random.ExpFloat64()*c.Between, e.machine, m.life, down)
			}
		case down:
			c.fail(m)
			c.at(c.Repair, e.machine, m.life, up)
			for other := range c.machines { // idle ones take over
				c.fill(other)
			}
		default:
			c.done += m.running[e.core].task
			delete(m.running, e.core)
			c.open--
		}
		c.fill(e.machine)
	}
}

// fail undoes what a machine was at.
func (c *cluster) fail(m *machine) {
	c.failures++
	m.up = false
	m.life++
	for core := range c.Cores { // in order, so that the outcome is always the same
		if w, ok := m.running[core]; ok {
			c.lost += c.now - w.since
			c.waiting = append(c.waiting, w.task)
			delete(m.running, core)
		}
	}
}

// fill gives each idle core of a machine a task.
func (c *cluster) fill(number int) {
	m := &c.machines[number]
	for core := 0; core < c.Cores && m.up && len(c.waiting) > 0; core++ {
		if _, busy := m.running[core]; busy {
			continue
		}
		task := c.waiting[0]
		c.waiting = c.waiting[1:]
		m.running[core] = worked{task, c.now}
		c.at(task, number, m.life, core)
	}
}

// at sets an event so many seconds ahead.
func (c *cluster) at(after float64, machine, life, core int) {
	c.serial++
	heap.Push(&c.events, event{c.now + after, c.serial, machine, life, core})
}

// event is a core that ends its task, or a machine that comes or goes.
type event struct {
	time    float64
	serial  int // of two at a time the first
	machine int
	life    int
	core    int // or up, down
}

const (
	up   = -1
	down = -2
)

// events are those to come, the next first.
type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return e[i].time < e[j].time || e[i].time == e[j].time && e[i].serial < e[j].serial
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }

// Push and Pop are for heap.
func (e *events) Push(x any) { *e = append(*e, x.(event)) }

// Pop takes the last.
func (e *events) Pop() any {
	old := *e
	last := old[len(old)-1]
	*e = old[:len(old)-1]
	return last
}
