package normalize

import (
	"slices"
	"strings"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/report"
	"zhibiao/seeds"
)

// Normalizer turns facts as written into values. It is safe for concurrent use.
type Normalizer struct {
	lex *seeds.Lexicons
}

// New prepares a normalizer.
func New(lex *seeds.Lexicons) *Normalizer { return &Normalizer{lex: lex} }

// Facts normalizes the facts of a document, in order. A number that cannot be read
// becomes a Miss; nothing is dropped.
func (n *Normalizer) Facts(doc *report.Document, facts []extract.Fact) ([]Fact, []Miss) {
	return n.Append(make([]Fact, 0, len(facts)), doc, facts)
}

// Append is Facts into a list, which may have been that of another document.
func (n *Normalizer) Append(out []Fact, doc *report.Document, facts []extract.Fact) ([]Fact, []Miss) {
	out = slices.Grow(out, len(facts))
	said := make(aims, len(facts)/8) // about as many as a report states
	var misses []Miss
	for i := range facts {
		f := &out[:len(out)+1][len(out)] // in place: it is too large to be copied for nothing
		if err := n.fact(f, doc, &facts[i]); err != nil {
			misses = append(misses, Miss{
				Span: facts[i].Span, Text: facts[i].Span.In(doc.Text), Reason: err.Error(),
				Cure: "write the number in digits, or report the sentence",
			})
			continue
		}
		said.single(f)
		out = out[:len(out)+1]
	}
	return out, misses
}

// aims are the headline aims of a report that were read so far.
type aims map[aim]bool

type aim struct {
	code, value, low, high string
	aspect                 extract.Aspect
	bound                  mention.Bound
	period                 report.Years
}

// single takes the code off a headline aim that was said before (经济增长预期目标为5%左右
// after 国内生产总值增长5%左右), so that one aim is one cell of a panel.
func (a aims) single(f *Fact) {
	if f.IndicatorCode == "" || f.Status != extract.Target {
		return
	}
	k := aim{f.IndicatorCode, f.Value, f.Low, f.High, f.Aspect, f.Bound, f.Period}
	if a[k] {
		f.IndicatorCode = ""
		f.Steps = append(f.Steps, "aim said before")
	}
	a[k] = true
}

func (n *Normalizer) fact(f *Fact, doc *report.Document, w *extract.Fact) error {
	*f = Fact{
		Span:       w.Span,
		Text:       w.Span.In(doc.Text),
		Indicator:  name(doc, w),
		Parent:     join(doc, w.Parent),
		Action:     join(doc, w.Action),
		Kind:       w.Kind,
		Bound:      w.Bound,
		Aspect:     w.Aspect,
		Direction:  w.Direction,
		Status:     w.Status,
		Period:     w.Period,
		Strength:   w.Strength,
		Reference:  join(doc, w.Reference),
		Scope:      join(doc, w.Scope),
		Rule:       w.Rule,
		Steps:      w.Steps,
		Confidence: string(w.Confidence),
		Section:    w.Section,
		Sentence:   w.Sentence,
	}
	f.IndicatorCode = n.lex.IndicatorCode(ownPlace(doc, f.Indicator))
	if w.Parity {
		f.Kind, f.Bound, f.Aspect = KindParity, "", ""
		return nil
	}
	if err := n.quantity(doc, w, f); err != nil {
		return err
	}
	n.fit(f)
	return nil
}

// fit takes the code off a quantity that its series cannot be a level of: 出口汽车65000辆 is no
// level of exports, 支出占八成 none of expenditure. What tells a move or a place (增速由5%升至6%,
// 提高2个百分点, 前移3位) fits any.
func (n *Normalizer) fit(f *Fact) {
	if f.IndicatorCode == "" || f.Kind == mention.Rank {
		return
	}
	switch f.Aspect {
	case extract.Level:
	case extract.Baseline, extract.ChangeAmount:
		if f.Dimension == "ratio" || f.Unit == "位" || f.Unit == "个位次" || f.Unit == "名次" {
			return
		}
	default:
		return
	}
	if !n.lex.SeriesOf(f.IndicatorCode).Takes(string(f.Kind), f.Dimension, f.Unit) {
		f.Steps = append(slices.Clone(f.Steps), "no level of "+f.IndicatorCode)
		f.IndicatorCode = ""
	}
}

// ownPlace takes 县域 off a name in a county's own report, where it is the whole; in a
// city's it is a part.
func ownPlace(doc *report.Document, name string) string {
	if doc.Meta.Level == report.LevelCounty {
		return strings.TrimPrefix(name, "县域")
	}
	return name
}

// name is the indicator's name written out: spans joined, collective words told apart, and the
// suffix that the text leaves out.
func name(doc *report.Document, w *extract.Fact) string {
	s := join(doc, w.Indicator)
	if w.Variant.Word != "" {
		s = strings.Replace(s, w.Variant.Word, w.Variant.Part, 1)
	}
	return s + w.Suffix
}

// join is the text of some spans without quotation marks at its ends.
func join(doc *report.Document, spans []report.Span) string {
	switch len(spans) {
	case 0:
		return ""
	case 1:
		return bare(spans[0].In(doc.Text))
	}
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.In(doc.Text))
	}
	return bare(b.String())
}

// bare drops a pair of quotation marks around all of a name, and blanks at its ends.
func bare(s string) string {
	if beginsHan(s) && beginsHan(s[len(s)-len("的"):]) {
		return s
	}
	s = strings.TrimSpace(s)
	inner, ok := strings.CutPrefix(s, "“")
	if ok && strings.HasSuffix(inner, "”") && strings.Count(s, "“") == 1 {
		return strings.TrimSuffix(inner, "”")
	}
	return s
}

// beginsHan reports whether s begins with a Han character.
func beginsHan(s string) bool {
	return len(s) >= len("的") && s[0] >= 0xE4 && s[0] <= 0xE9 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80
}

// quantity fills in value, unit and canonical value.
func (n *Normalizer) quantity(doc *report.Document, w *extract.Fact, f *Fact) error {
	text, m := doc.Text, &w.Mention
	if w.Reading.Text != "" {
		text, m = w.Reading.Text, &w.Reading.Mention
	}
	a, err := ReadAmount(text, m)
	if err != nil {
		return err
	}
	u := UnitOf(n.lex, a.Unit, w.Kind)
	f.Unit, f.UnitCode, f.Dimension = a.Unit, u.Canonical, u.Dimension
	if !a.IsRange {
		f.Value = a.Value.String()
		f.Canonical, err = n.canonical(a.Value, f.Value, &u, f)
		return err
	}
	f.Low, f.High, f.Bound = a.Low.String(), a.High.String(), mention.Range
	if f.CanonicalLow, err = n.canonical(a.Low, f.Low, &u, f); err == nil {
		f.CanonicalHigh, err = n.canonical(a.High, f.High, &u, f)
	}
	return err
}

// canonical is a number, written out already, in the canonical unit: of a multiple the
// factor that the indicator grew by (翻一番 2, 增长2.5倍 3.5, 是2011年的1.8倍 1.8).
func (n *Normalizer) canonical(v Number, written string, u *seeds.Unit, f *Fact) (string, error) {
	if f.Kind == mention.Multiple && f.Aspect == extract.ChangeRate {
		if g := Growth(v, u, f.Rule == "times-of-year" || f.Rule == "times-of-year-elided"); g != "" {
			return g, nil
		}
	}
	if u.Canonical != "" && u.Factor == "1" && v.isWhole() {
		return written, nil
	}
	return Canonical(v, u)
}
