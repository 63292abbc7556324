package store

import (
	"errors"
	"regexp"
	"strings"
)

// location is a URL taken apart: s3://reports/2024/吉林.txt?region=eu-north-1. Keys are
// written as they are, without escapes.
type location struct {
	bucket string // s3://reports
	key    string // 2024/吉林.txt; a prefix may end in /
	query  string // region=eu-north-1: how to reach the bucket, not what it holds
}

// parse takes a URL apart. A ? begins the settings only where some follow.
func parse(url string) (location, error) {
	found := regexp.MustCompile(`^([a-z][a-z0-9+.-]*://[^/?]+)(?:/(.*?))?(?:\?((?:[A-Za-z_]+=[^&]*)(?:&[A-Za-z_]+=[^&]*)*))?$`).FindStringSubmatch(url)
	if found == nil {
		return location{}, &Fault{Kind: BadURL, Err: errors.New("it names no bucket")}
	}
	return location{found[1], found[2], found[3]}, nil
}

// object takes the URL of an object apart, which has no settings: a ? is part of the key.
func object(url string) location {
	scheme, rest, _ := strings.Cut(url, "://")
	bucket, key, _ := strings.Cut(rest, "/")
	return location{bucket: scheme + "://" + bucket, key: key}
}

// handle is what a bucket is opened by.
func (l location) handle() string {
	if l.query == "" {
		return l.bucket
	}
	return l.bucket + "?" + l.query
}

// url is the URL of an object in the same bucket.
func (l location) url(key string) string { return l.bucket + "/" + key }

// below is the location of what lies below this one.
func (l location) below(name string) string {
	if l.key == "" || strings.HasSuffix(l.key, "/") {
		return l.key + name
	}
	return l.key + "/" + name
}
