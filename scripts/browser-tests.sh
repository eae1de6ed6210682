#!/usr/bin/env bash
# Looks at every page with a real browser, on Dalian's sample and on a city without
# projects. Pictures go to
# .build/pictures when SHOTS=1. SAIMA= names another program than the release build's.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need_packages chromium fonts-noto-cjk
python=$(venv_python Tests/Browser/requirements.txt)
program=${SAIMA:-.build/release/saima}
[ -x "$program" ] || fail "build first: $program is missing"

work=$(mktemp -d .build/browser.XXXXXX)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

free_port() {
    "$python" -c '
import socket; s = socket.socket(); s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# Serves one data directory and crawls it: look NAME [what else the crawl is told]
look() {
    local name=$1 data=$work/$1 port
    shift
    port=$(free_port)
    "$program" serve --data "$data" --port "$port" >"$work/$name.log" 2>&1 &
    server=$!
    local tries=0
    until answers 127.0.0.1 "$port" /readyz; do
        tries=$((tries + 1))
        if [ $tries -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
            cat "$work/$name.log" >&2
            fail "the server did not start"
        fi
        sleep 0.1
    done
    local result=0
    "$python" Tests/Browser/crawl.py "http://127.0.0.1:$port" \
        "$@" ${SHOTS:+--shots ".build/pictures/$name"} || result=$?
    kill "$server"
    wait "$server" || true
    server=
    return $result
}

failed=0
say "browser: Dalian 2024"
"$program" sample dalian-2024 --data "$work/dalian" >"$work/dalian.sample.log" 2>&1 || {
    cat "$work/dalian.sample.log" >&2
    fail "the sample could not be made"
}
look dalian --deeds --sign-ins "$work/dalian.sample.log" || failed=1
say "browser: a city that has not begun"
"$program" sample nyc-capital --data "$work/nyc" >"$work/nyc.sample.log" 2>&1 || {
    cat "$work/nyc.sample.log" >&2
    fail "the sample could not be made"
}
look nyc || failed=1
exit $failed
