package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// size is a flag for a number of bytes: 1000, 100MB, 16MiB.
type size struct{ bytes *int64 }

// sizeFlag adds a flag for a number of bytes.
func sizeFlag(c *cobra.Command, to *int64, name string, most int64, about string) {
	*to = most
	c.Flags().Var(size{to}, name, about+", such as 500MB")
}

// Set reads a number of bytes. As in the trade, KB and MB are taken for KiB and MiB.
func (s size) Set(text string) error {
	digits := strings.TrimSpace(strings.ToLower(text))
	factor := int64(1)
	for _, unit := range []struct {
		names  []string
		factor int64
	}{
		{[]string{"kib", "kb", "k"}, 1 << 10},
		{[]string{"mib", "mb", "m"}, 1 << 20},
		{[]string{"gib", "gb", "g"}, 1 << 30},
		{[]string{"b"}, 1},
	} {
		for _, name := range unit.names {
			if rest, ok := strings.CutSuffix(digits, name); ok && factor == 1 && rest != digits {
				digits, factor = strings.TrimSpace(rest), unit.factor
			}
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n > math.MaxInt64/factor || n < math.MinInt64/factor {
		return fmt.Errorf("write bytes, or a number with KB, MB or GB, such as 500MB")
	}
	*s.bytes = n * factor
	return nil
}

// String is the number of bytes, in the largest unit that it is a whole number of.
func (s size) String() string {
	if s.bytes == nil {
		return "0"
	}
	n := *s.bytes
	for _, unit := range []struct {
		name   string
		factor int64
	}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}} {
		if n != 0 && n%unit.factor == 0 {
			return strconv.FormatInt(n/unit.factor, 10) + unit.name
		}
	}
	return strconv.FormatInt(n, 10)
}

// Type is how help calls the value.
func (size) Type() string { return "size" }

// unparsed is an error of a flag without the words of the library that read its value.
func unparsed(err error) string {
	what, rest, found := strings.Cut(err.Error(), ": strconv.")
	switch {
	case !found:
		return err.Error()
	case strings.HasPrefix(rest, "ParseBool"):
		return what + ": write true or false, or the flag alone"
	}
	return what + ": write a whole number"
}
