package rules

// machine runs programs over a window; it is used again for the next.
type machine struct {
	symbols []rune
	code    []instruction
	dead    []uint64 // a bit for each place that a run or fork has failed at
	aside   bool     // in a look, whose successes are no dead ends
	places  [2 * slots]int
	end     int
}

// find is the leftmost match of a program that starts from one place up to another: its
// start, and true if there is one. Its end and slots stand in the machine.
func (m *machine) find(p *program, symbols []rune, from, to int) (int, bool) {
	if p.fixed && from > 0 {
		return 0, false
	}
	m.symbols, m.code = symbols, p.code
	words := (p.memos*(len(symbols)+1) + 63) >> 6
	if cap(m.dead) < words {
		m.dead = make([]uint64, words*2)
	}
	m.dead = m.dead[:words]
	clear(m.dead)
	for i := range m.places {
		m.places[i] = -1
	}
	for at := from; at <= to; at++ {
		if m.run(0, at) {
			return at, true
		}
		if p.fixed {
			break
		}
		if p.lead != nil { // what failed after the whole run fails after a part of it
			for at < len(symbols) && p.lead.has(symbols[at]) {
				at++
			}
		}
	}
	return 0, false
}

// tried reports whether an instruction was tried at a place before, and notes it.
func (m *machine) tried(in *instruction, at int) bool {
	if m.aside {
		return false
	}
	bit := in.memo*(len(m.symbols)+1) + at
	if m.dead[bit>>6]&(1<<(bit&63)) != 0 {
		return true
	}
	m.dead[bit>>6] |= 1 << (bit & 63)
	return false
}

// run goes on from an instruction at a place and reports whether that led to a match.
func (m *machine) run(pc, at int) bool {
	for {
		in := &m.code[pc]
		switch in.does {
		case takes:
			if in.back {
				at--
			}
			if at < 0 || at >= len(m.symbols) || !in.set.has(m.symbols[at]) {
				return false
			}
			if !in.back {
				at++
			}
			pc++
		case runs:
			return !m.tried(in, at) && m.runs(in, pc, at)
		case forks:
			if m.tried(in, at) {
				return false
			}
			if m.run(in.next, at) {
				return true
			}
			pc = in.other
		case jumps:
			pc = in.next
		case saves:
			old := m.places[in.slot]
			m.places[in.slot] = at
			if m.run(pc+1, at) {
				return true
			}
			m.places[in.slot] = old
			return false
		case looks:
			if m.look(in, at) == in.not {
				return false
			}
			pc = in.other
		case starts:
			if at != 0 {
				return false
			}
			pc++
		case ends:
			if at != len(m.symbols) {
				return false
			}
			pc++
		case matches:
			m.end = at
			return true
		}
	}
}

// runs takes as many tokens of a set as there are, and gives them back one by one.
func (m *machine) runs(in *instruction, pc, at int) bool {
	far := at
	for far < len(m.symbols) && in.set.has(m.symbols[far]) {
		far++
	}
	after := &m.code[pc+1]
	for ; far >= at+in.least; far-- {
		if after.does == takes && (far == len(m.symbols) || !after.set.has(m.symbols[far])) {
			continue
		}
		if m.run(pc+1, far) {
			return true
		}
	}
	return false
}

func (m *machine) look(in *instruction, at int) bool {
	before := m.aside
	m.aside = true
	found := m.run(in.next, at)
	m.aside = before
	return found
}
