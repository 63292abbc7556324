package output

import "encoding/binary"

// account is what a document tells others: of which place and year it speaks, and the facts
// that matter. It waits in a sorter by its place, and its facts are sorted only among those of
// the place: all at once would take several times as long.
type account struct {
	doc, regionCode, region, province, level string
	codeNow, prefecture                      string
	year, plan                               int32
}

func accountOf(d *DocumentRow) account {
	return account{
		d.DocID, d.RegionCode, d.Region, d.Province, d.Level,
		d.CodeNow, d.Prefecture, d.ReportYear, planned(d.Complete, d.PlanStart, d.ReportYear),
	}
}

// fact is a fact of the document of which nothing more is known.
func (a *account) fact() FactRow {
	return FactRow{
		DocID: a.doc, RegionCode: a.regionCode, Region: a.region, Province: a.province, Level: a.level, ReportYear: a.year,
	}
}

// appendKey appends what accounts are sorted by: place, document. Each part of the place ends
// with a zero, which is less than what goes on.
func (a *account) appendKey(b []byte) []byte {
	b = append(append(b, a.regionCode...), 0)
	if a.regionCode == "" {
		b = append(b, a.region...)
	}
	b = append(b, 0)
	if a.regionCode == "" && a.region == "" {
		b = append(b, a.doc...)
	}
	return append(append(b, 0), a.doc...)
}

// placeOf is the beginning of a key that accounts of one place share.
func placeOf(key []byte) []byte {
	zeros := 0
	for i, b := range key {
		if b == 0 {
			if zeros++; zeros == 3 {
				return key[:i+1]
			}
		}
	}
	return key
}

func (a *account) texts() [7]*string {
	return [...]*string{&a.doc, &a.regionCode, &a.region, &a.province, &a.level, &a.codeNow, &a.prefecture}
}

// read reads the account and leaves its facts.
func (a *account) read(u *unpacker[[]byte]) {
	a.year, a.plan = u.number(), u.number()
	for _, text := range a.texts() {
		*text = string(u.text())
	}
}

// packer packs accounts with their facts, in memory that it uses again.
type packer struct{ key, packed []byte }

// tell puts an account into a sorter with those of the facts that matter, and with a mark
// that the report is there, whatever it tells.
func (p *packer) tell(to *sorter, a *account, mark bool, facts []FactRow) error {
	return to.add(a.appendKey, func(b []byte) []byte {
		b = p.head(b, a)
		if mark {
			b = p.fact(b, &FactRow{IndicatorCode: always})
		}
		for i := range facts {
			if matters(&facts[i]) {
				b = p.fact(b, &facts[i])
			}
		}
		return b
	})
}

// head appends an account without facts.
func (p *packer) head(b []byte, a *account) []byte {
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(a.year)), uint64(a.plan))
	for _, text := range a.texts() {
		b = appendText(b, *text)
	}
	return b
}

// fact appends a fact behind its key.
func (p *packer) fact(b []byte, f *FactRow) []byte {
	p.key, p.packed = appendIndicator(p.key[:0], f), appendTold(p.packed[:0], f)
	return appendText(appendText(b, p.key), p.packed)
}
