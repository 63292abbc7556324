package source

import "embed"

// pdfRoot is the whole file system that PDFium sees. It holds one tiny font in which
// every character is the same box: PDFium leaves out text whose glyphs have no size, so
// that a PDF that names SimSun without carrying it would lose all its Chinese; and with
// this font alone the text does not depend on what a machine has installed. The font
// stands below a root, because PDFium stops at a folder that has no parent.
//
//go:embed pdfroot
var pdfRoot embed.FS
