package service

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"zhibiao"
	"zhibiao/output"
)

// Answer is what a request's documents say, in the fields of the tables.
type Answer struct {
	Documents []Document     `json:"documents"`
	Facts     []zhibiao.Line `json:"facts"`
	Rejects   []Reject       `json:"rejects"`
}

// Document is a row of the table of documents, without its text.
type Document struct {
	DocID       string `json:"doc_id"`
	Source      string `json:"source"`
	Format      string `json:"format,omitempty"`
	Encoding    string `json:"encoding,omitempty"`
	Title       string `json:"title,omitempty"`
	DocType     string `json:"doc_type,omitempty"`
	RegionCode  string `json:"region_code,omitempty"`
	Region      string `json:"region,omitempty"`
	CodeNow     string `json:"region_code_now,omitempty"`
	Prefecture  string `json:"prefecture,omitempty"`
	Province    string `json:"province,omitempty"`
	Level       string `json:"level,omitempty"`
	ReportYear  int32  `json:"report_year,omitempty"`
	ReviewStart int32  `json:"review_start,omitempty"`
	ReviewEnd   int32  `json:"review_end,omitempty"`
	PlanStart   int32  `json:"plan_start,omitempty"`
	PlanEnd     int32  `json:"plan_end,omitempty"`
	Complete    bool   `json:"complete"`
	Chars       int32  `json:"chars"`
	Facts       int32  `json:"facts"`
	SHA256      string `json:"sha256"`
}

// Reject is a row of the table of rejects: a document or a number that failed.
type Reject struct {
	Source string `json:"source"`
	DocID  string `json:"doc_id,omitempty"`
	What   string `json:"what"`
	Start  *int32 `json:"start,omitempty"`
	End    *int32 `json:"end,omitempty"`
	Text   string `json:"text,omitempty"`
	Reason string `json:"reason"`
	Cure   string `json:"cure,omitempty"`
}

// answerOf makes an answer of rows.
func answerOf(rows output.Rows) Answer {
	a := Answer{
		Documents: make([]Document, 0, len(rows.Documents)),
		Facts:     make([]zhibiao.Line, 0, len(rows.Facts)),
		Rejects:   make([]Reject, 0, len(rows.Rejects)),
	}
	for i := range rows.Documents {
		d := &rows.Documents[i]
		a.Documents = append(a.Documents, Document{
			DocID: d.DocID, Source: d.Source, Format: d.Format, Encoding: d.Encoding, Title: d.Title, DocType: d.DocType,
			RegionCode: d.RegionCode, Region: d.Region, CodeNow: d.CodeNow, Prefecture: d.Prefecture, Province: d.Province, Level: d.Level, ReportYear: d.ReportYear,
			ReviewStart: d.ReviewStart, ReviewEnd: d.ReviewEnd, PlanStart: d.PlanStart, PlanEnd: d.PlanEnd,
			Complete: d.Complete, Chars: d.Chars, Facts: d.Facts, SHA256: d.SHA256,
		})
	}
	for i := range rows.Facts {
		a.Facts = append(a.Facts, rows.Facts[i].Line())
	}
	for _, r := range rows.Rejects {
		a.Rejects = append(a.Rejects, Reject(r))
	}
	return a
}

// The media types of an answer.
const (
	mediaJSON   = "application/json"
	mediaNDJSON = "application/x-ndjson"
)

// accepted is the media type of the answer that a request asks for, empty where it is
// none that is served.
func accepted(r *http.Request) string {
	accept := strings.Join(r.Header.Values("Accept"), ",")
	if accept == "" {
		return mediaJSON
	}
	best, most := "", 0.0
	for entry := range strings.SplitSeq(accept, ",") {
		media, params, err := mime.ParseMediaType(entry)
		if err != nil {
			continue
		}
		weight := 1.0
		if q, err := strconv.ParseFloat(params["q"], 64); err == nil {
			weight = q
		}
		switch media {
		case "application/x-ndjson", "application/ndjson", "application/jsonl":
			media = mediaNDJSON
		case "application/json", "application/*", "*/*":
			media = mediaJSON
		default:
			continue
		}
		if weight > most {
			best, most = media, weight
		}
	}
	return best
}

// lineSize is about how many bytes a fact takes: most answers are made in one piece.
const lineSize = 320

// write encodes the answer: one object, or the facts alone, one a line as extract
// --format jsonl prints them, with the number of rejects in a header.
func (a *Answer) write(w http.ResponseWriter, media string) {
	var b bytes.Buffer
	b.Grow(lineSize * (len(a.Facts) + 8))
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if media == mediaNDJSON {
		for i := range a.Facts {
			_ = e.Encode(&a.Facts[i]) // strings and numbers into memory cannot fail
		}
		w.Header().Set("Zhibiao-Rejects", strconv.Itoa(len(a.Rejects)))
	} else {
		_ = e.Encode(a)
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	_, _ = w.Write(b.Bytes()) // the reader has gone
}
