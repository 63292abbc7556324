package output

import (
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"sync"
)

// answer is what a later report says was reached of an aim. It holds the exact texts;
// the doubles follow from them.
type answer struct {
	FactID        string `parquet:"fact_id"`
	ReachedText   string `parquet:"reached_value_text,optional"`
	ReachedFactID string `parquet:"reached_fact_id,optional"`
	Achieved      bool   `parquet:"achieved,optional"`
	GapText       string `parquet:"gap_text,optional"`
}

func answerTo(t *TargetRow) answer {
	return answer{t.FactID, t.ReachedText, t.ReachedFactID, t.Achieved != nil && *t.Achieved, t.GapText}
}

// sum is a hash of an answer. The sums of two lists are equal within a run if they hold the
// same answers, in whatever order.
func (a answer) sum(seed maphash.Seed) uint64 { return maphash.Comparable(seed, a) }

// sumOfAnswers is the sum of the answers that aims in memory have got.
func sumOfAnswers(seed maphash.Seed, entries []*entry) (sum uint64) {
	for _, e := range entries {
		for i := range e.rows.Targets {
			if t := &e.rows.Targets[i]; t.ReachedFactID != "" {
				sum += answerTo(t).sum(seed)
			}
		}
	}
	return sum
}

func (t *TargetRow) answered(a answer) {
	t.ReachedText, t.ReachedFactID, t.GapText = a.ReachedText, a.ReachedFactID, a.GapText
	t.Reached, t.Gap, t.Achieved = double(a.ReachedText), double(a.GapText), nil
	if a.ReachedFactID != "" {
		t.Achieved = &a.Achieved
	}
}

// answers are those that are found, by part. They are safe for concurrent use.
type answers struct {
	mu    sync.Mutex
	seed  maphash.Seed
	sums  map[int]uint64
	heaps *spill[answer]
}

func newAnswers(s *store) *answers {
	return &answers{seed: s.seed, sums: map[int]uint64{}, heaps: newSpill[answer](s.dir, s.held)}
}

func (a *answers) add(part int, found answer) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sums[part] += found.sum(a.seed)
	return a.heaps.add(part, found)
}

// take hands out the answers of a part by aim, and drops them.
func (a *answers) take(part int) (map[string]answer, error) {
	list, err := a.heaps.take(part)
	found := make(map[string]answer, len(list))
	for _, one := range list {
		found[one.FactID] = one
	}
	return found, err
}

// answer writes the targets of those parts anew in which an answer has changed, and
// returns the files that go.
func (r *relation) answer() ([]fileEntry, error) {
	var stale []fileEntry
	byPart := map[int][]*entry{}
	for _, e := range r.entries {
		byPart[e.part] = append(byPart[e.part], e)
	}
	for _, part := range slices.Sorted(maps.Keys(byPart)) {
		linked, known := r.linked[part]
		if known && linked == r.answers.sums[part] {
			continue
		}
		answers, err := r.answers.take(part)
		if err != nil {
			return nil, err
		}
		files := r.store.filesOf(map[int]bool{part: true}, "targets")
		if !known {
			current, err := r.current(files, answers)
			if err != nil {
				return nil, err
			}
			if current {
				continue
			}
		}
		stale = append(stale, files...)
		if err := r.restage(part, byPart[part], answers); err != nil {
			return nil, err
		}
	}
	return stale, nil
}

// current reports whether files of targets give the answers.
func (r *relation) current(files []fileEntry, answers map[string]answer) (bool, error) {
	d := &Dataset{dir: r.store.dir, files: map[string][]string{}}
	for _, f := range files {
		d.files["targets"] = append(d.files["targets"], absolute(r.store.dir, f))
	}
	current := true
	err := scan(d, "targets", func(_ string, _ int64, rows []answer) {
		for _, row := range rows {
			a := answers[row.FactID]
			a.FactID = row.FactID
			current = current && a == row
		}
	})
	return current, err
}

// restage writes the targets of a part with the answers.
func (r *relation) restage(part int, entries []*entry, answers map[string]answer) error {
	targets := targetCursor(r.store.dataset(part), func(t *TargetRow) { t.answered(answers[t.FactID]) })
	sortEntries(entries)
	if err := run(1, tableJobs(r.store, part, sizeOf(entries), entries, targets)); err != nil {
		return fmt.Errorf("answers of part %d: %w", part, err)
	}
	return nil
}
