//go:build !stores

package main

import "zhibiao/store"

// opener opens no buckets: the libraries of the clouds double the program.
func opener() store.Opener { return nil }
