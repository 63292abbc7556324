package output

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A dataset of Parquet tables is a folder with a folder for each table, whatever its
// size, so that a query does not change when the second report comes:
//
//	facts/part-00001-3f9a2c1b7d0e.parquet
//	facts/report_year=2024/part-00001-9b013e55ac21.parquet
//
// The files of one number hold the same documents. The end of a name is the beginning of
// the content's hash: no file is ever overwritten by other content while somebody reads
// it, and equal datasets have equal names.
const (
	partHead  = "part-"
	partTail  = ".parquet"
	leastPart = 5  // digits of its number
	partSum   = 12 // digits of its hash
)

// partNumber is the number of a part by its path in the folder; of a file that is no part
// there is none.
func partNumber(path string) (int, bool) {
	table, name, _ := strings.Cut(filepath.ToSlash(path), "/")
	if !slices.Contains(tableNames(), table) {
		return 0, false
	}
	if year, rest, ok := strings.Cut(name, "/"); ok && table != "panel" && table != "rejects" && strings.HasPrefix(year, "report_year=") && len(year) > len("report_year=") {
		name = rest
	}
	name, whole := strings.CutSuffix(name, partTail)
	number, sum, _ := strings.Cut(strings.TrimPrefix(name, partHead), "-")
	_, err := hex.DecodeString(sum)
	if !whole || !strings.HasPrefix(name, partHead) || len(number) < leastPart || len(sum) != partSum || err != nil || strings.ToLower(sum) != sum {
		return 0, false
	}
	n, err := strconv.ParseUint(number, 10, 31)
	return int(n), err == nil
}

// IsPart reports whether a path in the folder of a dataset is that of a part.
func IsPart(path string) bool {
	_, ok := partNumber(path)
	return ok
}

// partName is the path of a part; the partition is report_year=2024 or empty.
func partName(table, partition string, part int, sum string) string {
	name := fmt.Sprintf("%s%0*d-%s%s", partHead, leastPart, part, sum[:partSum], partTail)
	if partition == "" {
		return table + "/" + name
	}
	return table + "/" + partition + "/" + name
}

// hiveYear is the folder of a year, as Hive writes it; readers take its word for null
// from there too.
func hiveYear(y int32) string {
	if y == 0 {
		return partitionYear + "=__HIVE_DEFAULT_PARTITION__"
	}
	return partitionYear + "=" + strconv.Itoa(int(y))
}

// Files lists the files of a table of a dataset: those that dataset.json names, or, in
// a folder without one, those that lie where a table's files lie.
func Files(dir, table string) ([]string, error) {
	d, err := readDescription(dir)
	if err != nil {
		return nil, err
	}
	return d.paths(dir, table)
}

// paths lists the files of a table that a description names; where there is none, those
// that are found.
func (d *dataset) paths(dir, table string) ([]string, error) {
	if d == nil {
		return filesFound(dir, table)
	}
	var paths []string
	for _, r := range d.Resources {
		for _, f := range r.Files {
			if r.Name == table && filepath.Ext(f.Path) == "."+formatParquet {
				paths = append(paths, filepath.Join(dir, f.Path))
			}
		}
	}
	return paths, nil
}

// filesFound looks for a table where nothing describes it: copied out of another folder.
func filesFound(dir, table string) ([]string, error) {
	var all []string
	for _, pattern := range []string{table + ".parquet", table + "/*.parquet", table + "/*/*.parquet"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		all = append(all, paths...)
	}
	slices.Sort(all)
	return all, nil
}

// strays lists what a run that was broken off has left in a folder: parts that
// dataset.json does not name, and temporary files. Other files are not ours.
func strays(dir string, named []fileEntry) ([]string, error) {
	known := map[string]bool{}
	for _, f := range named {
		known[f.Path] = true
	}
	list, err := filepath.Glob(filepath.Join(dir, tempPattern))
	if err != nil {
		return nil, err
	}
	for _, table := range tableNames() {
		found, err := filesFound(dir, table)
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			name, err := filepath.Rel(dir, path)
			if _, ours := partNumber(name); err == nil && ours && !known[filepath.ToSlash(name)] {
				list = append(list, path)
			}
		}
	}
	return list, nil
}

// remove removes files of a folder, and with them the folders of partitions that they
// leave empty.
func remove(dir string, paths []string) error {
	for _, path := range paths {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
		if parent := filepath.Dir(path); parent != filepath.Clean(dir) {
			_ = os.Remove(parent) // fails unless it is empty
		}
	}
	return nil
}

// relative is the path of a file as dataset.json names it.
func relative(dir, path string) string {
	name, err := filepath.Rel(dir, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(name)
}

// absolute is the path of a file that dataset.json names.
func absolute(dir string, f fileEntry) string { return filepath.Join(dir, filepath.FromSlash(f.Path)) }
