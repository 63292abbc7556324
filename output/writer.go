package output

// Writer takes the rows of one document after the other. Close finishes the output;
// without it nothing that looks complete is left behind. A Writer is for one
// goroutine.
type Writer interface {
	Write(Rows) error
	Close() error
}

// The formats of the tables in a folder.
const (
	formatParquet = "parquet"
	formatCSV     = "csv"
)

// partitionYear is the column that a dataset can be partitioned by.
const partitionYear = "report_year"

// SchemaVersion changes whenever a column is renamed, removed or changes its meaning.
const SchemaVersion = "2"

// DefaultBatch is how many reports a dataset takes up at a time: these are held in
// memory, and lost when the machine fails.
const DefaultBatch = 256

// Options tell what goes into the files of a dataset beside the rows.
type Options struct {
	Version   string // of the program: 0.1.0
	RulesHash string // of rules and lexicons: what the facts depend on
	Partition string // report_year for Hive folders by year; empty for a file a table
	Wide      bool   // whole texts and sentences also beside what is told of them: documents.text, facts.sentence, targets.sentence
	Batch     int    // most reports that are committed at a time; 0 for DefaultBatch
	Force     bool   // take inputs that the dataset holds already for new
}
