package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"zhibiao/scale/iceberg"
)

// with opens the catalog that the flags name, and closes it afterwards.
func (p *place) with(ctx context.Context, use iceberg.Use, do func(*iceberg.Catalog) error) error {
	address := p.address
	if address.Warehouse == "" && !strings.HasPrefix(address.Catalog, "rest:") {
		address.Warehouse = "warehouse"
	}
	address.Options = map[string]string{}
	for _, option := range p.options {
		key, value, ok := strings.Cut(option, "=")
		if !ok {
			return fmt.Errorf("option %q: no value; write KEY=VALUE", option)
		}
		if name, ok := strings.CutPrefix(value, "@"); ok {
			content, err := os.ReadFile(name)
			if err != nil {
				return fmt.Errorf("option %s: %w", key, err)
			}
			value = strings.TrimSpace(string(content))
		}
		address.Options[key] = value
	}
	c, err := iceberg.Open(ctx, address, use)
	if err != nil {
		return err
	}
	return errors.Join(do(c), c.Close())
}
