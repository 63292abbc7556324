package source

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
	"unicode/utf16"
)

// TestBoxFont checks that box.ttf is what boxFont makes; RECORD=true writes it anew.
func TestBoxFont(t *testing.T) {
	want := boxFont()
	if os.Getenv("RECORD") == "true" {
		if err := os.WriteFile("pdfroot/usr/share/fonts/box.ttf", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := pdfRoot.ReadFile("pdfroot/usr/share/fonts/box.ttf")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("box.ttf differs from what this test makes (%v); run RECORD=true go test ./source -run BoxFont", err)
	}
}

// boxFont makes a TrueType font in which every character is one box, and which claims
// to serve all Chinese, Japanese and Korean code pages.
func boxFont() []byte {
	tables := []struct {
		tag  string
		data []byte
	}{
		{"OS/2", boxOS2()},
		{"cmap", boxCmap()},
		{"glyf", boxGlyphs()},
		{"head", boxHead()},
		{"hhea", words(1, 0, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 2)},
		{"hmtx", words(1000, 0, 1000, 0)},
		{"loca", words(0, 17, 34)},
		{"maxp", words(1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", boxNames()},
		{"post", words(3, 0, 0, 0, -100, 50, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	head := words(1, 0, len(tables), 128, 3, 32)
	offset := len(head) + 16*len(tables)
	var body []byte
	for _, tb := range tables {
		for len(tb.data)%4 != 0 {
			tb.data = append(tb.data, 0)
		}
		head = append(head, tb.tag...)
		head = binary.BigEndian.AppendUint32(head, checksum(tb.data))
		head = binary.BigEndian.AppendUint32(head, uint32(offset+len(body)))
		head = binary.BigEndian.AppendUint32(head, uint32(len(tb.data)))
		body = append(body, tb.data...)
	}
	return append(head, body...)
}

// words writes numbers as 16 bits each.
func words(ns ...int) []byte {
	var b []byte
	for _, n := range ns {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	return b
}

// checksum is the sum of 32-bit words.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}

// boxGlyphs are .notdef and the box, the same square of an em.
func boxGlyphs() []byte {
	g := words(1, 0, -120, 1000, 880, 3, 0)           // contours, bounds, last point, instructions
	g = append(g, 1, 1, 1, 1)                         // four points on the curve, long deltas
	g = append(g, words(0, 1000, 0, -1000)...)        // x
	g = append(g, words(-120, 0, 1000, 0)...)         // y
	return append(append(g[:34:34], g[:34]...), 0, 0) // 34 bytes each
}

// boxCmap maps every code point to the box (format 13).
func boxCmap() []byte {
	b := words(0, 1, 3, 10, 0, 12)
	b = append(b, words(13, 0, 0, 28, 0, 0, 0, 1)...)
	return append(b, words(0, 0x20, 0x10, 0xFFFF, 0, 1)...)
}

// boxHead is the head table; offsets in loca are halved.
func boxHead() []byte {
	b := words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0)
	return append(b, words(0, -120, 1000, 880, 0, 8, 2, 0, 0)...)
}

// boxOS2 claims the code pages 1252, 932, 936, 949 and 950.
func boxOS2() []byte {
	b := words(1, 1000, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0)
	b = append(b, make([]byte, 10)...)                                                      // panose
	b = append(b, words(0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF)...) // scripts
	b = append(b, "ZBIO"...)
	b = append(b, words(0x40, 0x20, 0xFFFF, 880, -120, 0, 880, 120)...)
	return append(b, words(0x001E, 0x0001, 0, 0)...)
}

// boxNames names the font Box Regular.
func boxNames() []byte {
	names := []string{"Box", "Regular"}
	var text []byte
	b := words(0, len(names), 6+12*len(names))
	for i, n := range names {
		u := utf16.Encode([]rune(n))
		b = append(b, words(3, 1, 0x409, i+1, 2*len(u), len(text))...)
		for _, c := range u {
			text = binary.BigEndian.AppendUint16(text, c)
		}
	}
	return append(b, text...)
}
