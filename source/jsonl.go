package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// jsonl yields the report in each line of a file of JSON objects.
func (w *walker) jsonl(in Input, c content) bool {
	text, err := in.decodeStream(c.reader())
	if err != nil {
		return w.yield(Input{}, err)
	}
	b := bufio.NewReaderSize(text, 64<<10)
	found := false
	for n := 1; ; n++ {
		line, long, err := readLine(b, in.opts.max())
		if err != nil && !errors.Is(err, io.EOF) {
			return w.yield(Input{}, in.unreadable(err))
		}
		where := "line " + strconv.Itoa(n)
		switch {
		case long:
			found = true
			if !w.yield(Input{}, in.reject(where, fmt.Sprintf("the line is larger than %d bytes", in.opts.max()), "raise --max-input")) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			found = true
			if !w.object(in, n, line) {
				return false
			}
		}
		if err != nil {
			return found || w.yield(Input{}, in.reject("", "the file holds no line", "fetch it again"))
		}
	}
}

// object yields the report in one JSON object.
func (w *walker) object(in Input, n int, line []byte) bool {
	where := "line " + strconv.Itoa(n)
	text, err := textField(line, in.opts.TextField)
	var bad *json.SyntaxError
	switch {
	case errors.As(err, &bad):
		return w.yield(Input{}, &Reject{Path: in.Path, Where: where, What: "the line is no JSON object", Cure: "write one object a line", Err: err})
	case err != nil:
		return w.yield(Input{}, in.reject(where, err.Error(), "name the field with --text-field"))
	}
	return w.yield(in.cell(FormatJSONL, strconv.Itoa(n), text), nil)
}

// textField is the report in a JSON object: the field at a path such as data.text, or
// one of textNames.
func textField(line []byte, want string) (string, error) {
	var obj map[string]json.RawMessage
	if err := json.Unmarshal(line, &obj); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return "", &json.SyntaxError{Offset: kind.Offset}
		}
		return "", err
	}
	names := textNames()
	if want != "" {
		names = []string{want}
	}
	for _, name := range names {
		if raw, ok := lookUp(obj, name); ok {
			var s string
			if err := json.Unmarshal(raw, &s); err != nil {
				return "", fmt.Errorf("field %q is no string", name)
			}
			return s, nil
		}
	}
	keys := make([]string, 0, len(obj))
	for k := range obj {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	if want != "" {
		return "", fmt.Errorf("there is no field %q, only %s", want, listed(keys))
	}
	return "", fmt.Errorf("no field is known to hold the report, of %s", listed(keys))
}

// lookUp follows a path of fields from obj; a field whose own name has dots comes first.
func lookUp(obj map[string]json.RawMessage, path string) (json.RawMessage, bool) {
	for {
		if raw, ok := obj[path]; ok {
			return raw, true
		}
		first, rest, ok := strings.Cut(path, ".")
		if !ok {
			return nil, false
		}
		var inner map[string]json.RawMessage
		if json.Unmarshal(obj[first], &inner) != nil {
			return nil, false
		}
		obj, path = inner, rest
	}
}

// readLine reads a line up to limit; of a longer one it keeps nothing and reads on to
// its end.
func readLine(b *bufio.Reader, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := b.ReadSlice('\n')
		if long = long || int64(len(line)+len(part)) > limit; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}
