package output

import (
	"io"
	"slices"
)

// fillGaps gives tables without a single row a file without rows, so that queries find
// their columns.
func (s *store) fillGaps(kept []fileEntry) error {
	staged := s.folder.files()
	for _, table := range tableNames() {
		of := func(f fileEntry) bool { return f.table == table }
		if slices.ContainsFunc(kept, of) || slices.ContainsFunc(staged, of) {
			continue
		}
		if err := s.stageEmpty(table); err != nil {
			return err
		}
	}
	return nil
}

func (s *store) stageEmpty(table string) error {
	switch table {
	case "documents":
		return stageNone[DocumentRow](s, table)
	case "sections":
		return stageNone[SectionRow](s, table)
	case "sentences":
		return stageNone[SentenceRow](s, table)
	case "facts":
		return stageNone[FactRow](s, table)
	case "targets":
		return stageNone[TargetRow](s, table)
	case "panel":
		return stageNone[PanelRow](s, table)
	default:
		return stageNone[RejectRow](s, table)
	}
}

func stageNone[T any](s *store, table string) error {
	partition := ""
	if s.opts.Partition != "" && partitioned(table) {
		partition = hiveYear(0)
	}
	return s.stageTable(table, partition, 1, true, func(w io.Writer) (int, error) {
		out, err := newTableWriter[T](s, w, table, partSize{})
		if err != nil {
			return 0, err
		}
		return out.close(s)
	})
}
