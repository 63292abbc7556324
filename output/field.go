package output

import (
	"math"
	"reflect"
	"slices"
	"unsafe"
)

// add takes the field of n rows from a place in memory on, so many bytes apart.
func (c *columnWriter) add(rows unsafe.Pointer, stride uintptr, n int) {
	c.rows += n
	rows = unsafe.Add(rows, c.at)
	switch {
	case c.absent:
		c.defined = append(c.defined, make([]byte, n)...)
		c.nulls += n
	case c.list != nil:
		for i := range uintptr(n) {
			c.addList(unsafe.Add(rows, i*stride))
		}
	default:
		c.addFields(rows, stride, n)
	}
}

// addList takes the field of each element of a list. A list that is not there is null.
func (c *columnWriter) addList(field unsafe.Pointer) {
	header := *(*[]byte)(field) // whatever it is a slice of, only length and place are asked for
	const missing, empty, defined = 0, 1, 2
	if len(header) == 0 {
		level := byte(empty)
		if header == nil {
			level = missing
		}
		c.defined, c.repeated = append(c.defined, level), append(c.repeated, 0)
		c.nulls++
		return
	}
	for i := range header {
		c.defined, c.repeated = append(c.defined, defined), append(c.repeated, byte(min(i, 1)))
	}
	c.addFields(unsafe.Add(unsafe.Pointer(unsafe.SliceData(header)), c.list.at), c.list.size, len(header))
}

// addFields takes n fields, so many bytes apart.
func (c *columnWriter) addFields(fields unsafe.Pointer, stride uintptr, n int) {
	switch c.kind {
	case reflect.String:
		if c.dictionary != nil {
			c.addWords(fields, stride, n)
		} else {
			c.addTexts(fields, stride, n)
		}
	case reflect.Int32:
		from := len(c.numbers)
		c.numbers = addNumbers(c, c.numbers, fields, stride, n)
		if c.dictionary != nil {
			for i, n := range c.numbers[from:] {
				c.numbers[from+i] = c.dictionary.fixed(uint64(uint32(n)), 4)
			}
		}
	case reflect.Float64:
		c.doubles = addNumbers(c, c.doubles, fields, stride, n)
		if c.dictionary != nil {
			for _, f := range c.doubles {
				c.numbers = append(c.numbers, c.dictionary.fixed(math.Float64bits(f), 8))
			}
			c.doubles = c.doubles[:0]
		}
	default:
		c.truths = addNumbers(c, c.truths, fields, stride, n)
	}
}

// addNumbers takes fields that are no texts. What is nil, or zero where that means null, is
// noted and left out.
func addNumbers[T int32 | float64 | bool](c *columnWriter, to []T, fields unsafe.Pointer, stride uintptr, n int) []T {
	var zero T
	for i := range uintptr(n) {
		field := unsafe.Add(fields, i*stride)
		if c.pointer {
			field = *(*unsafe.Pointer)(field)
		}
		if c.optional {
			if field == nil || !c.pointer && *(*T)(field) == zero {
				c.defined = append(c.defined, 0)
				c.nulls++
				continue
			}
			c.defined = append(c.defined, 1)
		}
		to = append(to, *(*T)(field))
	}
	return to
}

// addTexts takes texts.
func (c *columnWriter) addTexts(fields unsafe.Pointer, stride uintptr, n int) {
	text, ends := c.text, c.ends
	for i := range uintptr(n) {
		s := *(*string)(unsafe.Add(fields, i*stride))
		if c.optional {
			if s == "" {
				c.defined = append(c.defined, 0)
				c.nulls++
				continue
			}
			c.defined = append(c.defined, 1)
		}
		if len(text)+len(s) > cap(text) { // append would grow a large one by little, many times
			text = slices.Grow(text, max(len(s), len(text), 1<<10))
		}
		text = append(text, s...)
		ends = append(ends, uint32(len(text)))
	}
	c.text, c.ends = text, ends
}

// addWords takes texts for a dictionary. Most rows have the very text of the row before: the
// name of the document, the word for an exact number.
func (c *columnWriter) addWords(fields unsafe.Pointer, stride uintptr, n int) {
	defined, numbers := c.defined, c.numbers
	var last string
	number := int32(-1)
	for i := range uintptr(n) {
		s := *(*string)(unsafe.Add(fields, i*stride))
		if c.optional {
			if s == "" {
				defined = append(defined, 0)
				c.nulls++
				continue
			}
			defined = append(defined, 1)
		}
		if number < 0 || len(s) != len(last) || unsafe.StringData(s) != unsafe.StringData(last) {
			number, last = c.dictionary.text(s), s
		}
		numbers = append(numbers, number)
	}
	c.defined, c.numbers = defined, numbers
}
