//go:build unix

package output

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lockFolder keeps other runs from changing the folder until the file is closed, or the
// program dies.
func lockFolder(dir string) (*os.File, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("output folder %s: another run is writing to it; wait until it ends", dir)
	} else if err != nil { // a network disk without locks
		err = nil
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
