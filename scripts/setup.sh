#!/usr/bin/env bash
# Installs what building and running need and this machine lacks. Says nothing when nothing is.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build
. scripts/lib.sh

# What the Swift toolchain itself needs on Debian: libraries, headers and a linker.
toolchain=(ca-certificates git g++ libcurl4-openssl-dev libncurses-dev libxml2-dev pkg-config
    tzdata zlib1g-dev)
# What Saima is built on: SQLite; Argon2 for passwords; libzip, libxml2 and libxlsxwriter for
# workbooks; python and unzip fetch the pages' assets from wheels.
ours=(libargon2-dev libsqlite3-dev libxlsxwriter-dev libxml2-dev libzip-dev python3 python3-venv
    unzip)

need_packages "${toolchain[@]}" "${ours[@]}"

command -v swift >/dev/null || fail "swift is missing: install Swift 6.2 or later from" \
    "https://www.swift.org/install/linux and put its usr/bin on PATH"
swift --version >.build/swift-version.txt 2>&1 || {
    cat .build/swift-version.txt >&2
    fail "swift does not start"
}
version=$(sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1\2/p' .build/swift-version.txt)
[ "${version:-0}" -ge 62 ] || fail "Swift 6.2 or later is needed;" \
    "here is $(head -n 1 .build/swift-version.txt)"
