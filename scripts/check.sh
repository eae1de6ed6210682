#!/usr/bin/env bash
# What CI runs: format, the program, every test. The house rules are among the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

step() {
    say "$1 (after $((SECONDS / 60)) min $((SECONDS % 60)) s)"
}

scripts/setup-tests.sh
step "format"
swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks
shellcheck --severity=warning --external-sources scripts/*.sh Benchmarks/*.sh Benchmarks/*/*.sh \
    .ci/run
step "build"
make --no-print-directory build
step "tests"
make --no-print-directory test
