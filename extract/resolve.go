package extract

// resolve fills the gaps of the sentence's drafts from each other, in reading order.
func (w *work) resolve() {
	w.shareThresholds()
	for i := range w.drafts {
		d := &w.drafts[i]
		for k := range d.indicator {
			d.indicator[k] = w.trim(w.beforeStart(d, d.indicator[k]))
		}
		if len(d.indicator) > 0 && (d.indicator[0].empty() || w.isHeadless(d) || w.isRatio(d)) {
			d.indicator, d.elided = nil, true
		}
		w.againstPlan(d)
		w.overBy(d)
		w.nameByTest(d)
		w.dropVerbName(d)
		w.chainVerbs(d)
		w.takeVerb(d)
		w.newVerb(d)
		w.widenName(d)
		w.nameForWhom(d)
		w.nameEarned(d)
		w.nameInner(d)
		w.nestedSize(i)
		w.nameAwarded(d)
		w.nameStreak(d)
		w.honour(d)
		w.takeDuration(d)
		w.elideCounted(i)
		w.dropDeed(i)
		w.elideVerb(i)
		w.stripRateNoun(d)
		w.sameThing(i)
		w.sameMove(i)
		w.listItem(i)
		w.continuation(i)
		w.nominalize(i)
		w.dropAgent(d, w.before(i))
		w.rankAmong(i)
		w.fillEllipsis(i)
		w.glossaryEntry(d)
		w.ofThose(i)
		w.ofWork(i)
		w.perHead(d)
		w.sharePer(i)
		w.shareOf(d)
		w.completeHead(i)
		w.nameShare(d)
		w.partOf(i)
	}
	w.distribute()
	w.shareLead()
	w.fillStreaks()
	w.raiseRanks()
	w.shareLevels()
	w.sharePlans()
	w.dropEtc()
}

// before is the draft before i that is no part of a name, or -1.
func (w *work) before(i int) int {
	for p := i - 1; p >= 0; p-- {
		if !w.drafts[p].inner {
			return p
		}
	}
	return -1
}

func (w *work) unitText(i int) string {
	return w.mentions[w.drafts[i].mention].Unit.In(w.view.text)
}

// textOf is the text of a range as read.
func (w *work) textOf(r rng) string {
	if r.empty() {
		return ""
	}
	return w.view.text[w.tokens[r.a].Start:w.tokens[r.b-1].End]
}

func (w *work) hasClass(r rng, class string) bool { return w.find(r, class) >= 0 }

// find is where a range has its first token of a class, or -1.
func (w *work) find(r rng, class string) int {
	for i := r.a; i < r.b; i++ {
		if w.tokens[i].class == class {
			return i
		}
	}
	return -1
}
