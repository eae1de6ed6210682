#!/usr/bin/env bash
# start-1m: seconds to start on a ledger of a million records, against orjson decoding its rows.
# append-8, append-64: seconds for 20,000 durable appends by 8 or 64 clients, against a bare SQLite
# loop with batches of as many. append-1: 4,000 by one client, so that it is done as soon.
# usage: Benchmarks/start/run.sh start-1m|append-1|append-8|append-64
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib.sh
name=$1
python=${PYTHON:-python3}
bench=${BENCH_START:-.build/release/bench-start}
if [ -z "${BENCH_START:-}" ]; then
    swift build --configuration release --product bench-start >&2
fi

line() {
    awk -v name="$1" -v ours="$2" -v peer="$3" 'BEGIN {
        if (peer == "-") printf "%s\t%.3f\t-\t-\n", name, ours
        else printf "%s\t%.3f\t%.3f\t%.2f\n", name, ours, peer, ours / peer
    }'
}

start_on_a_million() {
    local ledger=.build/bench-work/start-1m
    if [ ! -e "$ledger/done" ]; then
        say "making a ledger of 1,000,000 records"
        rm -rf "$ledger"
        mkdir -p "$ledger"
        "$bench" make "$ledger" 1000000
        touch "$ledger/done"
    fi
    local seconds memory peer=-
    IFS=$'\t' read -r seconds memory < <("$bench" load "$ledger")
    say "best of 3, at most $memory MB resident"
    if "$python" -c 'import orjson' 2>/dev/null; then
        peer=$("$python" Benchmarks/start/peer.py load "$ledger/ledger.sqlite")
    fi
    line start-1m "$seconds" "$peer"
}

append_by() {
    local clients=$1 count=$2 seconds median slow peer
    work=$(mktemp -d .build/append.XXXXXX)
    trap 'rm -rf "$work"' EXIT
    IFS=$'\t' read -r seconds median slow < <("$bench" append "$work" "$count" "$clients")
    say "$count commands, median $median ms, p99 $slow ms a command"
    peer=$("$python" Benchmarks/start/peer.py append "$work/peer.sqlite" "$count" "$clients")
    line "append-$clients" "$seconds" "$peer"
}

case $name in
start-1m) start_on_a_million ;;
append-1) append_by 1 4000 ;;
append-8) append_by 8 20000 ;;
append-64) append_by 64 20000 ;;
*) fail "no figure is called $name" ;;
esac
