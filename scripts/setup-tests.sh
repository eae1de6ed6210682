#!/usr/bin/env bash
# Installs what the tests need beyond scripts/setup.sh: the pages' assets, a browser, fonts,
# tracing, a mail server, python packages.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
scripts/assets.sh --required
. scripts/lib.sh

need_packages chromium curl fonts-noto-cjk libreoffice-calc-nogui libreoffice-writer-nogui \
    openssl poppler-utils procps python3-aiosmtpd shellcheck sqlite3 strace

for requirements in Tests/*/requirements.txt; do
    [ ! -e "$requirements" ] || venv_python "$requirements" >/dev/null
done
