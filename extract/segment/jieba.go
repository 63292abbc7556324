//go:build cgo && gojieba

package segment

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/yanyiwu/gojieba"
)

// Jieba is cppjieba, a cross-check of the others. It is built with CGO_ENABLED=1 and
// -tags gojieba only.
type Jieba struct {
	jieba *gojieba.Jieba
	tags  lexicon // Tokenize tells no tags
	hmm   bool
}

// NewJieba makes jieba with the words of a domain on top of the dictionaries in dir,
// named as in cppjieba; an empty dir means those of the module that it was built from.
// With hmm it guesses words that it does not know.
func NewJieba(dir string, words []Word, hmm bool) (*Jieba, error) {
	if dir == "" {
		dir = gojieba.DICT_DIR
	}
	var paths []string
	for _, name := range []string{"jieba.dict", "hmm_model", "user.dict", "idf", "stop_words"} {
		path := filepath.Join(dir, name+".utf8")
		if _, err := os.Stat(path); err != nil { // gojieba would panic
			return nil, fmt.Errorf("segment: jieba: %w: name the folder of cppjieba's dictionaries", err)
		}
		paths = append(paths, path)
	}
	tags, err := readLexicon(blob)
	if err != nil {
		return nil, err
	}
	j := &Jieba{jieba: gojieba.NewJieba(paths...), tags: tags, hmm: hmm}
	for _, w := range words {
		if w.Freq > 0 {
			j.jieba.AddWordEx(w.Text, w.Freq, w.Tag)
		} else {
			j.jieba.AddWord(w.Text)
		}
	}
	return j, nil
}

// Name is jieba.
func (j *Jieba) Name() string { return "jieba" }

// Segment cuts text by jieba.
func (j *Jieba) Segment(dst []Token, text string) []Token {
	return clean(dst, text, func(dst []Token, piece string) []Token {
		for _, w := range j.jieba.Tokenize(piece, gojieba.DefaultMode, j.hmm) {
			tok := Token{Tag: tagOf(w.Str)}
			if _, tag, ok := j.tags.find(w.Str); ok {
				tok.Tag = j.tags.tags[tag]
			}
			tok.Start, tok.End = w.Start, w.End
			dst = append(dst, tok)
		}
		return dst
	})
}
