//go:build stores

package main

import (
	"zhibiao/store"
	"zhibiao/store/cloud"
)

// opener opens buckets, in a program that was built with object stores.
func opener() store.Opener { return cloud.Open }
