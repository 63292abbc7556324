package segment

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Costs are in 1/1024 bit, whole numbers, so that every machine finds the same path.
const (
	costUnit    = 1024
	costUnknown = 32 * costUnit // of a character in no dictionary, as in gse
)

// corpusWords is the sum of the frequencies in the dictionary of gse.
const corpusWords = 57_600_000

// cost is -log2 of a word's share of total.
func cost(freq, total int) uint32 {
	bits := math.Log2(float64(total) / float64(max(freq, 1)))
	return uint32(max(1, math.Round(bits*costUnit)))
}

// Compile makes the blob that is embedded as words.bin, from words of the basic plane,
// each given once. It is for go generate.
func Compile(words []Word) ([]byte, error) {
	codes, widest := alphabet(words)
	if widest >= maxCode {
		return nil, fmt.Errorf("%d different characters: the most is %d", widest, maxCode-1)
	}
	tags := tagsOf(words)
	if len(tags) > tagMask {
		return nil, fmt.Errorf("%d tags: the most is %d", len(tags), tagMask)
	}
	total := 0
	for _, w := range words {
		total += w.Freq
	}
	keys := make([]key, len(words))
	for i, w := range words {
		tag, _ := slices.BinarySearch(tags, w.Tag)
		keys[i].value = cost(w.Freq, total)<<tagBits | uint32(tag)
		if err := checkWord(w.Text); err != nil {
			return nil, err
		}
		var b []byte
		for _, r := range w.Text {
			b = binary.BigEndian.AppendUint16(b, codes[r])
		}
		keys[i].codes = string(b)
	}
	a, equal, err := buildArray(keys, true, uint32(widest))
	if err != nil {
		return nil, err
	}
	if equal > 0 {
		return nil, fmt.Errorf("%d words are given twice", equal)
	}
	nodes, err := packCompact(a)
	if err != nil {
		return nil, err
	}
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(tags)))
	out = binary.LittleEndian.AppendUint32(out, uint32(widest))
	out = binary.LittleEndian.AppendUint32(out, uint32(a.size()))
	for _, t := range tags {
		out = append(out, make([]byte, tagSize)...)
		copy(out[len(out)-tagSize:], t)
	}
	for r, c := range codes {
		out = binary.LittleEndian.AppendUint16(out, c|uint16(classOf(rune(r)))<<codeBits)
	}
	return append(out, nodes...), nil
}

// alphabet numbers the characters of words, the most frequent last: close codes pack
// the array tightly, and a bit more so from that end.
func alphabet(words []Word) (codes []uint16, widest int) {
	count := make([]int, plane)
	for _, w := range words {
		for _, r := range w.Text {
			count[r]++
		}
	}
	var used []rune
	for r, n := range count {
		if n > 0 {
			used = append(used, rune(r))
		}
	}
	slices.SortStableFunc(used, func(a, b rune) int { return cmp.Compare(count[a], count[b]) })
	codes = make([]uint16, plane)
	for i, r := range used {
		codes[r] = uint16(i) + 1
	}
	return codes, len(used)
}

// tagsOf lists the tags of words in order.
func tagsOf(words []Word) []string {
	var tags []string
	for _, w := range words {
		tags = append(tags, w.Tag)
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

// freq is the frequency that a cost stands for.
func freq(cost uint32) int {
	return int(math.Round(corpusWords / math.Exp2(float64(cost)/costUnit)))
}
