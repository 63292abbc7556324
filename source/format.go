package source

import (
	"bytes"
	"path"
	"strings"
)

// Format is the kind of file an input is.
type Format string

// The formats that are read.
const (
	FormatText  Format = "txt"
	FormatHTML  Format = "html"
	FormatDOCX  Format = "docx"
	FormatPDF   Format = "pdf"
	FormatXLSX  Format = "xlsx"
	FormatCSV   Format = "csv"
	FormatJSONL Format = "jsonl"
	FormatZip   Format = "zip"
	FormatTar   Format = "tar"
	FormatGzip  Format = "gz"
	FormatZstd  Format = "zst"
	FormatDOC   Format = "doc" // Word and WPS of before 2007
	FormatOther Format = ""
)

// formatOf tells the format by the first bytes, and by the name where text could be
// several things: a page saved as 报告.txt is still HTML, a .csv is CSV only by name.
func formatOf(name string, data []byte) Format {
	if f := formatOfMagic(data); f != FormatOther {
		return f
	}
	switch f := formatOfName(name); f {
	case FormatHTML, FormatCSV, FormatJSONL, FormatTar:
		return f
	}
	if looksHTML(data) {
		return FormatHTML
	}
	return FormatText
}

// formatOfMagic tells the formats that open with a signature.
func formatOfMagic(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return FormatPDF
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return formatOfZip(data)
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return FormatGzip
	case bytes.HasPrefix(data, []byte("\x28\xb5\x2f\xfd")):
		return FormatZstd
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return FormatDOC
	case len(data) > 262 && string(data[257:262]) == "ustar":
		return FormatTar
	}
	return FormatOther
}

// formatOfZip tells Office files from plain archives by the parts they must have.
func formatOfZip(data []byte) Format {
	switch {
	case bytes.Contains(data, []byte("word/document.xml")):
		return FormatDOCX
	case bytes.Contains(data, []byte("xl/workbook.xml")):
		return FormatXLSX
	}
	return FormatZip
}

// formatOfName tells the format by the extension alone, FormatOther if it says nothing.
func formatOfName(name string) Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text", ".md":
		return FormatText
	case ".html", ".htm", ".shtml", ".shtm", ".xhtml", ".jsp", ".jspx", ".asp", ".aspx", ".php", ".jhtml":
		return FormatHTML
	case ".docx", ".docm":
		return FormatDOCX
	case ".pdf":
		return FormatPDF
	case ".xlsx", ".xlsm":
		return FormatXLSX
	case ".csv", ".tsv":
		return FormatCSV
	case ".jsonl", ".ndjson":
		return FormatJSONL
	case ".zip":
		return FormatZip
	case ".tar":
		return FormatTar
	case ".gz", ".tgz":
		return FormatGzip
	case ".zst", ".tzst":
		return FormatZstd
	case ".doc", ".wps", ".xls", ".et":
		return FormatDOC
	}
	return FormatOther
}

// looksHTML reports whether the content opens as a page does.
func looksHTML(data []byte) bool {
	head := bytes.TrimLeft(data[:min(len(data), 1024)], "\xEF\xBB\xBF \t\r\n")
	if !bytes.HasPrefix(head, []byte("<")) {
		return false // as nearly all texts
	}
	head = bytes.ToLower(head)
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return bytes.Contains(head, []byte("<html"))
}

// notText names a kind of file that holds no text to read, by its signature, and the
// cure; empty if data is none of these.
func notText(data []byte) (what, cure string) {
	for _, k := range []struct{ magic, what, cure string }{
		{"\x89PNG", "a PNG image", cureImage},
		{"\xff\xd8\xff", "a JPEG image", cureImage},
		{"GIF8", "a GIF image", cureImage},
		{"II*\x00", "a TIFF image", cureImage},
		{"MM\x00*", "a TIFF image", cureImage},
		{"Rar!", "a RAR archive", cureArchive},
		{"7z\xbc\xaf", "a 7z archive", cureArchive},
		{"BZh", "a bzip2 archive", cureArchive},
		{"\xfd7zXZ", "an xz archive", cureArchive},
		{"{\\rtf", "an RTF document", "save it as .docx or .txt"},
		{"\x7fELF", "a program", ""},
		{"MZ\x90", "a program", ""},
		{"PAR1", "a Parquet table", "give the reports, not the tables made of them"},
		{"SQLite format 3", "a database", "export its reports as .jsonl or .csv"},
	} {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return k.what, k.cure
		}
	}
	return "", ""
}

// cures that several kinds share.
const (
	cureImage   = "run text recognition (OCR) over it and give the text"
	cureArchive = "unpack it, or pack it as .zip"
)
