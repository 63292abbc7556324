package output

import (
	"slices"
	"strconv"
	"strings"
)

// holdings are what a dataset holds, by source: what stands on disk and what waits to.
type holdings struct {
	documents map[string][]*entry          // by source; an archive may hold two members of one name
	names     map[string]string            // of documents → source
	rejected  map[string]map[string]*entry // source → reason → input
}

// heldDocument is what is read of a document to know it again.
type heldDocument struct {
	DocID      string `parquet:"doc_id"`
	Source     string `parquet:"source"`
	ReportYear int32  `parquet:"report_year,optional"`
	Chars      int32  `parquet:"chars"`
	SHA256     string `parquet:"sha256,optional"`
	RulesHash  string `parquet:"rules_hash,optional,dict"`
}

func newHoldings() *holdings {
	return &holdings{documents: map[string][]*entry{}, names: map[string]string{}, rejected: map[string]map[string]*entry{}}
}

// loadHoldings reads what a dataset holds.
func loadHoldings(s *store) (*holdings, error) {
	h := newHoldings()
	d := s.dataset()
	part := func(path string) int {
		n, _ := partNumber(relative(s.dir, path))
		return n
	}
	byName := map[string]*entry{}
	err := scan(d, "documents", func(path string, _ int64, rows []heldDocument) {
		for _, r := range rows {
			e := &entry{doc: r.DocID, source: r.Source, sha256: r.SHA256, rules: r.RulesHash, year: r.ReportYear, chars: r.Chars, part: part(path)}
			h.keep(e)
			byName[e.doc] = e
		}
	})
	if err != nil {
		return nil, err
	}
	return h, scan(d, "rejects", func(path string, _ int64, rows []RejectRow) {
		for _, r := range rows {
			if e := byName[r.DocID]; e != nil && r.What != rejectInput {
				e.rejects = append(e.rejects, r)
				continue
			}
			h.keep(&entry{source: r.Source, rejects: []RejectRow{r}, part: part(path)})
		}
	})
}

// keep files an entry.
func (h *holdings) keep(e *entry) {
	source := cleanSource(e.source)
	if e.doc != "" {
		h.documents[source] = append(h.documents[source], e)
		h.names[e.doc] = source
		return
	}
	if h.rejected[source] == nil {
		h.rejected[source] = map[string]*entry{}
	}
	h.rejected[source][reasonOf(e)] = e
}

// admit takes an entry up, and returns it with those on disk that it replaces. It
// returns nil for a reject that is known already.
func (h *holdings) admit(e *entry) (*entry, []*entry) {
	source := cleanSource(e.source)
	if e.doc == "" {
		known := h.rejected[source][reasonOf(e)]
		if known != nil {
			known.again = true
			return nil, nil
		}
		e.again = true
		replaced := h.forgive(source)
		h.keep(e)
		return e, replaced
	}
	replaced := h.forgive(source)
	for _, parent := range parents(source) {
		replaced = append(replaced, h.forgive(parent)...)
	}
	e.again = true
	if was := h.earlier(source, e.sha256); was != nil {
		e.rename(was.doc)
		h.documents[source] = slices.DeleteFunc(h.documents[source], func(o *entry) bool { return o == was })
		replaced = append(replaced, was)
	} else {
		e.rename(h.free(e.doc))
	}
	h.keep(e)
	return e, replaced
}

// earlier is the document of an earlier run whose place a document of the source takes:
// the one with the same bytes, or else the only one. What is piped in never takes the place
// of other bytes.
func (h *holdings) earlier(source, sha256 string) *entry {
	of := h.documents[source]
	for _, e := range of {
		if !e.again && e.sha256 == sha256 {
			return e
		}
	}
	if len(of) == 1 && !of[0].again && source != stdin {
		return of[0]
	}
	return nil
}

// stdin is the source of what is piped in.
const stdin = "-"

// forgive drops the rejects of a source that an earlier run told: the file has been
// fetched again.
func (h *holdings) forgive(source string) []*entry {
	var dropped []*entry
	for reason, e := range h.rejected[source] {
		if !e.again {
			dropped = append(dropped, e)
			delete(h.rejected[source], reason)
		}
	}
	return dropped
}

// free is a name that no document bears: report.txt, or report.txt~2.
func (h *holdings) free(name string) string {
	candidate := name
	for n := 2; h.names[candidate] != ""; n++ {
		candidate = numbered(name, n)
	}
	return candidate
}

// entries lists all that is held.
func (h *holdings) entries() []*entry {
	var list []*entry
	for _, of := range h.documents {
		list = append(list, of...)
	}
	for _, of := range h.rejected {
		for _, e := range of {
			list = append(list, e)
		}
	}
	sortEntries(list)
	return list
}

// of lists what a part holds and has not been replaced.
func (h *holdings) of(part int) []*entry {
	return slices.DeleteFunc(h.entries(), func(e *entry) bool { return e.part != part })
}

// fingerprints are those of the documents held, by source.
func (h *holdings) fingerprints() map[string][]fingerprint {
	prints := make(map[string][]fingerprint, len(h.documents))
	for source, of := range h.documents {
		for _, e := range of {
			prints[source] = append(prints[source], fingerprint{e.sha256, e.rules})
		}
	}
	return prints
}

// parents are the archives and tables that a source was found in: of a.zip!b.xlsx#3
// they are a.zip!b.xlsx and a.zip.
func parents(source string) []string {
	var list []string
	for {
		i := strings.LastIndexAny(source, "!#")
		if i <= 0 {
			return list
		}
		source = source[:i]
		list = append(list, source)
	}
}

// numbered is a name for the nth document of one name: report.txt~2.
func numbered(name string, n int) string { return name + "~" + strconv.Itoa(n) }
