package source

import (
	"math/big"
	"math/bits"
	"strings"
	"testing"
	"unicode"
)

// recall is the share of the characters of want, white space aside, that got has in
// the same order: the longest common subsequence over the length of want.
func recall(want, got string) float64 {
	w, g := solid(want), solid(got)
	if len(w) == 0 {
		return 1
	}
	return float64(commonLength(w, g)) / float64(len(w))
}

// solid is s without white space.
func solid(s string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s))
}

// commonLength is the length of the longest common subsequence, 64 columns at a time
// (Hyyrö 2004).
func commonLength(a, b []rune) int {
	n := (len(a) + 63) / 64
	masks := map[rune][]uint64{}
	for i, r := range a {
		if masks[r] == nil {
			masks[r] = make([]uint64, n)
		}
		masks[r][i/64] |= 1 << (i % 64)
	}
	v := make([]uint64, n)
	for i := range v {
		v[i] = ^uint64(0)
	}
	for _, r := range b {
		m := masks[r]
		if m == nil {
			continue
		}
		var carry uint64
		for i := range v {
			u := v[i] & m[i]
			var sum uint64
			sum, carry = bits.Add64(v[i], u, carry)
			v[i] = sum | (v[i] &^ m[i])
		}
	}
	length := 0
	for i, x := range v {
		for j := range 64 {
			if i*64+j < len(a) && x>>j&1 == 0 {
				length++
			}
		}
	}
	return length
}

// TestCommonLength checks the fast subsequence against the plain one.
func TestCommonLength(t *testing.T) {
	x := big.NewInt(7)
	var a, b []rune
	for i := range 300 {
		x.Mul(x, big.NewInt(int64(48271))).Mod(x, big.NewInt(2147483647))
		a = append(a, '一'+rune(x.Int64()%9))
		if i%3 > 0 {
			b = append(b, '一'+rune(x.Int64()/9%9))
		}
	}
	row := make([]int, len(b)+1)
	for _, r := range a {
		diagonal := 0
		for j, q := range b {
			up := row[j+1]
			if r == q {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j], up)
			}
			diagonal = up
		}
	}
	if got := commonLength(a, b); got != row[len(b)] {
		t.Errorf("got %d, want %d", got, row[len(b)])
	}
}
