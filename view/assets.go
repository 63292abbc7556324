// Package view shows reports with their facts: as one page of its own, and served from a
// dataset, where facts can be corrected and kept as gold.
package view

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
)

// The pages' program and style are built from ../web by Vite (npm run build there) and
// kept here, so that building zhibiao needs no node.
var (
	//go:embed assets/app.js
	appJS string
	//go:embed assets/app.css
	appCSS string
)

// pin is how a Content-Security-Policy names an inline script or style.
func pin(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
