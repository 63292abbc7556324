package view

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

// answer serves what is found as JSON, or tells what went wrong.
func answer(find func(*http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		found, err := find(r)
		if err != nil {
			refuse(w, err)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		_ = json.NewEncoder(w).Encode(found) // the reader has gone
	}
}

func refuse(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	var r *refusal
	switch {
	case errors.As(err, &r):
		status = r.status
	case strings.Contains(err.Error(), "no document"):
		status = http.StatusNotFound
	}
	http.Error(w, err.Error(), status)
}
