package eval

// Sort is a way for a fact to be wrong.
type Sort string

// The sorts of error, with the names that score.py prints.
const (
	Missed    Sort = "missed"    // in the gold only
	Spurious  Sort = "spurious"  // predicted only
	Value     Sort = "value"     // value, unit or bound differs
	Aspect    Sort = "aspect"    //
	Kind      Sort = "kind"      // does not count against the fact
	Status    Sort = "status"    //
	Direction Sort = "direction" //
	Period    Sort = "period"    //
	Strength  Sort = "strength"  // does not count against the fact
	Indicator Sort = "indicator" // not near any of the gold's names
)

// sorts lists the sorts of error in the order of printing.
func sorts() []Sort {
	return []Sort{Missed, Spurious, Value, Aspect, Kind, Status, Direction, Period, Strength, Indicator}
}

// slots lists the sorts that are a field with one of a few values.
func slots() []Sort { return []Sort{Aspect, Kind, Status, Direction, Period, Strength} }

// slot is the field of that name.
func (f *Fact) slot(s Sort) string {
	switch s {
	case Aspect:
		return f.Aspect
	case Kind:
		return f.Kind
	case Status:
		return f.Status
	case Direction:
		return f.Direction
	case Period:
		return f.Period
	case Strength:
		return f.Strength
	default:
		return ""
	}
}

// asked reports whether the gold says what the slot should be. An empty status or
// direction is a statement: a threshold has neither.
func asked(gold *Fact, s Sort) bool {
	return s == Status || s == Direction || gold.slot(s) != ""
}

// Verdict is what is wrong with a pair.
type Verdict struct {
	Errors []Sort
	Exact  bool // indicator equals one of the gold's names
	Right  bool // the fact counts: all but kind, strength and the indicator's last letter are right
}

// Judge compares the two sides of a pair. Of a parity pair only its span counts.
func (p Pair) Judge() Verdict {
	switch {
	case p.Got == nil:
		return Verdict{Errors: []Sort{Missed}}
	case p.Gold == nil:
		return Verdict{Errors: []Sort{Spurious}}
	case p.Gold.Kind == parity:
		return Verdict{Right: true}
	}
	v := Verdict{Right: true}
	wrong := func(s Sort) {
		v.Errors = append(v.Errors, s)
		v.Right = v.Right && (s == Kind || s == Strength)
	}
	if !equalValue(p.Gold, p.Got) {
		wrong(Value)
	}
	for _, s := range slots() {
		if asked(p.Gold, s) && p.Gold.slot(s) != p.Got.slot(s) {
			wrong(s)
		}
	}
	exact, near := compareNames(p.Gold, p.Got)
	v.Exact = exact
	if !near {
		wrong(Indicator)
	}
	return v
}
