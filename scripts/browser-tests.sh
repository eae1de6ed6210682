#!/usr/bin/env bash
# Looks at every page with a real browser, on Dalian's sample and on a city without projects, and
# takes a commitment from directive to end by clicks. Pictures go to .build/pictures when SHOTS=1.
# SAIMA= names another program than the release build's; arguments name parts: dalian nyc loop.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need_packages chromium fonts-noto-cjk
python=$(venv_python Tests/Browser/requirements.txt)
program=${SAIMA:-.build/release/saima}
[ -x "$program" ] || fail "build first: $program is missing"

work=$(mktemp -d .build/browser.XXXXXX)
servers=()
end_servers() {
    local server
    for server in "${servers[@]}"; do
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    done
    servers=()
}
trap 'end_servers; rm -rf "$work"' EXIT

free_port() {
    "$python" -c '
import socket; s = socket.socket(); s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# Makes a sample's data, whose sign-ins go to $work/NAME.sign-ins: sample SAMPLE NAME
sample() {
    "$program" sample "$1" --data "$work/$2" >"$work/$2.sign-ins" 2>"$work/$2.sample.log" || {
        cat "$work/$2.sample.log" >&2
        fail "the sample could not be made"
    }
}

# Serves one data directory until end_servers and leaves its address in $base: serve NAME
serve() {
    local port
    port=$(free_port)
    "$program" serve --data "$work/$1" --port "$port" >"$work/$1.log" 2>&1 &
    local server=$! tries=0
    servers+=("$server")
    until answers 127.0.0.1 "$port" /readyz; do
        tries=$((tries + 1))
        if [ $tries -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
            cat "$work/$1.log" >&2
            fail "the server did not start"
        fi
        sleep 0.1
    done
    base=http://127.0.0.1:$port
}

# Crawls one data directory: crawl NAME [what else the crawl is told]
crawl() {
    local name=$1 result=0
    shift
    serve "$name"
    "$python" Tests/Browser/crawl.py "$base" \
        "$@" ${SHOTS:+--shots ".build/pictures/$name"} || result=$?
    end_servers
    return $result
}

# The closed loop and its hardships, with guests and without; then the ledger is verified.
walk() {
    cp -r "$work/dalian" "$work/loop"
    cp -r "$work/dalian" "$work/closed"
    grep -m1 '"city.configure"' Samples/dalian-2024/sample.jsonl \
        | sed 's/"guests":true/"guests":false/' >"$work/closed.jsonl"
    "$program" "do" "$work/closed.jsonl" --data "$work/closed" --as console >"$work/closed.log"
    serve closed
    local closed=$base result=0
    serve loop
    "$python" Tests/Browser/loop.py "$base" "$work/dalian.sign-ins" --closed "$closed" \
        ${SHOTS:+--shots .build/pictures/loop} || result=$?
    end_servers
    local name
    for name in loop closed; do
        "$program" verify --data "$work/$name" >"$work/$name.verify" || {
            cat "$work/$name.verify"
            result=1
        }
    done
    return $result
}

failed=0
parts=${*:-dalian nyc loop}
case " $parts " in *" dalian "* | *" loop "*) sample dalian-2024 dalian ;; esac
for part in $parts; do
    case $part in
    dalian)
        say "browser: Dalian 2024"
        cp -r "$work/dalian" "$work/read"
        crawl read --deeds --sign-ins "$work/dalian.sign-ins" || failed=1
        ;;
    nyc)
        say "browser: a city that has not begun"
        sample nyc-capital nyc
        crawl nyc || failed=1
        ;;
    loop)
        say "browser: from a directive to the end"
        walk || failed=1
        ;;
    *) fail "there is no part $part" ;;
    esac
done
exit $failed
