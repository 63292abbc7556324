package pipeline

import (
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"slices"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// Options say what a run reads and writes. All paths are those of the workers: folders
// that every machine mounts in the same place.
type Options struct {
	Paths      []string // files, folders, globs, archives, and patterns of object stores: gs://bucket/*.txt
	Dir        string   // folder for the tables
	Shards     int      // parts that are written side by side
	Partition  string   // report_year, or empty
	Wide       bool     // sentences and texts also beside what is told of them
	Tokens     bool     // words of the sentences
	Rules      string   // folder of rules and lexicons of the user's own, or empty
	Replace    bool     // a dataset that is in Dir already
	MaxInput   int64    // bytes of one input; 0 for the usual limit
	TextColumn string   // of CSV and XLSX
	TextField  string   // of JSONL
	Version    string   // of the program

	Staging   string // set by Run: folder apart from the tables, in Dir
	RulesHash string // set by Run: of the rules that every worker must have
}

// check tells what is wrong with the options before any work is done.
func (o Options) check() error {
	switch {
	case len(o.Paths) == 0:
		return errors.New("no input; name files, folders, globs, archives or patterns of an object store")
	case slices.Contains(o.Paths, "-"):
		return errors.New("standard input reaches no worker; put it into a file")
	case o.Dir == "":
		return errors.New("no output folder; name one with --output DIR")
	case o.Shards < 1:
		return fmt.Errorf("--shards %d: at least one shard is written", o.Shards)
	case o.Partition != "" && o.Partition != "report_year":
		return fmt.Errorf("--partition %s: no such partition; use report_year", o.Partition)
	}
	return nil
}

// output are the options of the tables.
func (o Options) output() output.Options {
	return output.Options{Version: o.Version, RulesHash: o.RulesHash, Partition: o.Partition, Wide: o.Wide}
}

// source are the options of reading.
func (o Options) source(pdf *source.PDFReader) source.Options {
	return source.Options{MaxInput: o.MaxInput, TextColumn: o.TextColumn, TextField: o.TextField, PDF: pdf}
}

// program is that of a plain run.
func (o Options) program() zhibiao.Options {
	p := zhibiao.Options{Tokens: o.Tokens}
	if o.Rules != "" {
		p.Folder = os.DirFS(o.Rules)
	}
	return p
}

// shard is where all that bears a name goes.
func (o Options) shard(name string) int {
	sum := fnv.New64a()
	sum.Write([]byte(name))
	return int(sum.Sum64() % uint64(o.Shards))
}
