#!/usr/bin/env bash
# Runs every test, the Swift ones last; fails if any did. FILTER picks Swift tests by name.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

say "building the tests"
swift build --build-tests

others=0
if [ -z "${FILTER:-}" ] && [ -x scripts/browser-tests.sh ]; then
    say "browser tests"
    scripts/browser-tests.sh || others=1
fi

say "Swift tests"
ours=0
swift test --skip-build --disable-xctest ${FILTER:+--filter "$FILTER"} || ours=1
[ $others = 0 ] || say "browser tests failed; see above"
[ $ours = 0 ] && [ $others = 0 ]
