package extract

// distribute pairs lists: 安全生产事故起数、死亡人数分别下降31.1%和16.9% gives each
// number its own indicator, with shared heads written out.
func (w *work) distribute() {
	for i := range w.drafts {
		w.distributeReferences(i)
		if w.echo(i) {
			continue
		}
		if w.drafts[i].inner || w.drafts[i].from >= 0 || len(w.drafts[i].indicator) != 1 {
			continue
		}
		run := w.run(i)
		if len(run) < 2 || !w.isDistributive(run) {
			continue
		}
		if w.split(&w.drafts[i], run) {
			continue
		}
		members := w.members(w.drafts[i].indicator[0])
		if len(members) != len(run) {
			members = w.pausedMembers(w.drafts[i].indicator[0], len(run))
		}
		if len(members) != len(run) {
			members = w.countedMembers(i, len(run))
		}
		if len(members) != len(run) {
			continue
		}
		var owner []rng
		if w.areBareHeads(w.drafts[i].indicator[0]) {
			owner = w.drafts[i].prefix
		}
		for k, j := range run {
			d := &w.drafts[j]
			d.indicator = members[k]
			d.prefix = owner
			d.suffix = ""
			d.from, d.paired = i, true
			d.step("own member of the list")
		}
	}
}

// distributeReferences pairs the yardsticks of a gap with its numbers: 分别高于全国、全省1.7和
// 0.9个百分点.
func (w *work) distributeReferences(i int) {
	d := &w.drafts[i]
	if d.aspect != Gap || !w.hasClass(d.reference, "pause") && !w.hasClass(d.reference, "and") {
		return
	}
	run, references := w.run(i), w.parts(d.reference)
	if len(run) != len(references) {
		return
	}
	for k, j := range run {
		w.drafts[j].reference = references[k]
		w.drafts[j].step("own yardstick of the list")
	}
}

// countedMembers are the members of a list whose members are counted: 16条产业链、18个专业镇
// 营业收入分别增长15.6%、14% gives 产业链营业收入, 专业镇营业收入.
func (w *work) countedMembers(i, n int) [][]rng {
	sources := w.previous(i, n)
	if len(sources) != n || w.drafts[sources[0]].clause != w.drafts[i].clause {
		return nil
	}
	r := w.drafts[i].indicator[0]
	a := r.b
	for a > r.a && w.isHead(a-1) {
		a--
	}
	if a == r.b {
		return nil
	}
	head := rng{a, r.b}
	var out [][]rng
	for _, s := range sources {
		ind := w.drafts[s].indicator
		if len(ind) != 1 {
			return nil
		}
		own := ind[0]
		if own.b == head.b {
			own.b = head.a
		}
		out = append(out, []rng{own, head})
	}
	return out
}

// isDistributive reports whether a run of numbers belongs to a list of indicators: 分别
// stands before it, or as many members as numbers.
func (w *work) isDistributive(run []int) bool {
	first := &w.drafts[run[0]]
	cl := w.clause[first.clause]
	for i := cl.a; i < first.token; i++ {
		if w.tokens[i].class == "each" {
			return true
		}
	}
	if w.isCollective(first.indicator[0]) {
		return true
	}
	return len(w.members(first.indicator[0])) == len(run)
}

// run is the draft i and those that follow it joined by 、 和 or nothing but bounds, until
// the next run is asked for.
func (w *work) run(i int) []int {
	run := append(w.joined[:0], i)
	for j := i + 1; j < len(w.drafts) && len(run) < maxRun; j++ {
		d := &w.drafts[j]
		if d.inner {
			continue
		}
		prev := &w.drafts[run[len(run)-1]]
		if !w.joins(rng{prev.token + 1, d.token}) {
			break
		}
		run = append(run, j)
	}
	w.joined = run
	return run
}

// joins reports whether a stretch between two numbers only joins them.
func (w *work) joins(r rng) bool {
	if r.empty() {
		return false
	}
	joined := false
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.class {
		case "pause", "and":
			joined = true
		case "after", "before", "exceed", "mean":
		default:
			return false
		}
	}
	return joined
}

// previous are the n drafts before i that are no part of a name, in order.
func (w *work) previous(i, n int) []int {
	out := make([]int, 0, n)
	for p := w.before(i); p >= 0 && len(out) < n; p = w.before(p) {
		out = append(out, p)
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// maxRun bounds how many numbers are paired with a list.
const maxRun = 16
