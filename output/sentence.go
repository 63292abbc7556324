package output

// SentenceRow is a sentence, with its words where they were asked for.
type SentenceRow struct {
	SentenceID string     `parquet:"sentence_id,delta"`
	DocID      string     `parquet:"doc_id,dict"`
	ReportYear int32      `parquet:"report_year,optional,dict"`
	SectionID  string     `parquet:"section_id"`
	Start      int32      `parquet:"start,delta"`
	End        int32      `parquet:"end,delta"`
	Text       string     `parquet:"text"`
	Tokens     []TokenRow `parquet:"tokens,list,optional"`
}

// TokenRow is a word of a sentence: 粮食, n, at code point 132 of the document.
type TokenRow struct {
	Word  string `parquet:"word,dict"`
	Pos   string `parquet:"pos,dict"`
	Start int32  `parquet:"start,delta"`
}

func sentenceRows(in places) []SentenceRow {
	rows := make([]SentenceRow, 0, len(in.spans))
	last := 0
	var start, end int32
	for i := range in.doc.Sections {
		id, paragraphs := in.sectionID(i), in.doc.Sections[i].Paragraphs
		for j := range paragraphs {
			for k := range paragraphs[j].Sentences {
				s := &paragraphs[j].Sentences[k]
				if start = end; s.Start != last { // sentences tile the text
					start, _ = in.points(s.Span)
				}
				end, last = int32(in.runes.Of(s.End)), s.End
				rows = append(rows, SentenceRow{
					SentenceID: in.sentenceID(len(rows)), DocID: in.doc.ID,
					ReportYear: int32(in.doc.Meta.ReportYear), SectionID: id,
					Start: start, End: end, Text: in.text(s.Span),
				})
			}
		}
	}
	return rows
}

// Tokenize fills the words of every sentence; words returns those of a text in
// order, their starts counted in code points from the start of that text.
func (r *Rows) Tokenize(words func(text string) []TokenRow) {
	for i := range r.Sentences {
		s := &r.Sentences[i]
		s.Tokens = words(s.Text)
		for j := range s.Tokens {
			s.Tokens[j].Start += s.Start
		}
	}
}
