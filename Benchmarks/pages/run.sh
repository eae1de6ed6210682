#!/usr/bin/env bash
# page-10k: milliseconds that the server takes to make a page of the list of 10,000 projects, median
# over lists as clerks ask for them: plain, sorted, filtered, searched in Chinese, far down. The
# peer is Redmine's issue list, where it runs: REDMINE=http://127.0.0.1:3000/issues, with 10,000
# issues. usage: Benchmarks/pages/run.sh page-10k
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib.sh
name=$1
[ "$name" = page-10k ] || fail "no figure is called $name"
python=${PYTHON:-python3}
saima=${SAIMA:-.build/release/saima}
port=${PORT:-8097}

data=.build/bench-work/page-10k
if [ ! -e "$data.done" ]; then
    say "making a city of 10,000 projects"
    rm -rf "$data"
    mkdir -p "$(dirname "$data")"
    "$saima" new --scale 10000 --seed 10 --data "$data" >"$data.txt" 2>&1 || {
        tail -n 3 "$data.txt" >&2
        fail "the city could not be made"
    }
    touch "$data.done"
fi

"$saima" serve --data "$data" --port "$port" 2>"$data.log" &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true' EXIT
tries=0
until answers 127.0.0.1 "$port" /readyz; do
    tries=$((tries + 1))
    if [ $tries -gt 300 ] || ! kill -0 $server 2>/dev/null; then
        cat "$data.log" >&2
        fail "the server did not start"
    fi
    sleep 0.2
done

IFS=$'\t' read -r median slow < <("$python" Benchmarks/pages/ask.py "http://127.0.0.1:$port")
say "median $median ms, p99 $slow ms a page"
peer=-
if [ -n "${REDMINE:-}" ]; then
    IFS=$'\t' read -r peer _ < <("$python" Benchmarks/pages/ask.py --redmine "$REDMINE")
fi
awk -v name="$name" -v ours="$median" -v peer="$peer" 'BEGIN {
    if (peer == "-") printf "%s\t%.3f\t-\t-\n", name, ours
    else printf "%s\t%.3f\t%.3f\t%.3f\n", name, ours, peer, ours / peer
}'
