package view

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"zhibiao/output"
)

// split parts joined rows by document again; Join has sorted them and told apart documents
// of the same name.
func split(all *output.Rows) []output.Rows {
	of := map[string]*output.Rows{}
	parts := make([]output.Rows, len(all.Documents))
	for i, d := range all.Documents {
		parts[i].Documents = []output.DocumentRow{d}
		of[d.DocID] = &parts[i]
	}
	for _, s := range all.Sections {
		of[s.DocID].Sections = append(of[s.DocID].Sections, s)
	}
	for _, s := range all.Sentences {
		of[s.DocID].Sentences = append(of[s.DocID].Sentences, s)
	}
	for i := range all.Facts {
		f := &all.Facts[i]
		of[f.DocID].Facts = append(of[f.DocID].Facts, *f)
	}
	return parts
}

// pack makes a report small: Chinese text and its facts take a fifth.
func pack(r *Report) (string, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if err := json.NewEncoder(z).Encode(r); err != nil {
		return "", fmt.Errorf("pack %s: %w", r.ID, err)
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// namesOf is the name that each code goes by most often; of equals the first.
func namesOf(facts []output.FactRow) map[string]string {
	counts := map[string]map[string]int{}
	names := map[string]string{}
	for i := range facts {
		code, name := facts[i].IndicatorCode, facts[i].Indicator
		if code == "" || facts[i].Aspect == "rank" {
			continue // ranks bear names like 地区生产总值增速
		}
		if counts[code] == nil {
			counts[code] = map[string]int{}
		}
		counts[code][name]++
		if old := names[code]; old == "" || counts[code][name] > counts[code][old] {
			names[code] = name
		}
	}
	return names
}

// IsDataset reports whether a path is a folder of tables rather than of reports.
func IsDataset(path string) bool {
	for _, name := range []string{"facts.parquet", "dataset.json"} {
		if _, err := os.Stat(filepath.Join(path, name)); err == nil {
			return true
		}
	}
	return false
}
