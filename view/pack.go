//go:build ignore

// This program packs assets/app.js as assets/app.js.gz, which is what the binary holds.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"log"
	"os"
)

func main() {
	js, err := os.ReadFile("assets/app.js")
	if err != nil {
		log.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression) // the level is a valid one
	_, err = w.Write(js)
	if err := errors.Join(err, w.Close(), os.WriteFile("assets/app.js.gz", packed.Bytes(), 0o644)); err != nil {
		log.Fatal(err)
	}
}
