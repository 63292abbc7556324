package source

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
)

// pdf reads the text layer of a PDF, its lines joined into paragraphs again, without
// page numbers and running heads.
func (in Input) pdf(data []byte) (Text, error) {
	reader := in.opts.PDF
	if reader == nil {
		reader = NewPDFReader("")
		defer reader.Close()
	}
	p, err := reader.instance()
	if err != nil {
		return Text{}, &Reject{Path: in.Path, What: "the PDF reader does not start", Cure: "convert the file with pdftotext and give the .txt", Err: err}
	}
	type result struct {
		pages [][]pdfLine
		err   error
	}
	done := make(chan result, 1)
	go func() {
		pages, err := readPDF(p, data, time.Now().Add(reader.limit))
		done <- result{pages, err}
	}()
	// the reading stops itself between two lines; if PDFium does not come back at all,
	// it is stopped from outside
	limit := time.NewTimer(reader.limit + pdfGrace)
	defer limit.Stop()
	select {
	case r := <-done:
		p.Close()
		if r.err != nil {
			return Text{}, in.brokenPDF(r.err)
		}
		return in.pdfText(r.pages)
	case <-limit.C:
		_ = p.Kill() // the reader is given up whatever it says
		return Text{}, in.brokenPDF(errSlow)
	}
}

// pdfText makes the text of the lines of all pages.
func (in Input) pdfText(pages [][]pdfLine) (Text, error) {
	text := joinPages(withoutFurniture(pages))
	han, common := 0, 0
	known := newCommons()
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			han++
			if known.has(r) {
				common++
			}
		}
	}
	// a page of a report holds 500 characters and more; a scan at most a stamp's
	if len([]rune(text)) < 20*len(pages) {
		return Text{}, in.reject("", "the PDF holds pictures of pages, not text", cureImage)
	}
	if han > 200 && common*4 < han {
		return Text{}, in.reject("", "the PDF's text layer is garbled: its fonts do not say which characters they draw", cureImage)
	}
	return Text{Text: text, Format: FormatPDF, Repairs: strings.Count(text, "\uFFFD")}, nil
}

// brokenPDF is the Reject of a PDF that PDFium does not read.
func (in Input) brokenPDF(err error) *Reject {
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return &Reject{Path: in.Path, What: "the PDF is encrypted", Cure: "open it with its password and print it to a new PDF", Err: err}
	case errors.Is(err, errSlow):
		return &Reject{Path: in.Path, What: "the PDF takes too long to read", Cure: "convert it with pdftotext and give the .txt", Err: err}
	case errors.Is(err, errPages):
		return &Reject{Path: in.Path, What: "the PDF is too long", Cure: "split it", Err: err}
	}
	return &Reject{Path: in.Path, What: "the PDF is damaged", Cure: "fetch it again, or print it to a new PDF", Err: err}
}

// Errors of PDF files that are not read to their end.
var (
	errPages = fmt.Errorf("it has more than %d pages", pdfPages)
	errSlow  = fmt.Errorf("it takes more than %s", pdfTime)
)

// readPDF reads the lines of each page. A panic in the reader is the document's fault.
func readPDF(p pdfium.Pdfium, data []byte, deadline time.Time) (pages [][]pdfLine, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the reader gave up: %v", r)
		}
	}()
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, err
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, err
	}
	if count.PageCount > pdfPages {
		return nil, errPages
	}
	for i := range count.PageCount {
		lines, err := readPDFPage(p, doc.Document, i, deadline)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		pages = append(pages, lines)
	}
	return pages, nil
}
