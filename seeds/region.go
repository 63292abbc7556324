package seeds

import (
	"strconv"
	"strings"

	"zhibiao/report"
)

// Region is a division of GB/T 2260 under one code and name: 130622 清苑县 until 2015,
// when it became 130608 清苑区.
type Region struct {
	Code   string // six digits; 000000 is the nation
	From   int    // first year of this code and name; 0 reaches back before the tables
	To     int    // last year; 0 while it holds; the year of a change belongs to both
	Name   string // 阿坝藏族羌族自治州
	Short  string // 阿坝 阿坝州: shorter names, usual one first, a space between them
	Level  report.Level
	Parent string // code of the division above; empty for the nation
	Note   string

	line int
	id   string // code and first year: a code that was renamed has several entries
}

func (r Region) key() string { return r.id }

// isNamed reports whether a name is its full or one of its shorter ones.
func (r *Region) isNamed(name string) bool {
	if name == "" {
		return false
	}
	if r.Name == name || r.Short == name {
		return true
	}
	for short := range strings.SplitSeq(r.Short, " ") {
		if short == name {
			return true
		}
	}
	return false
}

var regionTable = schema[Region]{
	file:     "regions.tsv",
	columns:  []string{"code", "from", "to", "name", "short", "level", "parent", "note"},
	required: 1,
	parse: func(r *row) Region {
		g := Region{
			Code: r.cells[0], From: r.year("from", r.cells[1]), To: r.year("to", r.cells[2]), Name: r.cells[3],
			Short: r.cells[4], Level: report.Level(r.cells[5]), Parent: r.cells[6], Note: r.cells[7],
			line: r.line,
		}
		g.id = g.Code
		if g.From != 0 {
			g.id = strings.Join([]string{g.Code, r.cells[1]}, " ")
		}
		g.check(r)
		return g
	},
}

// check reports what no division can be.
func (r Region) check(at *row) {
	if len(r.Code) != 6 || !digits(r.Code) {
		at.wrong("write its six digits, such as 220200", "code %q is none of GB/T 2260", r.Code)
		return
	}
	if r.Name == "" {
		at.wrong("write its full name", "%s has no name", r.Code)
	}
	if r.To != 0 && r.To < r.From {
		at.wrong("swap them", "%s ends in %d before it begins in %d", r.Code, r.To, r.From)
	}
	if want := codeLevel(r.Code); r.Level != want {
		at.wrong("write "+string(want), "%s cannot be of level %q", r.Code, r.Level)
	}
	if above := codeLevel(r.Parent); r.Parent != "" && (above == r.Level || above == "") || r.Parent == "" && r.Level != report.LevelNational {
		at.wrong("name the code of the division above it", "%s cannot be below %q", r.Code, r.Parent)
	}
}

// codeLevel is the level that a code's zeros tell: 130000 is a province, 130600 a
// prefecture, 130608 a county.
func codeLevel(code string) report.Level {
	switch {
	case len(code) != 6:
		return ""
	case code == "000000":
		return report.LevelNational
	case strings.HasSuffix(code, "0000"):
		return report.LevelProvince
	case strings.HasSuffix(code, "00"):
		return report.LevelCity
	default:
		return report.LevelCounty
	}
}

// year reads a year, 0 for an empty cell.
func (r *row) year(column, cell string) int {
	if cell == "" {
		return 0
	}
	year, err := strconv.Atoi(cell)
	if err != nil || len(cell) != 4 {
		r.wrong("write a year such as 2015 or nothing", "%s %q is no year", column, cell)
		return 0
	}
	return year
}
