#!/usr/bin/env bash
# Serves ./data, made from the sample where there is none. DATA, HOST and PORT say otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
data=${DATA:-data} host=${HOST:-127.0.0.1} port=${PORT:-8080}
saima=.build/release/saima

# The data are made under another name and renamed, so that a failure leaves nothing half-made.
make_data() {
    local making=$data.making
    rm -rf "$making"
    if [ -d Samples/dalian-2024 ]; then
        say "making $data: the sample dalian-2024"
        "$saima" sample dalian-2024 --data "$making" >"$making.txt"
    else
        say "making $data: a city of 400 projects"
        "$saima" new --scale 400 --seed 1 --data "$making" >"$making.txt"
    fi
    # What was printed is who can sign in: for the owner of the data only.
    install -m 600 "$making.txt" "$making/sign-ins.txt"
    rm "$making.txt"
    mv "$making" "$data"
}

if (exec 9<>"/dev/tcp/$host/$port") 2>/dev/null; then
    fail "something listens on $host:$port already; take another with PORT="
fi
if [ -d "$data" ] && [ -z "$(ls -A "$data")" ]; then rmdir "$data"; fi
[ -e "$data" ] || make_data

say "starting on $data"
"$saima" serve --data "$data" --host "$host" --port "$port" &
server=$!
stopped=
trap 'stopped=1; kill -TERM $server 2>/dev/null || true' INT TERM
until answers "$host" "$port" /readyz; do
    kill -0 $server 2>/dev/null || { wait $server && exit 0 || exit $?; }
    sleep 0.2
done

printf '\nSaima 赛马  http://%s:%s\n' "$host" "$port"
[ ! -s "$data/sign-ins.txt" ] || cat "$data/sign-ins.txt"
# A signal ends the first wait; the second waits until the server has closed its books.
status=0
wait $server || wait $server || status=$?
[ -z "$stopped" ] || [ $status -ne 143 ] || status=0
exit $status
