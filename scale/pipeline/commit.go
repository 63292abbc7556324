package pipeline

import (
	"encoding/json"

	"zhibiao/output"
)

// commit is the last step: it puts the files of all shards in force at once.
type commit struct{ Options Options }

// ProcessElement makes one dataset of all shards. What an earlier attempt of a shard has
// written is not among them.
func (c *commit) ProcessElement(_ int, shards func(*string) bool) error {
	var all []output.Shard
	for _, told := range gather(shards) {
		var s output.Shard
		if err := json.Unmarshal([]byte(told), &s); err != nil {
			return err
		}
		all = append(all, s)
	}
	return output.CommitShards(c.Options.Dir, c.Options.Staging, all, c.Options.output())
}
