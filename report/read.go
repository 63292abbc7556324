package report

// Read reads the report in text, known by id, the base name of its file. With places it
// finds the region that reports; they may be nil.
func Read(id, text string, places Gazetteer) Document {
	return Reader{Places: places}.Read(id, text)
}

// A Reader reads reports. What the user knows of them overrides what the text says.
type Reader struct {
	Places     Gazetteer
	Region     []Place // the place, by span of years where its name changed; empty to find it in the text
	ReportYear int     // 0 to find it in the text
}

// Read reads the report in text, known by id.
func (r Reader) Read(id, text string) Document {
	doc := Document{ID: id, Text: text}
	if text == "" {
		return doc
	}
	doc.Sections, doc.Noise = split(text)
	titles := titleParts(&doc)
	var c clock
	doc.Meta, c = r.meta(&doc, titles)
	assignParts(&doc, c, titles)
	followMarks(&doc)
	return doc
}

// split cuts text into sections; noise is what to read over.
func split(text string) (sections []Section, noise []Span) {
	lines := readLines(text)
	lay := readLayout(text, lines)
	lines, noise = splitNoise(text, lines, &lay)
	blocks := readBlocks(text, lines, lay)
	if len(blocks) == 0 {
		blocks = []block{{Span: Span{0, len(text)}}}
	}
	p := newSplitter(text, noise, len(blocks))
	front, notes := frontEnd(text, blocks), notesStart(text, blocks)
	for i, b := range blocks {
		start, end := b.Start, len(text)
		if i == 0 {
			start = 0
		}
		if i+1 < len(blocks) {
			end = blocks[i+1].Start
		}
		h := headingOf(text, blocks, i, front)
		if p.glossary && (h == nil || h.number.form != byMainTitle) {
			h = nil
		}
		if i == notes && !p.glossary {
			h = notesHeading(b)
		}
		p.block(b.Span, start, end, h)
	}
	return readSections(p.paragraphs, p.heads), noise
}
