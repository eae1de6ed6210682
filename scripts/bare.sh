#!/usr/bin/env bash
# Tries `make run`, and with --test `make test`, on a bare Debian in a folder: HEAD is cloned there
# and the machine's Swift bound in. Says what was found; leaves nothing behind.
#
# usage: scripts/bare.sh [--test]      as root, on Debian
#   BARE_ROOT=DIR    keep the folder, and take it as it stands the next time
#   BARE_SUITE, BARE_MIRROR   of Debian (default: bookworm, from where apt's sources point)
#   BARE_SWIFT=DIR   where the toolchain stands (default: the one on PATH)
#   BARE_BIND        more folders to bind in, read-only (default: where git's url.*.insteadOf point)
#   BARE_COPY        more files and folders to copy (default: certificates, apt's, git's and pip's
#                    settings, DNS)
#   BARE_SHARED=DIR  bound in beside the clone as ../shared, for the tests that need it
#   BARE_PORT        where the server is asked (default 8089)
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
[ "$(id -u)" = 0 ] || fail "needs root, for debootstrap and chroot"
mkdir -p .build

# The work is done in namespaces of its own: what it mounts and starts ends with it, and the
# folder that is removed out here holds no mount.
if [ -z "${BARE_INSIDE:-}" ]; then
    need_packages debootstrap
    BARE_INSIDE=${BARE_ROOT:-$(mktemp -d "${TMPDIR:-/var/tmp}/saima-bare.XXXXXX")}
    export BARE_INSIDE
    [ -n "${BARE_ROOT:-}" ] || trap 'rm -rf "$BARE_INSIDE"' EXIT
    trap 'exit 130' INT TERM
    unshare --mount --propagation private --pid --fork --kill-child "$0" "$@"
    exit
fi
root=$BARE_INSIDE

suite=${BARE_SUITE:-bookworm}
port=${BARE_PORT:-8089}
swift=${BARE_SWIFT:-$(dirname "$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")")}

mirror() {
    { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources \
        /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
        awk '$1 == "URIs:" && !u { u = $2 } $1 == "Suites:" && $2 == s { print u; exit }
            $1 == "Types:" { u = "" } $1 == "deb" && $0 ~ " " s " " {
                for (i = 2; i <= NF; i++) if ($i ~ /^[a-z]+:\/\//) { print $i; exit } }' \
            s="$suite"
}

make_root() {
    [ ! -e "$root/usr/bin/make" ] || return 0
    local from=${BARE_MIRROR:-$(mirror)}
    [ -n "$from" ] || fail "apt names no mirror of $suite; say BARE_MIRROR="
    say "making a bare Debian $suite in $root from $from"
    # make is what the README asks for; everything else must come from `make run` itself.
    debootstrap --variant=minbase --include=ca-certificates,make "$suite" "$root" "$from" \
        >.build/debootstrap.log || fail "debootstrap failed; see .build/debootstrap.log"
}

# Where git fetches packages from, if a copy on this machine stands in for their address.
git_copies() {
    git config --get-regexp '^url\..*\.insteadof$' |
        sed -n 's/^url\.\(\/[^ ]*\)\.insteadof .*/\1/p' | sort -u
}

bind() {
    mount --bind "$1" "$2"
    mount -o remount,bind,ro "$2"
}

furnish() {
    local path copies
    mapfile -t copies < <(git_copies)
    read -r -d '' -a more <<<"${BARE_BIND:-}" || true
    for path in "$swift" ${copies[@]+"${copies[@]}"} ${more[@]+"${more[@]}"}; do
        mkdir -p "$root/$path"
        bind "$path" "$root/$path"
    done
    read -r -d '' -a more <<<"${BARE_COPY:-/etc/resolv.conf /etc/hosts /etc/gitconfig /etc/gitignore
        /etc/pip.conf /etc/ssl/certs /usr/local/share/ca-certificates
        $(ls -d /etc/apt/apt.conf.d/99* 2>/dev/null || true)}" || true
    for path in "${more[@]}" ~/.config/pip/pip.conf ~/.gitconfig; do
        [ -e "$path" ] || continue
        mkdir -p "$root/$(dirname "$path")"
        rm -rf "${root:?}/$path"
        cp -aL "$path" "$root/$path"
    done
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/dev/shm"
}

clone() {
    rm -rf "$root/srv/saima"
    git clone -q . "$root/srv/saima"
    git -C "$root/srv/saima" remote remove origin
    if [ -n "${BARE_SHARED:-}" ]; then
        mkdir -p "$root/srv/shared"
        bind "$BARE_SHARED" "$root/srv/shared"
    fi
}

# Becomes a command in the new root. Settings that a network behind a proxy needs go in; all else
# stays out.
inside() {
    local name settings=()
    for name in http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR GIT_SSL_CAINFO \
        PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_FIND_LINKS PIP_CERT PIP_DEFAULT_TIMEOUT; do
        [ -z "${!name:-}" ] || settings+=("$name=${!name}")
    done
    exec chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb LANG=C.UTF-8 "${settings[@]}" \
        PATH="/usr/sbin:/usr/bin:/sbin:/bin:$swift/usr/bin" "$@"
}

try_run() {
    say "make run"
    (inside make -C /srv/saima run PORT="$port") &
    server=$!
    local try
    for ((try = 0; try < 3600; try++)); do
        ! answers 127.0.0.1 "$port" /healthz || break
        kill -0 "$server" 2>/dev/null || fail "make run ended before it served"
        sleep 1
    done
    answers 127.0.0.1 "$port" / || fail "the overview page does not answer 200"
    say "make run serves after $SECONDS s; the overview answers 200"
    kill -TERM "$server"
    wait "$server" 2>/dev/null || true
}

make_root
furnish
clone
SECONDS=0
try_run
if [ "${1:-}" = --test ]; then
    SECONDS=0
    say "make test"
    (inside CI=true make -C /srv/saima test)
    say "make test passes after $SECONDS s"
fi
