package store

import (
	"fmt"

	"zhibiao/output"
)

// Check lists what is wrong with a dataset, as output.Check does of one in a folder. It
// changes nothing.
func (c *Client) Check(url string) ([]string, error) {
	f, err := c.Look(url)
	if err != nil {
		return nil, err
	}
	problems, err := output.Check(f.Dir)
	for i := range problems {
		problems[i] = f.told(problems[i])
	}
	for _, name := range f.strays {
		problems = append(problems, fmt.Sprintf("%s is left over from a run that was broken off, or is just being written; remove it with zhibiao dataset vacuum %s", f.location.url(f.location.below(name)), url))
	}
	return problems, f.here(err)
}

// Compact merges the parts of a dataset into few large ones, as output.Compact does. It
// returns the number of parts before and after.
func (c *Client) Compact(url string) (before, after int, err error) {
	f, err := c.Folder(url)
	if err == nil {
		err = f.Fetch()
	}
	if err != nil {
		return 0, 0, err
	}
	if before, after, err = output.Compact(f.Dir); err != nil {
		return before, after, f.here(err)
	}
	return before, after, f.Push()
}

// Vacuum removes what runs that were broken off have left of a dataset, and returns the
// URLs.
func (c *Client) Vacuum(url string) ([]string, error) {
	f, err := c.Folder(url)
	if err != nil {
		return nil, err
	}
	if _, err := output.Vacuum(f.Dir); err != nil {
		return nil, f.here(err)
	}
	var removed []string
	for _, name := range f.strays {
		removed = append(removed, f.location.url(f.location.below(name)))
	}
	return removed, nil
}
