package store

import (
	"iter"
	"path"
	"strings"

	"zhibiao/source"
)

// Find yields the objects that a URL stands for, by key: one object; those below a
// prefix, as if it were a folder; or, where it holds * or [, those that match as files
// would, folder by folder.
func (c *Client) Find(url string) iter.Seq2[source.Object, error] {
	return func(yield func(source.Object, error) bool) {
		l, err := parse(url)
		if err == nil {
			err = c.name(l)
		}
		var b Bucket
		if err == nil {
			b, err = c.bucket(l)
		}
		if err != nil {
			yield(source.Object{}, reject(url, err))
			return
		}
		f := finder{client: c, bucket: b, location: l, url: url, yield: yield}
		switch {
		case strings.ContainsAny(l.key, "*["):
			f.pattern()
		case l.key == "" || strings.HasSuffix(l.key, "/"):
			f.below(l.key)
		default:
			if !f.one() && f.alive() {
				f.below(l.key + "/")
			}
		}
	}
}

// finder looks for what one URL stands for.
type finder struct {
	client   *Client
	bucket   Bucket
	location location
	url      string
	yield    func(source.Object, error) bool
	ended    bool
}

// alive reports whether more is wanted.
func (f *finder) alive() bool { return !f.ended }

// list hands the objects with a prefix to take, which reports whether it wants more.
// Folders, which some tools write as empty objects, are left out.
func (f *finder) list(prefix string, take func(Object) bool) {
	for o, err := range f.bucket.List(f.client.reading, prefix) {
		if err != nil {
			f.give(source.Object{}, reject(f.url, err))
			f.ended = true
			return
		}
		if strings.HasSuffix(o.Key, "/") {
			continue
		}
		if !take(o) {
			return
		}
	}
}

func (f *finder) give(o source.Object, err error) bool {
	f.ended = f.ended || !f.yield(o, err)
	return f.alive()
}

// object is an object as it is yielded; below is its path below what was asked for.
func (f *finder) object(o Object, below string) source.Object {
	return source.Object{URL: f.location.url(o.Key), Below: below, Size: o.Size}
}

// one yields the object of the very key, which comes first of those that begin with it.
func (f *finder) one() bool {
	found := false
	f.list(f.location.key, func(o Object) bool {
		if o.Key == f.location.key {
			found = true
			f.give(f.object(o, ""), nil)
		}
		return false
	})
	return found
}

// below yields the objects below a prefix.
func (f *finder) below(prefix string) {
	found := false
	f.list(prefix, func(o Object) bool {
		found = true
		return f.give(f.object(o, strings.TrimPrefix(o.Key, prefix)), nil)
	})
	if !found && f.alive() {
		f.give(source.Object{}, &source.Reject{Path: f.url, What: "there is no such object, and none below it", Cure: "check the spelling of the key"})
	}
}

// pattern yields the objects that match, and those below a folder that matches.
func (f *finder) pattern() {
	pattern := strings.TrimSuffix(f.location.key, "/")
	if _, err := path.Match(pattern, ""); err != nil {
		f.give(source.Object{}, &source.Reject{Path: f.url, What: "is no valid pattern", Cure: "close the bracket, or quote it with \\", Err: err})
		return
	}
	depth, found := strings.Count(pattern, "/")+1, false
	f.list(pattern[:strings.IndexAny(pattern, "*[\\")], func(o Object) bool {
		head, below := cutAt(o.Key, depth)
		if match, _ := path.Match(pattern, head); !match {
			return true
		}
		found = true
		return f.give(f.object(o, below), nil)
	})
	if !found && f.alive() {
		f.give(source.Object{}, &source.Reject{Path: f.url, What: "matches no object", Cure: "check the spelling of the pattern"})
	}
}

// cutAt cuts a key behind so many parts.
func cutAt(key string, parts int) (head, below string) {
	at := 0
	for range parts {
		i := strings.IndexByte(key[at:], '/')
		if i < 0 {
			return key, ""
		}
		at += i + 1
	}
	return key[:at-1], key[at:]
}
