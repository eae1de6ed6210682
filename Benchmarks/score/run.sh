#!/usr/bin/env bash
# score-1m: seconds to score one million project rows in memory, against DuckDB with the same
# aggregates on a loaded table, two threads each. The median of nine runs.
# usage: Benchmarks/score/run.sh score-1m
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib.sh
[ "${1:-}" = score-1m ] || fail "no figure is called ${1:-}"
python=${PYTHON:-python3}
work=.build/bench-work
mkdir -p "$work"
swift build --configuration release --product bench-score >&2
.build/release/bench-score "$work/projects.csv" >"$work/ours.tsv"
if "$python" -c 'import duckdb' 2>/dev/null; then
    "$python" Benchmarks/score/peer.py "$work/projects.csv" "$work/ours.tsv"
else
    awk '$1 == "median" { printf "score-1m\t%.5f\t-\t-\n", $2 / 1000 }' "$work/ours.tsv"
fi
