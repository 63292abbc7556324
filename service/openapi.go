package service

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

// object is a JSON object; Go writes its keys in order, so that the document is the same
// each time.
type object = map[string]any

// openapi describes the service in OpenAPI 3.1.
func openapi(s Settings) ([]byte, error) {
	refusals := object{}
	for status, why := range map[int]string{
		http.StatusBadRequest:            "The request is malformed, or has no body.",
		http.StatusForbidden:             "The request comes from a page of another site.",
		http.StatusNotAcceptable:         "No answer is made in the media types asked for.",
		http.StatusRequestTimeout:        fmt.Sprintf("The body did not arrive within %v.", s.Upload),
		http.StatusRequestEntityTooLarge: fmt.Sprintf("The body is larger than %d bytes.", s.MaxInput),
		http.StatusUnsupportedMediaType:  "The body is packed in a way that is not read.",
		http.StatusUnprocessableEntity:   "No report could be read from the body.",
		http.StatusInternalServerError:   "A fault of the program.",
		http.StatusServiceUnavailable:    "Too many requests; Retry-After says when to try again.",
		http.StatusGatewayTimeout:        fmt.Sprintf("The report takes more than %v to read.", s.Timeout),
	} {
		refusals[strconv.Itoa(status)] = refusal(why)
	}
	refusals["200"] = object{
		"description": "The facts in the order of the text. Documents and numbers that could not be read are among the rejects.",
		"headers":     object{"X-Request-Id": header("id of the request"), "Zhibiao-Rejects": header("with " + mediaNDJSON + ": number of rejects")},
		"content": object{
			mediaJSON:   object{"schema": ref("Answer")},
			mediaNDJSON: object{"schema": object{"type": "string", "description": "a Fact a line, as zhibiao extract --format jsonl prints it"}},
		},
	}
	document := object{
		"openapi": "3.1.0",
		"info": object{
			"title": "zhibiao 指标", "version": s.Version,
			"description": "Reads Chinese government work reports (政府工作报告) and answers with every quantity and its indicator.",
			"license":     object{"name": "Apache-2.0", "identifier": "Apache-2.0"},
		},
		"servers": []object{{"url": "/"}},
		"paths": object{
			pathFacts:   object{"post": facts(refusals)},
			pathAPI:     get("api", "this description", mediaJSON, object{"type": "object"}),
			pathHealth:  get("health", "whether the process lives", "text/plain", object{"type": "string"}),
			pathReady:   get("ready", "whether requests are taken; 503 once the service is being stopped", "text/plain", object{"type": "string"}),
			pathMetrics: get("metrics", "metrics for Prometheus", "text/plain", object{"type": "string"}),
		},
		"components": object{"schemas": schemas()},
	}
	b, err := json.MarshalIndent(document, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("describe the service: %w", err)
	}
	return append(b, '\n'), nil
}

// facts is the operation that the service is for.
func facts(responses object) object {
	binary := object{}
	return object{
		"operationId": "facts",
		"summary":     "Find the facts of a report",
		"description": "The body is the report in any format and encoding that zhibiao extract reads (text, HTML, DOCX, PDF, XLSX, CSV, JSON lines, archives), told by its content, the content type and the name.",
		"parameters": []object{
			{"name": "id", "in": "query", "description": "name of the document, such as the base name of its file", "schema": object{"type": "string"}},
			{"name": "region", "in": "query", "description": "place of the reports, where it is known: name or code of GB/T 2260, such as 吉林市 or 220200", "schema": object{"type": "string"}},
			{"name": "report_year", "in": "query", "description": "year in which the reports were delivered, where it is known", "schema": object{"type": "integer"}},
			{"name": "X-Request-Id", "in": "header", "description": "id of the request, for the log; letters, digits, . _ -", "schema": object{"type": "string"}},
		},
		"requestBody": object{"required": true, "content": object{
			"text/plain":               object{"schema": object{"type": "string"}},
			mediaJSON:                  object{"schema": ref("Request")},
			"multipart/form-data":      object{"schema": object{"type": "object", "properties": object{"file": binary}}},
			"application/octet-stream": object{"schema": binary},
			"*/*":                      object{"schema": binary},
		}},
		"responses": responses,
	}
}

func get(id, about, media string, schema object) object {
	responses := object{"200": object{"description": about, "content": object{media: object{"schema": schema}}}}
	if id == "ready" {
		responses["503"] = object{"description": "the service is being stopped", "content": object{media: object{"schema": schema}}}
	}
	return object{"get": object{"operationId": id, "summary": about, "responses": responses}}
}

func refusal(why string) object {
	return object{"description": why, "content": object{mediaProblem: object{"schema": ref("Problem")}}}
}

func header(about string) object {
	return object{"description": about, "schema": object{"type": "string"}}
}

func ref(name string) object { return object{"$ref": "#/components/schemas/" + name} }

// describe serves the description.
func (s *Service) describe(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", mediaJSON)
	_, _ = w.Write(s.document) // the reader has gone
}
