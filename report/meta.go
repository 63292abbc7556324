package report

func (r Reader) meta(doc *Document) Meta { return Meta{} }
func place(doc *Document)                {}
