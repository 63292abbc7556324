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
