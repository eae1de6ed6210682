#!/bin/sh
# Prints `score-1m`, ours, DuckDB's and the ratio, tab-separated: medians of nine runs on one
# million project rows in memory, two threads each. PYTHON may name one that has duckdb.
set -eu
cd "$(dirname "$0")/../.."
work=.build/bench-work
python=${PYTHON:-python3}
if ! "$python" -c 'import duckdb' 2>/dev/null; then
    python=.build/bench-venv/bin/python
    [ -x "$python" ] || python3 -m venv .build/bench-venv
    "$python" -c 'import duckdb' 2>/dev/null || "$python" -m pip install --quiet duckdb >&2
fi
swift build -c release --product bench-score >&2
mkdir -p "$work"
.build/release/bench-score "$work/projects.csv" > "$work/ours.tsv"
"$python" Benchmarks/score/peer.py "$work/projects.csv" "$work/ours.tsv"
