# The faces of the project for people and CI; what they do stands in scripts/.
# PORT=, HOST= and DATA= go to `make run`, FILTER= to `make test`, BENCH= to `make bench`.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run build test bench check bare clean setup assets

help:
	@sed -n 's/^# make /make /p' Makefile

# make run     build, make ./data with the sample if there is none, serve it
run: build
	@scripts/run.sh

# make build   the program, at .build/release/saima
build: setup assets
	@echo "saima: building for release (the first build takes some minutes)" >&2
	@swift build --configuration release --product saima

# make test    every test
test: assets
	@scripts/setup-tests.sh
	@scripts/test.sh

# make bench   the figures of docs/benchmarks.md, ours against a peer's
bench: build
	@Benchmarks/run.sh $(BENCH)

# make check   what CI runs: format, the program, every test
check:
	@scripts/check.sh

# make bare    make run and make test on a bare Debian in a folder (needs root)
bare:
	@scripts/bare.sh --test

# make clean   removes what was built; ./data stays
clean:
	rm -rf .build Sources/Web/Resources/vendor/*.js

setup:
	@scripts/setup.sh

assets: setup
	@if [ -x scripts/assets.sh ]; then scripts/assets.sh; fi
