#!/usr/bin/env bash
# Runs every test, the Swift ones last; fails if any did. FILTER picks Swift tests by name,
# CONFIGURATION=release another build.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

configuration=${CONFIGURATION:-debug}
say "building the tests ($configuration)"
swift build --configuration "$configuration" --build-tests

others=0
if [ -z "${FILTER:-}" ] && [ -x scripts/browser-tests.sh ]; then
    say "browser tests"
    SAIMA=$(swift build --configuration "$configuration" --show-bin-path)/saima \
        scripts/browser-tests.sh || others=1
fi

say "Swift tests"
ours=0
swift test --configuration "$configuration" --skip-build --disable-xctest \
    ${FILTER:+--filter "$FILTER"} || ours=1
[ $others = 0 ] || say "browser tests failed; see above"
[ $ours = 0 ] && [ $others = 0 ]
