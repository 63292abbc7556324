package segment

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestCompactHoldsArray: nothing is lost on the way from the builder to words.bin.
func TestCompactHoldsArray(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		codes := rapid.StringOfN(rapid.RuneFrom([]rune("\x00\x01\x07\x7f")), 1, 6, -1)
		var keys []key
		for _, c := range rapid.SliceOfNDistinct(codes, 1, 60, rapid.ID[string]).Draw(t, "keys") {
			keys = append(keys, key{c, rapid.Uint32Range(1, 1<<(thinValue+checkBits-codeBits)-1).Draw(t, "value")})
		}
		a, _, err := buildArray(keys, false, 256)
		if err != nil {
			t.Fatal(err)
		}
		b, err := packCompact(a)
		if err != nil {
			t.Fatal(err)
		}
		c := newCompact(string(b), a.size())
		if c.size() != a.size() {
			t.Fatalf("%d nodes, want %d", c.size(), a.size())
		}
		for _, k := range keys {
			n, ok := c.root(), true
			for i := 0; ok && i < len(k.codes); i++ {
				n, ok = c.step(n, uint16(k.codes[i])+1)
			}
			if !ok || n.value() != k.value {
				t.Fatalf("%q leads to %d (%v), want %d", k.codes, n.value(), ok, k.value)
			}
		}
		for i := range uint32(a.size()) {
			if (a.check(i) == unused) != (c.code(i) == maxCode) {
				t.Fatalf("node %d: code %d, want %d", i, c.code(i), a.check(i))
			}
		}
	})
}

func TestCompactRejects(t *testing.T) {
	for _, n := range []node{newNode(maxThin+1, 1, 0), newNode(0, 1, 1<<(thinValue+checkBits-codeBits))} {
		_, err := packCompact(newArray(pack([]node{n}), 1))
		if err == nil || !strings.Contains(err.Error(), "of node 0 is too high for 7 bytes: drop words") {
			t.Errorf("base %d, value %d: error %v", n.base(), n.value(), err)
		}
	}
}

// TestBlobIsDense: breadth first, a third of the nodes would be free.
func TestBlobIsDense(t *testing.T) {
	lex, err := readLexicon(blob)
	if err != nil {
		t.Fatal(err)
	}
	used := 1
	for i := range uint32(lex.array.size()) {
		if lex.array.code(i) != maxCode {
			used++
		}
	}
	if share := float64(used) / float64(lex.array.size()); share < 0.7 {
		t.Errorf("%.2f of the nodes of words.bin are in use: look at the layout of Compile", share)
	}
}
