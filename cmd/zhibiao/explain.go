package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"zhibiao"
	"zhibiao/report"
	"zhibiao/source"
)

func (sh *shell) explain() *cobra.Command {
	c := &cobra.Command{
		Use:   "explain TEXT|FILE[:OFFSET]",
		Short: "Tell how the facts of a sentence came about",
		Long: `Tell how the facts of a text came about: its numbers and what each was taken for,
its words with their classes, and each fact with the rule and the steps that made it.
With FILE:OFFSET it is the sentence around that code point, read in its report: the
year and the part of the report matter, and so does the sentence before.`,
		Example: `  zhibiao explain '地区生产总值增长6.7%，排名全省第一。'
  zhibiao explain seeds/reports/jilin-2024.txt:398`,
		Args: takes(1, "one text, in quotes, or one file"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := sh.checkKnown(c); err != nil {
				return err
			}
			program, err := sh.program()
			if err != nil {
				return err
			}
			list, err := explanations(program, args[0])
			if err != nil {
				return err
			}
			if len(list) == 0 {
				return errors.New("nothing to explain; give a text with a number, or the place of one")
			}
			for _, e := range list {
				if err := e.WriteText(c.OutOrStdout()); err != nil {
					return err
				}
			}
			return nil
		},
	}
	sh.knownFlags(c)
	return c
}

// placed is a file with a place in it: jilin-2024.txt:398.
var placed = regexp.MustCompile(`^(.+):(\d+)$`)

// named is what looks like a file, with or without a place: no text of a report ends in .txt.
var named = regexp.MustCompile(`^(.+\.(?:txt|html?|docx?|wps|pdf|xlsx|csv|tsv|jsonl))(?::\d+)?$`)

// explanations explains a text, a file, or the sentence at a place in a file.
func explanations(program *zhibiao.Program, arg string) ([]zhibiao.Explanation, error) {
	if _, err := os.Stat(arg); err == nil {
		text, err := readText(arg)
		if err != nil {
			return nil, err
		}
		return program.Explain(text.ID, text.Text, report.Span{End: len(text.Text)}), nil
	}
	if named.MatchString(arg) {
		if _, err := os.Stat(named.FindStringSubmatch(arg)[1]); err != nil {
			return nil, fmt.Errorf("%s: no such file; check the spelling of the path", arg)
		}
	}
	parts := placed.FindStringSubmatch(arg)
	if parts == nil {
		return program.Explain("text", arg, report.Span{End: len(arg)}), nil
	}
	if _, err := os.Stat(parts[1]); err != nil {
		return program.Explain("text", arg, report.Span{End: len(arg)}), nil
	}
	text, err := readText(parts[1])
	if err != nil {
		return nil, err
	}
	offset, err := strconv.Atoi(parts[2])
	if err != nil || offset >= utf8.RuneCountInString(text.Text) {
		return nil, fmt.Errorf("%s has %d characters; give a place before its end", parts[1], utf8.RuneCountInString(text.Text))
	}
	at := 0
	for i := range text.Text {
		if offset == 0 {
			at = i
			break
		}
		offset--
	}
	return program.Explain(text.ID, text.Text, report.Span{Start: at, End: at + 1}), nil
}

// readText reads the one document in a file.
func readText(path string) (source.Text, error) {
	for input, err := range source.Walk([]string{path}, source.Options{}) {
		if err != nil {
			return source.Text{}, err
		}
		return source.Read(input)
	}
	return source.Text{}, fmt.Errorf("%s holds no report; give a file", path)
}
