//go:build ignore

// This program compiles gse's dictionary of simplified Chinese into words.bin, with what
// corrections.tsv and additions.tsv say of it.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"zhibiao/extract/segment"
)

func main() {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		log.Fatal("find module github.com/go-ego/gse: ", err)
	}
	words, err := read(filepath.Join(string(bytes.TrimSpace(dir)), "data/dict/zh/s_1.txt"))
	if err != nil {
		log.Fatal(err)
	}
	corrections, err := table("corrections.tsv")
	if err != nil {
		log.Fatal(err)
	}
	additions, err := table("additions.tsv")
	if err != nil {
		log.Fatal(err)
	}
	if words, err = correct(words, corrections); err != nil {
		log.Fatal(err)
	}
	for _, w := range additions {
		words = append(words, segment.Word{Text: w.Text, Tag: w.Tag, Freq: addedFreq})
	}
	fmt.Println(len(words), "words")
	blob, err := segment.Compile(words)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("words.bin", blob, 0o644); err != nil {
		log.Fatal(err)
	}
}

// read reads lines of word, frequency and tag, less those that are no words.
func read(path string) ([]segment.Word, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := map[string]segment.Word{}
	var words []segment.Word
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var w segment.Word
		if _, err := fmt.Sscan(lines.Text(), &w.Text, &w.Freq, &w.Tag); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", path, lines.Text(), err)
		}
		if _, twice := all[w.Text]; twice || foreign(w.Text) {
			continue
		}
		all[w.Text] = w
		words = append(words, w)
	}
	return slices.DeleteFunc(words, func(w segment.Word) bool { return phrase(w, all) }), lines.Err()
}

// addedFreq makes an added word as common as 升级, so that it wins over 占|比.
const addedFreq = 3000

// table reads lines of word and tag under a header.
func table(path string) ([]segment.Word, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var words []segment.Word
	for line := range strings.Lines(string(text)) {
		word, tag, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && word != "word" && !strings.HasPrefix(line, "#") {
			words = append(words, segment.Word{Text: word, Tag: tag})
		}
	}
	return words, nil
}

// correct gives words the tags of corrections, and drops those tagged -.
func correct(words, corrections []segment.Word) ([]segment.Word, error) {
	tags := map[string]string{}
	for _, c := range corrections {
		tags[c.Text] = c.Tag
	}
	for i, w := range words {
		if tag, ok := tags[w.Text]; ok {
			words[i].Tag = tag
			delete(tags, w.Text)
		}
	}
	if len(tags) > 0 {
		return nil, fmt.Errorf("corrections.tsv: the dictionary lacks %v: remove them", tags)
	}
	return slices.DeleteFunc(words, func(w segment.Word) bool { return w.Tag == "-" }), nil
}

// foreign are words with characters that a report does not hold: c++, AT&T, 𩽾.
func foreign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r > 0xFFFF || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// The dictionary holds tens of thousands of phrases that no one counted (3 同步增长 i),
// many tagged as names (明显提高 nr). They would swallow the very verbs that the rules
// look for, so a rare entry that falls into two common words goes if it is
//
//   - not tagged as a noun: 深入开展 i, 生态环境 l, 农村居民 nr
//   - a noun by tag only, to judge by its first or last word: 提高质量 n, 大力发展 nz
const (
	rare   = 50
	common = 100

	nouns   = " n nz nt ns j t s m q "
	opening = " 提高 提升 增加 增强 降低 减少 扩大 缩小 实现 完成 推进 促进 带动 加强 加快 加大 强化 " +
		"达到 超过 解决 改善 保持 建立 建成 创造 符合 集中 发挥 支持 引进 增长 确保 努力 积极 认真 " +
		"大力 全面 全力 全线 依法 充分 切实 继续 不断 逐步 快速 持续 稳定 平均 预计 累计 本期 全年 同比 "
	closing = " 增长 提高 提升 下降 上涨 上升 增加 减少 降低 回升 回落 扩大 翻番 完成 实现 达到 超过 落实 "
)

// exempt are nouns in spite of their first word: 增长速度, 平均收入.
const exempt = " 速度 势头 幅度 水平 工资 温度 寿命 指数 数量 "

func phrase(w segment.Word, all map[string]segment.Word) bool {
	chars := []rune(w.Text)
	if len(chars) < 4 || w.Freq > rare {
		return false
	}
	for i := 2; i <= len(chars)-2; i++ {
		a, b := all[string(chars[:i])], all[string(chars[i:])]
		if a.Freq < common || b.Freq < common {
			continue
		}
		return !in(nouns, w.Tag) || in(closing, b.Text) || in(opening, a.Text) && !in(exempt, b.Text)
	}
	return false
}

func in(list, word string) bool { return strings.Contains(list, " "+word+" ") }
