# make lists the targets; each has its line of help behind ##.
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
GOLD := $(wildcard seeds/reports/*.gold.jsonl) $(filter-out %/jilin-2024.gold.jsonl,$(wildcard ../shared/gold/*.gold.jsonl))
CORPUS ?= ../shared/corpus
FUZZTIME ?= 10s
LINT := v2.15.0
FUMPT := v0.12.0
VERSITYGW := v1.8.0
FAKE_GCS := v1.56.1

# functions at every 16 bytes, not 32: 0.3 MB less, and no measurable time more
LDFLAGS := -s -w -funcalign=16 -X main.stamp=$(VERSION)

export CGO_ENABLED ?= 0

.DEFAULT_GOAL := help
.PHONY: help build build-stores sizes install test test-stores servers race check lint rules gold floors accuracy draws record fuzz bench weights bench-peers performance load segmenters tables tools clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build the program, one static file
	go build -trimpath -ldflags '$(LDFLAGS)' -o zhibiao ./cmd/zhibiao

build-stores: ## build the program with object stores (S3, Google, Azure)
	go build -tags stores -trimpath -ldflags '$(LDFLAGS)' -o zhibiao ./cmd/zhibiao

sizes: ## bytes of the program and modules in it, without and with object stores
	@mkdir -p out
	@for tags in none stores; do \
	  go build -tags $$tags -trimpath -ldflags '$(LDFLAGS)' -o out/sized ./cmd/zhibiao && \
	  echo "$$tags $$(wc -c <out/sized) bytes, $$(go version -m out/sized | grep -c '	dep	') modules"; done; rm out/sized

install: ## install the program into GOBIN
	go install -trimpath -ldflags '$(LDFLAGS)' ./cmd/zhibiao

test: ## run all tests
	go test ./...

test-stores: ## the tests of object stores, with each server that is installed
	go vet -tags stores ./store/... ./cmd/zhibiao
	go test -tags stores -run Store -count=1 ./cmd/zhibiao

servers: ## install the servers that test-stores knows: S3, Google (Azure: npm install -g azurite)
	go install github.com/versity/versitygw/cmd/versitygw@$(VERSITYGW)
	go install github.com/fsouza/fake-gcs-server@$(FAKE_GCS)

race: ## run all tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race ./...

check: lint rules gold test ## all that must hold before a commit

lint: ## formatting, vet and linters
	@test -z "$$(gofumpt -l .)" || { gofumpt -d .; exit 1; }
	go vet ./...
	golangci-lint run --allow-parallel-runners

rules: build ## validate rules and lexicons and run their examples
	./zhibiao rules check
	./zhibiao rules test

gold: build ## score against the gold and its floors
	./zhibiao eval $(GOLD) --floors eval/floors.tsv --rows 0

floors: build ## lift the floors to the figures reached
	./zhibiao eval $(GOLD) --floors eval/floors.tsv --raise --rows 0

accuracy: build ## every error by construct, and some in their sentences
	./zhibiao eval $(GOLD) --errors 5

draws: build ## score the judged sentences of the corpus, with the errors by construct
	./zhibiao eval eval/draws.gold.jsonl --texts $(CORPUS)

record: ## record the expected output of tests anew; review with git diff
	RECORD=true go test ./...

fuzz: ## run each fuzz target for FUZZTIME (10s), those below FUZZ only
	@.ci/fuzz $(FUZZTIME) $(FUZZ)

bench: ## benchmarks of every stage
	go test -run '^$$' -bench . -benchmem ./...

weights: ## what each column of the tables of CORPUS weighs, narrow and wide
	WEIGHTS=narrow go test ./bench -run Weights -v -count=1
	WEIGHTS=wide go test ./bench -run Weights -v -count=1

bench-peers: ## zhibiao beside Recognizers-Text, gse and gojieba on the same reports (needs node and a C compiler)
	cd bench/peers && npm ci --no-audit --no-fund --silent
	@mkdir -p out
	PEERS=1 CGO_ENABLED=1 go test -tags gojieba -run Peers -v -count=1 ./bench | tee out/peers.txt

performance: build ## measure stages and whole runs, write docs/performance.md with the peers last measured
	rm -rf out/synthetic && INTO=$(CURDIR)/out/synthetic SYNTHETIC=50 go test -run Synthetic -count=1 ./bench
	go test -run '^$$' -bench . -skip Folder -benchmem -benchtime 0.5s -count 3 ./bench >out/bench.txt
	go run ./bench/performance ./zhibiao seeds/reports/jilin-2024.txt $(CORPUS)/ out/synthetic <out/bench.txt >out/performance.md
	mv out/performance.md docs/performance.md

load: build ## load the service over loopback, write the figures into docs/service.md
	go build -o out/load ./bench/load
	out/load ./zhibiao seeds/reports/jilin-2024.txt docs/service.md

segmenters: ## how far the segmenters agree on CORPUS
	go test ./extract/segment -run Agreement -v -count=1

tables: build ## write the tables of CORPUS into out/
	./zhibiao extract $(CORPUS) -o out

tools: ## install the linters, pinned
	go install mvdan.cc/gofumpt@$(FUMPT)
	go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT)

clean: ## remove what was built
	rm -rf zhibiao out
