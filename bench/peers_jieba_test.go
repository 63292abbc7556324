//go:build cgo && gojieba

package bench

import (
	"testing"

	"github.com/yanyiwu/gojieba"
)

// otherPeers are those that need a C compiler.
func otherPeers(t *testing.T, texts []string) []*peer {
	t.Helper()
	jieba := gojieba.NewJieba()
	t.Cleanup(jieba.Free)
	return []*peer{{name: "gojieba, words only", run: timed(texts, func(text string) { jieba.Cut(text, false) })}}
}
