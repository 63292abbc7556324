// Package pipeline reads reports and writes their tables as an Apache Beam pipeline, on
// as many machines as its runner has.
package pipeline

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// Register makes the steps known to Beam. A program calls it once, before beam.Init, in
// the process that starts the pipeline and in every worker.
func Register() {
	register.DoFn4x1[context.Context, []byte, func(Batch), func(int, Reject), error](&list{})
	register.DoFn5x1[context.Context, Batch, func(int, Text), func(string, Claim), func(int, Reject), error](&read{})
	register.DoFn3x0[string, func(*Claim) bool, func(int, Named)](&name{})
	register.DoFn6x1[context.Context, int, func(*Text) bool, func(*Named) bool, func(*Reject) bool, func(string), error](&write{})
	register.DoFn2x1[int, func(*string) bool, error](&commit{})
	register.Emitter1[Batch]()
	register.Emitter1[string]()
	register.Emitter2[int, Text]()
	register.Emitter2[int, Named]()
	register.Emitter2[int, Reject]()
	register.Emitter2[string, Claim]()
	register.Iter1[Text]()
	register.Iter1[Claim]()
	register.Iter1[Named]()
	register.Iter1[Reject]()
	register.Iter1[string]()
}

// Build adds the pipeline to a scope:
//
//	paths    → list → files, in batches
//	files    → read → texts by shard, names, rejects
//	names    → name → new names of documents whose names are taken, by shard
//	texts, new names, rejects → write → what each shard has written
//	shards   → commit
//
// A shard gets all reports of its places. So what spans reports, aims with the results
// that answer them and the panel, is made where the rows are, by the code of a plain run;
// and texts travel, not rows, which are ten times as large.
func Build(s beam.Scope, o Options) {
	files, unlisted := beam.ParDo2(s.Scope("list"), &list{Options: o}, beam.Impulse(s))
	texts, claims, unread := beam.ParDo3(s.Scope("read"), &read{Options: o}, beam.Reshuffle(s, files))
	names := beam.ParDo(s.Scope("name"), &name{}, beam.GroupByKey(s, claims))
	rejects := beam.Flatten(s, unlisted, unread)
	shards := beam.ParDo(s.Scope("write"), &write{Options: o}, beam.CoGroupByKey(s, texts, names, rejects))
	beam.ParDo0(s.Scope("commit"), &commit{o}, beam.GroupByKey(s, beam.AddFixedKey(s, shards)))
}
