#!/usr/bin/env bash
# The figures of docs/benchmarks.md: one line each, tab-separated: name, ours, peer, ours/peer.
# usage: Benchmarks/run.sh [NAME…]     the names below; without one, all of them
#
# A figure is measured by the run.sh of its folder: called from the root of the project with the
# figure's name, it measures ours beside the peer's and prints the line. Its talk goes to standard
# error. A peer that cannot be had is -, and so is the ratio.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

folder_of() {
    case $1 in
    score-1m) echo score ;;
    start-1m | append-1 | append-8 | append-64) echo start ;;
    xlsx-100k | xlsx-100k-memory) echo sheets ;;
    page-10k) echo pages ;;
    *) fail "no figure is called $1" ;;
    esac
}

export SAIMA=.build/release/saima
[ -x "$SAIMA" ] || fail "$SAIMA is missing: make build"
PYTHON=python3
[ ! -e Benchmarks/requirements.txt ] || PYTHON=$(venv_python Benchmarks/requirements.txt)
export PYTHON

[ $# -gt 0 ] || set -- score-1m start-1m xlsx-100k xlsx-100k-memory \
    append-1 append-8 append-64 page-10k
failed=()
for name; do
    folder=$(folder_of "$name")
    say "measuring $name"
    "Benchmarks/$folder/run.sh" "$name" || failed+=("$name")
done
[ ${#failed[@]} = 0 ] || fail "could not measure ${failed[*]}"
