package source

import (
	"fmt"
	"strconv"
)

// The parts of numbering.xml and styles.xml that number paragraphs.
type (
	xmlValue struct {
		Val string `xml:"val,attr"`
	}
	xmlLevel struct {
		Level  string    `xml:"ilvl,attr"`
		Start  *xmlValue `xml:"start"`
		Format *xmlValue `xml:"numFmt"`
		Text   *xmlValue `xml:"lvlText"`
		Suff   *xmlValue `xml:"suff"`
		Legal  *xmlValue `xml:"isLgl"`
	}
	xmlNumbering struct {
		Abstract []struct {
			ID     string     `xml:"abstractNumId,attr"`
			Levels []xmlLevel `xml:"lvl"`
		} `xml:"abstractNum"`
		Nums []struct {
			ID       string   `xml:"numId,attr"`
			Abstract xmlValue `xml:"abstractNumId"`
			Override []struct {
				Level string    `xml:"ilvl,attr"`
				Start *xmlValue `xml:"startOverride"`
				As    *xmlLevel `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	xmlStyles struct {
		Styles []struct {
			ID    string   `xml:"styleId,attr"`
			Based xmlValue `xml:"basedOn"`
			Num   struct {
				ID    *xmlValue `xml:"numId"`
				Level *xmlValue `xml:"ilvl"`
			} `xml:"pPr>numPr"`
		} `xml:"style"`
	}
)

// readNumbering reads the lists and the styles that use them; a document without any
// has an empty numbering.
func readNumbering(p parts) (*numbering, error) {
	var x xmlNumbering
	if err := p.decode("word/numbering.xml", &x); err != nil {
		return nil, fmt.Errorf("read word/numbering.xml: %w", err)
	}
	var s xmlStyles
	if err := p.decode("word/styles.xml", &s); err != nil {
		return nil, fmt.Errorf("read word/styles.xml: %w", err)
	}
	return &numbering{styles: s.numbers(), lists: x.lists()}, nil
}

// lists are the document's lists by numId.
func (x xmlNumbering) lists() map[string]*list {
	abstract := map[string]*list{}
	for _, a := range x.Abstract {
		l := &list{counts: new([9]int)}
		for _, lv := range a.Levels {
			l.levels[min(max(small(lv.Level), 0), 8)] = lv.level()
		}
		abstract[a.ID] = l
	}
	lists := map[string]*list{}
	for _, n := range x.Nums {
		a := abstract[n.Abstract.Val]
		if a == nil || n.ID == "0" {
			continue
		}
		l := *a
		for _, o := range n.Override {
			at := min(max(small(o.Level), 0), 8)
			if o.As != nil {
				l.levels[at] = o.As.level()
			}
			if o.Start != nil {
				l.levels[at].start = small(o.Start.Val)
				l.fresh[at] = true
			}
		}
		lists[n.ID] = &l
	}
	return lists
}

// level is the level as the program counts it.
func (x xmlLevel) level() level {
	lv := level{start: 1, format: "decimal"}
	if x.Start != nil {
		lv.start = small(x.Start.Val)
	}
	if x.Format != nil {
		lv.format = x.Format.Val
	}
	if x.Text != nil {
		lv.text = x.Text.Val
	}
	if x.Suff != nil {
		lv.suff = x.Suff.Val
	}
	lv.legal = x.Legal != nil && x.Legal.Val != "0" && x.Legal.Val != "false"
	return lv
}

// numbers are the lists that styles number by, their own or those of the style they
// are based on.
func (x xmlStyles) numbers() map[string]numRef {
	own, based := map[string]numRef{}, map[string]string{}
	for _, s := range x.Styles {
		based[s.ID] = s.Based.Val
		if s.Num.ID == nil && s.Num.Level == nil {
			continue
		}
		ref := numRef{}
		if s.Num.ID != nil {
			ref.id = s.Num.ID.Val
		}
		if s.Num.Level != nil {
			ref.level = small(s.Num.Level.Val)
		}
		own[s.ID] = ref
	}
	all := map[string]numRef{}
	for _, s := range x.Styles {
		ref, ok := own[s.ID]
		// a chain of ten is longer than Word's own and cannot loop
		for at, i := based[s.ID], 0; (!ok || ref.id == "") && at != "" && i < 10; at, i = based[at], i+1 {
			if up, found := own[at]; found {
				if !ok {
					ref = up
				}
				ref.id, ok = up.id, true
			}
		}
		if ok {
			all[s.ID] = ref
		}
	}
	return all
}

// small is a number of an attribute, 0 if it is none; lists count no further than
// their documents are long.
func small(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < -1 || n > 1_000_000 {
		return 0
	}
	return n
}
