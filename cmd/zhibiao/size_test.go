package main

import (
	"errors"
	"testing"
)

func TestSizes(t *testing.T) {
	for text, want := range map[string]int64{
		"1000": 1000, "0": 0, "-1": -1, "100MB": 100 << 20, "100 mb": 100 << 20, "16MiB": 16 << 20, "2g": 2 << 30, "5KB": 5 << 10, "7B": 7,
	} {
		var n int64
		if err := (size{&n}).Set(text); err != nil || n != want {
			t.Errorf("%s is %d, %v; want %d", text, n, err, want)
		}
	}
	for _, text := range []string{"", "MB", "1.5MB", "1TB", "ten", "9999999999GB", "1MBB"} {
		var n int64
		if err := (size{&n}).Set(text); err == nil {
			t.Errorf("%q is %d", text, n)
		}
	}
	for n, want := range map[int64]string{0: "0", 1000: "1000", 100 << 20: "100MB", 3 << 30: "3GB", 1536: "1536", -1: "-1"} {
		if got := (size{&n}).String(); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
}

func TestErrorsOfFlags(t *testing.T) {
	for text, want := range map[string]string{
		`invalid argument "x" for "--jobs" flag: strconv.ParseInt: parsing "x": invalid syntax`:  `invalid argument "x" for "--jobs" flag: write a whole number`,
		`invalid argument "x" for "--wide" flag: strconv.ParseBool: parsing "x": invalid syntax`: `invalid argument "x" for "--wide" flag: write true or false, or the flag alone`,
		"unknown flag: --fast": "unknown flag: --fast",
	} {
		if got := unparsed(errors.New(text)); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
