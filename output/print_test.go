package output

import (
	"bytes"
	"strings"
	"testing"
)

func TestPrintFitsTheTerminal(t *testing.T) {
	rows := goldRows(t)
	for _, width := range []int{60, 80, 120} {
		var b bytes.Buffer
		if err := Print(&b, rows, Style{Width: width, Limit: 30}); err != nil {
			t.Fatal(err)
		}
		if width == 80 {
			t.Logf("\n%s", b.String())
		}
		screen := widths()
		for line := range strings.Lines(b.String()) {
			if n := screen.StringWidth(strings.TrimSuffix(line, "\n")); n > width && strings.Contains(line, "  ") {
				t.Errorf("width %d: %d columns: %s", width, n, line)
			}
		}
	}
}
