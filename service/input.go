package service

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhibiao/source"
)

// Request is the body of a request in JSON.
type Request struct {
	ID   string `json:"id,omitempty" about:"name of the document, such as the base name of its file"`
	Text string `json:"text" about:"text of the report"`
}

// mostTrusted is how much memory is taken on a client's word that it will be needed.
const mostTrusted = 1 << 20

// unnamed is the name of a document that is given none.
const unnamed = "report"

// documents are the documents that a request brings.
func (s *Service) documents(w http.ResponseWriter, r *http.Request) (iter.Seq2[source.Input, error], *Problem) {
	if r.ContentLength > s.settings.MaxInput {
		return nil, s.tooLarge()
	}
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil && r.Header.Get("Content-Type") != "" {
		return nil, problem(http.StatusBadRequest, "the content type cannot be read: "+err.Error(), "send Content-Type: text/plain, or none")
	}
	body := &counted{Reader: http.MaxBytesReader(w, r.Body, s.settings.MaxInput)}
	defer func() { s.meters.arrived(body.n) }()
	unpacked, wrong := s.unpacked(body, r.Header.Get("Content-Encoding"))
	if wrong != nil {
		return nil, wrong
	}
	if media == "multipart/form-data" {
		return s.files(unpacked, params["boundary"])
	}
	var all bytes.Buffer
	if r.ContentLength > 0 {
		all.Grow(int(min(r.ContentLength, mostTrusted)) + bytes.MinRead)
	}
	_, err = all.ReadFrom(unpacked)
	data := all.Bytes()
	switch {
	case err != nil:
		return nil, s.unread(err)
	case len(data) == 0:
		return nil, problem(http.StatusBadRequest, "the request has no body", "send the report in it: curl --data-binary @report.txt")
	case media == "application/json":
		return s.object(data, name(r))
	}
	opts := s.inputs
	opts.Charset = params["charset"]
	return source.Expand(source.Bytes(withExtension(name(r), media), data, opts)), nil
}

// unpacked is a body without its content encoding, and no larger for it than a body may
// be.
func (s *Service) unpacked(body io.Reader, encoding string) (io.Reader, *Problem) {
	switch strings.ToLower(encoding) {
	case "", "identity":
		return body, nil
	case "gzip":
		packed, err := gzip.NewReader(body)
		if err != nil {
			return nil, s.unread(err)
		}
		return http.MaxBytesReader(nil, packed, s.settings.MaxInput), nil
	default:
		return nil, problem(http.StatusUnsupportedMediaType, "the body is packed in a way that is not read: "+printable(encoding), "send it as it is, or packed with gzip")
	}
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n int
}

// Read reads and counts.
func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += n
	return n, err
}

// object is the document of a request in JSON.
func (s *Service) object(data []byte, id string) (iter.Seq2[source.Input, error], *Problem) {
	var body Request
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(&body)
	if err == nil && d.More() {
		err = errors.New("more follows after the object")
	}
	if !utf8.Valid(data) {
		err = errors.New("it is not UTF-8")
	}
	if err != nil {
		return nil, problem(http.StatusBadRequest, "the body is not the JSON that is wanted: "+err.Error(), `send one object: {"id": "report.txt", "text": "…"}`)
	}
	if strings.TrimSpace(body.Text) == "" {
		return nil, problem(http.StatusBadRequest, `"text" is empty`, `send the report in it: {"id": "report.txt", "text": "…"}`)
	}
	if body.ID != "" {
		id = base(body.ID)
	}
	in := source.Plain(id, body.Text, s.inputs)
	return func(yield func(source.Input, error) bool) { yield(in, nil) }, nil
}

// files are the documents of a form, as curl -F file=@report.docx sends it.
func (s *Service) files(body io.Reader, boundary string) (iter.Seq2[source.Input, error], *Problem) {
	form := multipart.NewReader(body, boundary)
	var all []source.Input
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, s.unread(err)
		}
		if part.FileName() == "" {
			continue // a field beside the files
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, s.unread(err)
		}
		all = append(all, source.Bytes(base(part.FileName()), data, s.inputs))
	}
	if len(all) == 0 {
		return nil, problem(http.StatusBadRequest, "the form holds no file", "send one: curl -F file=@report.docx")
	}
	return func(yield func(source.Input, error) bool) {
		for _, file := range all {
			for in, err := range source.Expand(file) {
				if !yield(in, err) {
					return
				}
			}
		}
	}, nil
}

// unread is the problem of a body that did not arrive.
func (s *Service) unread(err error) *Problem {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return s.tooLarge()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return problem(http.StatusRequestTimeout, fmt.Sprintf("the body did not arrive within %v", s.settings.Upload), "send it faster, or packed with gzip")
	default:
		return problem(http.StatusBadRequest, "the body did not arrive whole: "+err.Error(), "send it again")
	}
}

func (s *Service) tooLarge() *Problem {
	return problem(http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is larger than %d bytes", s.settings.MaxInput), "split it, or start the service with a greater --max-input")
}

// name is what the request calls its document: ?id=, or the file name that it gives.
func name(r *http.Request) string {
	if id := r.URL.Query().Get("id"); id != "" {
		return base(id)
	}
	_, params, err := mime.ParseMediaType(r.Header.Get("Content-Disposition"))
	if err == nil && params["filename"] != "" {
		return base(params["filename"])
	}
	return unnamed
}

// longestName bounds the name of a document, which stands in each of its facts.
const longestName = 200

// base is a name without folders and without what cannot be printed.
func base(name string) string {
	name = path.Base(strings.ReplaceAll(printable(name), `\`, "/"))
	if name == "." || name == "/" || name == ".." {
		return unnamed
	}
	return name
}

// printable is a text of a stranger's that is safe to repeat.
func printable(text string) string {
	n := 0
	return strings.Map(func(r rune) rune {
		if n++; n > longestName || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text)
}

// withExtension is the name with the extension that a media type asks for, where it has
// none: csv and jsonl are told from text by it. All else is told by its content.
func withExtension(name, media string) string {
	if path.Ext(name) != "" {
		return name
	}
	switch media {
	case "text/html", "application/xhtml+xml":
		return name + ".html"
	case "text/csv":
		return name + ".csv"
	case "text/tab-separated-values":
		return name + ".tsv"
	case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines":
		return name + ".jsonl"
	case "application/x-tar":
		return name + ".tar"
	}
	return name
}
