# shellcheck shell=bash
# Sourced by the other scripts, from the root of the project. Talk goes to standard error.

say() { printf 'saima: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Prints those of the named Debian packages that are not installed.
missing_packages() {
    local installed
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ' || true) "
    local package
    for package; do
        case $installed in *" $package "*) ;; *) printf '%s\n' "$package" ;; esac
    done
}

# Installs those of the named Debian packages that are missing; says which.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "not a Debian machine; what Debian calls these must be there: $*"
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "missing: ${missing[*]}. Installing needs root, and there is no sudo:" \
            "run as root once: apt-get install ${missing[*]}"
    fi
    say "installing ${missing[*]}"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0
        install -y --no-install-recommends "${missing[@]}")
    # Package lists may be absent or older than the mirror: then fetch them and try again.
    if ! as_root "${install[@]}" >.build/apt.log 2>&1; then
        say "fetching package lists"
        as_root apt-get -qq update >&2 || fail "apt-get update failed"
        as_root "${install[@]}" >.build/apt.log 2>&1 || {
            tail -n 20 .build/apt.log >&2
            fail "could not install ${missing[*]}"
        }
    fi
}

# Makes .build/venv if need be, with the packages of a requirements file; prints its python.
venv_python() {
    local requirements=${1:-} python=python3
    # Debian's own python, for which Debian's python3-venv was installed, where there is one.
    [ -x /usr/bin/python3 ] && python=/usr/bin/python3
    if ! .build/venv/bin/python -m pip --version >/dev/null 2>&1; then
        say "making .build/venv"
        rm -rf .build/venv
        "$python" -m venv .build/venv >&2 || fail "python3 -m venv failed"
    fi
    if [ -n "$requirements" ]; then
        local stamp
        stamp=.build/venv/$(tr / - <<<"$requirements").done
        if ! cmp -s "$requirements" "$stamp"; then
            say "installing what $requirements names into .build/venv"
            .build/venv/bin/python -m pip install -q --disable-pip-version-check \
                -r "$requirements" >&2 || fail "pip could not install $requirements"
            cp "$requirements" "$stamp"
        fi
    fi
    printf '%s\n' .build/venv/bin/python
}

# Whether a server answers a path with the status wanted: answers HOST PORT PATH [STATUS].
answers() {
    local host=$1 port=$2 path=$3 wanted=${4:-200} status
    {
        exec 9<>"/dev/tcp/$host/$port" || return 1
    } 2>/dev/null
    # Through cat, in one write: a server may answer the first line and hang up.
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' \
        "$path" "$host" "$port" | cat >&9 || true
    read -r -t 5 _ status _ <&9 || status=
    exec 9>&-
    [ "$status" = "$wanted" ]
}
