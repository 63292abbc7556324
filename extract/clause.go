package extract

import "sort"

// clauses cuts the tokens of a sentence at ，；。：, but not within brackets or quotes.
func (w *work) clauses() {
	w.clause = w.clause[:0]
	w.quoteNames()
	depth, from := 0, 0
	w.onlyIf = false
	for _, i := range w.marks {
		switch t := &w.tokens[i]; t.class {
		case "conj":
			w.onlyIf = w.onlyIf || t.text == "只要"
		case "opening":
			if w.closes(i) {
				depth++
				if w.remarks(i) {
					t.class, w.symbols[i] = "etc", w.note
				}
			}
		case "closing":
			if depth > 0 {
				depth--
			}
		case "comma", "stop", "colon":
			if depth == 0 && t.class == "comma" && w.splitsChange(from, i) {
				t.class, w.symbols[i] = "particle", w.particle
			} else if depth == 0 {
				w.clause = append(w.clause, clause{rng{from, i}, t.text})
				from = i + 1
			}
		}
	}
	if from < len(w.tokens) {
		w.clause = append(w.clause, clause{rng{from, len(w.tokens)}, ""})
	}
}

// remarks reports whether a round bracket behind a number opens a remark on it, and no other
// name of its unit: 28万人（包括地方扩大招生数）.
func (w *work) remarks(i int) bool {
	if t := w.tokens[i].text; i == 0 || t != "（" && t != "(" || w.tokens[i-1].class != "number" && w.tokens[i-1].class != "after" {
		return false
	}
	return i+3 < len(w.tokens) && w.tokens[i+2].class != "closing" || i+3 >= len(w.tokens) || !isNominal(w.tokens[i+3].class)
}

// splitsChange reports whether a comma stands between what a change starts from and where it
// leads: 由过去的百分之三十以上，降低到百分之二十左右.
func (w *work) splitsChange(from, comma int) bool {
	if comma+1 >= len(w.tokens) || comma == from {
		return false
	}
	next := comma + 1
	for next < len(w.tokens) && next < comma+4 && (w.tokens[next].class == "hope" || w.tokens[next].class == "adverb") {
		next++
	}
	if next == len(w.tokens) || w.tokens[next].class != "become" {
		return false
	}
	last := comma - 1
	for last > from && w.tokens[last].class == "after" {
		last--
	}
	for i := last; w.tokens[last].class == "number" && i >= max(from, last-maxStart); i-- {
		switch w.tokens[i].class {
		case "from":
			return true
		case "become", "to", "rise", "fall", "reach":
			return false
		}
	}
	return false
}

// maxStart bounds how far before a number the 由 stands that makes it a start.
const maxStart = 12

// quoteNames makes the words of a quoted name nouns: the 减 of “减证便民” is no verb of the
// sentence. A quotation that holds a number speaks for itself.
func (w *work) quoteNames() {
	for _, i := range w.marks {
		if t := w.tokens[i].text; t != "“" && t != "《" && t != "「" {
			continue
		}
		end := i + 1
		want := partner(w.tokens[i].text)
		for end < len(w.tokens) && end-i <= maxBracket && w.tokens[end].text != want && w.tokens[end].class != "number" {
			end++
		}
		if end >= len(w.tokens) || w.tokens[end].text != want {
			continue
		}
		for j := i + 1; j < end; j++ {
			if t := &w.tokens[j]; t.class != "pause" && t.class != "comma" {
				t.class, t.up, w.symbols[j] = "noun", "", w.noun
			}
		}
	}
}

// maxBracket bounds how far the partner of a bracket is sought: an unclosed quote must
// not swallow the sentence.
const maxBracket = 60

// closes reports whether the opening mark at i has its partner within reach.
func (w *work) closes(i int) bool {
	want := partner(w.tokens[i].text)
	for j := i + 1; j < len(w.tokens) && j <= i+maxBracket; j++ {
		if w.tokens[j].text == want {
			return true
		}
	}
	return false
}

func partner(open string) string {
	switch open {
	case "（":
		return "）"
	case "(":
		return ")"
	case "《":
		return "》"
	case "“":
		return "”"
	case "「":
		return "」"
	case "『":
		return "』"
	case "‘":
		return "’"
	case "【":
		return "】"
	case "〔":
		return "〕"
	case "〈":
		return "〉"
	}
	return ""
}

// left is what stands before a draft's number in its clause, within reach.
func (w *work) left(d *draft) rng {
	return rng{max(w.clause[d.clause].a, d.token-reach), d.token}
}

// clauseOf is the index of the clause that holds token i.
func (w *work) clauseOf(i int) int {
	c := sort.Search(len(w.clause), func(c int) bool { return w.clause[c].b >= i })
	return min(c, len(w.clause)-1)
}
