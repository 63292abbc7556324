// Package view shows reports with their facts: as one page of its own, and served from a
// dataset, where facts can be corrected and kept as gold.
package view

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"sync"
)

//go:generate go run pack.go

// The pages' program and style are built from ../web by Vite (npm run build there) and
// kept here, so that building zhibiao needs no node. The program is packed, which keeps
// 0.2 MB out of the binary.
var (
	//go:embed assets/app.js.gz
	appPacked []byte
	//go:embed assets/app.css
	appCSS string
)

// appJS is the pages' program.
var appJS = sync.OnceValue(func() string {
	unpacked, err := gzip.NewReader(bytes.NewReader(appPacked))
	if err != nil {
		panic(err) // a test has read it
	}
	js, err := io.ReadAll(unpacked)
	if err != nil {
		panic(err)
	}
	return string(js)
})

// pin is how a Content-Security-Policy names an inline script or style.
func pin(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
