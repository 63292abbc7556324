package normalize

// Line is a fact as a line of JSON, the form in which facts are printed, kept as gold and
// shown: {"doc": "jilin-2024.txt", "start": 398, "end": 402, "text": "6.7%", …}. Offsets
// count code points of the document's text, decimals are exact strings, missing is empty.
// The fields are those of GUIDELINES §9, then what zhibiao knows beyond them.
type Line struct {
	Doc           string `json:"doc"`
	Start         int    `json:"start"`
	End           int    `json:"end"`
	Text          string `json:"text"`
	Kind          string `json:"kind,omitempty"`
	Value         string `json:"value,omitempty"`
	Low           string `json:"low,omitempty"`
	High          string `json:"high,omitempty"`
	Unit          string `json:"unit,omitempty"`
	Bound         string `json:"bound,omitempty"`
	Aspect        string `json:"aspect,omitempty"`
	Indicator     string `json:"indicator,omitempty"`
	Action        string `json:"action,omitempty"`
	Direction     string `json:"direction,omitempty"`
	Status        string `json:"status,omitempty"`
	Period        string `json:"period,omitempty"`
	Strength      string `json:"strength,omitempty"`
	Reference     string `json:"reference,omitempty"`
	IndicatorCode string `json:"indicator_code,omitempty"`
	Parent        string `json:"parent_indicator,omitempty"`
	Scope         string `json:"scope,omitempty"`
	PartOfYear    string `json:"part_of_year,omitempty"`
	Rule          string `json:"rule,omitempty"`
	Confidence    string `json:"confidence,omitempty"`
}
