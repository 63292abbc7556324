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

// A gazetteer may pass over at once what begins no name: of a text's characters few do,
// and looking all of them up takes longer than reading the rest of the report.
type opener interface {
	// NextName is the first place at or after i where a name may begin, or -1.
	NextName(text string, i int) int
}

// A gazetteer may know what lies above a code and what became of it.
type lineage interface {
	// Prefecture is the name of the prefecture that a code lies in, or is, in a year.
	Prefecture(code string, year int) string
	// CodeNow is the code that a division goes by today; empty if there is none.
	CodeNow(code string) string
}

// a lookup asks a gazetteer for the names in a text.
type lookup struct {
	Gazetteer
	opener opener // nil if the gazetteer is none
}

func newLookup(places Gazetteer) *lookup {
	o, _ := places.(opener)
	return &lookup{places, o}
}

// next is the first place at or after i where a name may begin, or -1.
func (l *lookup) next(text string, i int) int {
	if l.opener != nil {
		return l.opener.NextName(text, i)
	}
	for ; i < len(text); i++ {
		if c := text[i]; c >= 0xE4 && c <= 0xE9 {
			return i
		}
	}
	return -1
}
