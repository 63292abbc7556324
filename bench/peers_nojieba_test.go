//go:build !cgo || !gojieba

package bench

import "testing"

// otherPeers are those that need a C compiler.
func otherPeers(*testing.T, []string) []*peer { return nil }
