module zhibiao

go 1.26
