package rules

// operation is what an instruction of a program does.
type operation uint8

const (
	takes   operation = iota // one token of its set
	runs                     // as many tokens of its set as lead to a match, at least least
	forks                    // goes to next, then to other
	jumps                    // goes to next
	saves                    // notes the place in a slot
	looks                    // runs the program at next aside, then goes to other
	starts                   // only at the start of the window
	ends                     // only at its end
	matches                  // done
)

// instruction is a step of a program. Those without next go on to the one after.
type instruction struct {
	set   *symbolSet
	next  int
	other int
	least int
	slot  int // of saves: twice the slot, and one more for its end
	memo  int // of runs and forks: number of its row in the table of dead ends
	does  operation
	back  bool // to the left
	not   bool // of looks
}

// program is a pattern made ready to run. Where it fails at a place it fails again, by
// whatever way it came there: it notes that and never tries twice, so that no
// pattern takes more time than the square of the window, which is short.
type program struct {
	code  []instruction
	memos int
	lead  *symbolSet // of the run that the pattern opens with, if it does
	left  symbolSet  // what a match may hold left of the number in question
	fixed bool       // matches at the start of the window only
}

func newProgram(n *node) *program {
	p := &program{code: make([]instruction, 0, 32)}
	p.emit(n, false)
	p.add(instruction{does: matches})
	first := 0
	for p.code[first].does == saves {
		first++
	}
	if p.code[first].does == runs {
		p.lead = p.code[first].set
	}
	p.fixed = p.code[0].does == starts
	p.left = p.leftOfValue()
	return p
}

// leftOfValue is the symbols of all instructions that the value may come after.
func (p *program) leftOfValue() (left symbolSet) {
	leads := make([]bool, len(p.code)) // to the value
	for more := true; more; {
		more = false
		for i := len(p.code) - 1; i >= 0; i-- {
			if !leads[i] && p.leads(i, leads) {
				leads[i], more = true, true
			}
		}
	}
	for i := range p.code {
		if in := &p.code[i]; leads[i] && (in.does == takes || in.does == runs) {
			left.join(in.set)
		}
	}
	return left
}

// leads reports whether an instruction is the value, or goes on to one that leads to it.
func (p *program) leads(i int, known []bool) bool {
	switch in := &p.code[i]; in.does {
	case matches:
		return false
	case forks:
		return known[in.next] || known[in.other]
	case jumps:
		return known[in.next]
	case looks:
		return known[in.other]
	case saves:
		return in.slot == 2*int(Value) || known[i+1]
	}
	return known[i+1]
}

func (p *program) add(i instruction) int {
	if i.does == runs || i.does == forks {
		i.memo = p.memos
		p.memos++
	}
	p.code = append(p.code, i)
	return len(p.code) - 1
}

// emit writes the instructions of a part, from right to left for looks behind.
func (p *program) emit(n *node, back bool) {
	switch n.form {
	case isSet:
		p.add(instruction{does: takes, set: n.set, back: back})
	case isSeries:
		for i := range n.parts {
			if back {
				i = len(n.parts) - 1 - i
			}
			p.emit(n.parts[i], back)
		}
	case isChoice:
		p.choice(n, back)
	case isRepeat:
		p.repeat(n, back)
	case isGroup:
		p.add(instruction{does: saves, slot: 2 * int(n.slot)})
		p.emit(n.parts[0], back)
		p.add(instruction{does: saves, slot: 2*int(n.slot) + 1})
	case isLook:
		at := p.add(instruction{does: looks, not: n.refuses})
		p.code[at].next = len(p.code)
		p.emit(n.parts[0], n.behind)
		p.add(instruction{does: matches})
		p.code[at].other = len(p.code)
	case isStart:
		p.add(instruction{does: starts})
	case isEnd:
		p.add(instruction{does: ends})
	}
}

func (p *program) choice(n *node, back bool) {
	var done []int
	for i, part := range n.parts {
		if i == len(n.parts)-1 {
			p.emit(part, back)
			break
		}
		fork := p.add(instruction{does: forks})
		p.code[fork].next = len(p.code)
		p.emit(part, back)
		done = append(done, p.add(instruction{does: jumps}))
		p.code[fork].other = len(p.code)
	}
	for _, at := range done {
		p.code[at].next = len(p.code)
	}
}

func (p *program) repeat(n *node, back bool) {
	part := n.parts[0]
	if set, single := part.only(); single && n.most < 0 && !n.lazy {
		p.add(instruction{does: runs, set: set, least: n.least})
		return
	}
	for range n.least {
		p.emit(part, back)
	}
	if n.most < 0 {
		fork := p.add(instruction{does: forks})
		p.emit(part, back)
		p.add(instruction{does: jumps, next: fork})
		p.branch(fork, n.lazy)
		return
	}
	var outs []int
	for range n.most - n.least {
		outs = append(outs, p.add(instruction{does: forks}))
		p.emit(part, back)
	}
	for _, fork := range outs {
		p.branch(fork, n.lazy)
	}
}

// branch makes a fork choose between what follows it and the end of the code so far.
func (p *program) branch(fork int, lazy bool) {
	in, out := fork+1, len(p.code)
	if lazy {
		in, out = out, in
	}
	p.code[fork].next, p.code[fork].other = in, out
}

// beside is what may stand next to the number in question: most rules are ruled out by
// the words on its two sides.
type beside struct {
	before, after       symbolSet
	anyBefore, anyAfter bool
}

// neighbours finds what may stand beside the value.
func (p *program) neighbours() beside {
	var b beside
	value := -1
	for i, in := range p.code {
		if in.does == saves && in.slot == 2*int(Value) {
			value = i + 1
		}
	}
	seen := make([]bool, len(p.code))
	b.anyBefore = p.reach(0, seen)[value]
	for i := range p.code {
		if in := &p.code[i]; (in.does == takes || in.does == runs) && !in.back {
			clear(seen)
			if p.reach(i+1, seen)[value] {
				b.before.join(in.set)
			}
		}
	}
	clear(seen)
	for i, reached := range p.reach(value+1, seen) {
		if !reached {
			continue
		}
		switch in := &p.code[i]; in.does {
		case takes, runs:
			b.after.join(in.set)
		case matches:
			b.anyAfter = true
		}
	}
	return b
}

// reach adds to seen the instructions that may be come to from one without taking a token.
func (p *program) reach(at int, seen []bool) []bool {
	if seen[at] {
		return seen
	}
	seen[at] = true
	switch in := &p.code[at]; in.does {
	case forks:
		p.reach(in.next, seen)
		p.reach(in.other, seen)
	case jumps:
		p.reach(in.next, seen)
	case looks:
		p.reach(in.other, seen)
	case runs:
		if in.least == 0 {
			p.reach(at+1, seen)
		}
	case saves, starts, ends:
		p.reach(at+1, seen)
	}
	return seen
}
