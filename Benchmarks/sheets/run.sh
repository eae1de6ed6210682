#!/usr/bin/env bash
# xlsx-100k: seconds to read a sheet of 100,000 x 20 cells to rows, against python-calamine.
# xlsx-100k-memory: the largest resident memory meanwhile, in MB. The median of five runs, each in a
# fresh process, ours and the peer's in turn.
# usage: Benchmarks/sheets/run.sh xlsx-100k|xlsx-100k-memory
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib.sh
name=${1:-}
case $name in
xlsx-100k) column=1 ;;
xlsx-100k-memory) column=2 ;;
*) fail "no figure is called $name" ;;
esac
python=${PYTHON:-python3}
bench=${BENCH_SHEETS:-.build/release/bench-sheets}
if [ -z "${BENCH_SHEETS:-}" ]; then
    swift build --configuration release --product bench-sheets >&2
fi
work=.build/bench-work
sheet=$work/sheet-20241015.xlsx
mkdir -p "$work"
if [ ! -e "$sheet" ]; then
    "$python" -c 'import openpyxl' 2>/dev/null ||
        fail "openpyxl is missing: it writes the sheet that is measured"
    say "making a sheet of 100,000 x 20 cells, seed 20241015"
    "$python" Benchmarks/sheets/make.py "$sheet.part"
    mv "$sheet.part" "$sheet"
fi
peer=-
! "$python" -c 'import python_calamine' 2>/dev/null || peer=+

rm -f "$work/ours.tsv" "$work/peer.tsv"
for _ in 1 2 3 4 5; do
    "$bench" "$sheet" >>"$work/ours.tsv"
    [ "$peer" = - ] || "$python" Benchmarks/sheets/peer.py "$sheet" >>"$work/peer.tsv"
done
median() { cut -f "$column" "$1" | sort -n | sed -n 3p; }
ours=$(median "$work/ours.tsv")
if [ "$peer" = + ]; then
    # Both must have read the same sheet.
    cells=$(cut -f 3 "$work/ours.tsv" "$work/peer.tsv" | sort -u)
    [ "$(wc -l <<<"$cells")" = 1 ] || fail "ours and the peer's cells differ: $cells"
    say "$cells cells that hold something"
    peer=$(median "$work/peer.tsv")
fi
awk -v name="$name" -v ours="$ours" -v peer="$peer" 'BEGIN {
    if (peer == "-") printf "%s\t%.3f\t-\t-\n", name, ours
    else printf "%s\t%.3f\t%.3f\t%.2f\n", name, ours, peer, ours / peer
}'
