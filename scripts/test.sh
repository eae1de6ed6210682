#!/usr/bin/env bash
# Runs every test, the Swift ones last; fails if any did. FILTER picks Swift tests by name.
# CONFIGURATION=debug takes the debug build, which is sooner built anew after a change.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

configuration=${CONFIGURATION:-release}
# No test looks inside a module, so the tests share the build that `make build` makes.
how=(--configuration "$configuration" --disable-testable-imports --disable-xctest)

say "building the tests ($configuration)"
swift test "${how[@]}" --filter '^nothing, only built$'

others=0
if [ -z "${FILTER:-}" ]; then
    say "browser tests"
    SAIMA=.build/$configuration/saima scripts/browser-tests.sh || others=1
fi

say "Swift tests"
ours=0
swift test "${how[@]}" --skip-build ${FILTER:+--filter "$FILTER"} || ours=1
[ $others = 0 ] || say "browser tests failed; see above"
[ $ours = 0 ] && [ $others = 0 ]
