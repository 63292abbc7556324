package report

// A Place is a division of the country under one name, as in GB/T 2260.
type Place struct {
	Code     string // 220200
	Name     string // 吉林市
	FullName string // with those above it: 吉林省吉林市
	Province string // 吉林省
	Level    Level
	From, To int // years in which the name held; 0 is open
}

// A Gazetteer looks up places by name.
type Gazetteer interface {
	// Places are the places whose full or short name is exactly name (吉林市, 吉林),
	// the most probable first.
	Places(name string) []Place
}

// A gazetteer may say at once that no name begins with two characters: of a text's
// characters few begin a name, and looking all of them up takes longer than reading the
// rest of the report.
type opener interface {
	Opens(two string) bool
}

// a lookup remembers the places that a text names again and again.
type lookup struct {
	places Gazetteer
	opener opener // nil if the gazetteer is none
	known  map[string][]Place
}

func newLookup(places Gazetteer) *lookup {
	o, _ := places.(opener)
	return &lookup{places: places, opener: o, known: map[string][]Place{}}
}

// opens reports whether a name may begin s.
func (l *lookup) opens(s string) bool {
	return len(s) >= 6 && (l.opener == nil || l.opener.Opens(s[:6]))
}

func (l *lookup) find(name string) []Place {
	found, ok := l.known[name]
	if !ok {
		if found = l.places.Places(name); len(found) > 0 {
			l.known[name] = found
		}
	}
	return found
}
