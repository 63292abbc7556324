package zhibiao

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"maps"
	"slices"
	"strconv"
)

// RulesHash is a short hash of all rules, macros and lexicons, of the choice of segmenter and of
// tokens, and of a place and a year that are given: what the tables depend on beside the text and
// the program. Tables carry it, so that a later run knows whether they are out of date.
func (p *Program) RulesHash() string {
	h := hasher{Hash: sha256.New()}
	p.hashLexicons(&h)
	h.list("rules", len(p.rules.Rules))
	for _, r := range p.rules.Rules {
		h.add(r.Name, r.Pattern, r.Aspect, r.Direction, r.Action, r.Suffix, r.Confidence)
		h.add(strconv.FormatBool(r.Inner), strconv.FormatBool(r.Elided), strconv.Itoa(r.Priority))
	}
	h.list("macros", len(p.rules.Macros))
	for _, name := range slices.Sorted(maps.Keys(p.rules.Macros)) {
		h.list(name, len(p.rules.Macros[name]))
		h.add(p.rules.Macros[name]...)
	}
	h.add(p.options.Segmenter, strconv.FormatBool(p.options.Tokens))
	if p.options.Region != "" || p.options.ReportYear != 0 { // else as it was
		h.add(p.options.Region, strconv.Itoa(p.options.ReportYear))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// hashLexicons hashes all word lists.
func (p *Program) hashLexicons(h *hasher) {
	l := p.lexicons
	h.list("units", len(l.Units))
	for _, u := range l.Units {
		h.add(u.Name, u.Kind, u.Dimension, u.Canonical, u.Factor, u.Note)
	}
	h.list("classifiers", len(l.Classifiers))
	for _, c := range l.Classifiers {
		h.add(c.Text, c.Note)
	}
	h.list("numerals", len(l.Numerals))
	for _, n := range l.Numerals {
		h.add(n.Text, n.Sort, n.Value, n.Note)
	}
	h.list("bounds", len(l.Bounds))
	for _, b := range l.Bounds {
		h.add(b.Word, b.Side, b.Bound, b.Note)
	}
	h.list("names", len(l.Names))
	for _, n := range l.Names {
		h.add(n.Text, n.Sort, n.Note)
	}
	h.list("idioms", len(l.Idioms))
	for _, i := range l.Idioms {
		h.add(i.Text, i.Note)
	}
	h.list("indicators", len(l.Indicators))
	for _, i := range l.Indicators {
		h.add(i.Name, i.Code, i.Note)
	}
	h.list("series", len(l.Series))
	for _, s := range l.Series {
		h.add(s.Code, s.Measures, s.Classifiers, s.Note)
	}
	h.list("actions", len(l.Actions))
	for _, a := range l.Actions {
		h.add(a.Word, a.Class, a.Direction, a.Note)
	}
	h.list("words", len(l.Words))
	for _, w := range l.Words {
		h.add(w.Text, w.Class, w.Note)
	}
}

// hasher hashes texts field by field. Every run that writes tables does so, and to print
// them with fmt would take milliseconds.
type hasher struct {
	hash.Hash
	room []byte
}

// list opens a list of so many entries.
func (h *hasher) list(name string, entries int) { h.add(name, strconv.Itoa(entries)) }

// add hashes the fields of an entry, each with its length, so that none runs into the next.
func (h *hasher) add(fields ...string) {
	h.room = h.room[:0]
	for _, f := range fields {
		h.room = strconv.AppendInt(h.room, int64(len(f)), 10)
		h.room = append(append(h.room, ' '), f...)
	}
	h.Write(h.room)
}
