# Shared by ./check, ./demo and bench/failover. Source it; $root is the checkout.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
image_launcher=$root/packaging/target/image/bin/keepalived
policy_marker='# keeps services stopped while packages are installed for a test run'

say() { printf '%s\n' "$*" >&2; }

# become_root SCRIPT [ARGUMENT...]: goes on as root, through sudo where there is one.
become_root() {
    [ "$(id -u)" = 0 ] && return
    if command -v sudo >/dev/null; then
        say "$(basename "$1") needs root for network namespaces: continuing with sudo"
        exec sudo -- "$@"
    fi
    say "$(basename "$1") needs root for network namespaces, and there is no sudo: run it as root"
    exit 1
}

missing_packages() {
    local package
    for package in "$@"; do
        # Both forms, because a package that was removed is still known.
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

# install_packages PACKAGE...: installs what is missing. No service starts: policy-rc.d denies it meanwhile and is then restored.
install_packages() {
    local missing
    if ! command -v dpkg-query apt-get >/dev/null; then
        say "this is not a Debian system; needed are the programs of: $*"
        return
    fi
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -z "${missing// /}" ] && return
    say "installing $missing"
    (
        set -e
        exec 9>/run/lock/jkeepalived-packages
        flock 9
        policy=/usr/sbin/policy-rc.d
        kept=
        # One with our marker is left over from a run that was killed.
        if [ -e $policy ] && ! grep -qF "$policy_marker" $policy; then
            kept=$(mktemp /usr/sbin/policy-rc.d.XXXXXX)
            cp -p $policy "$kept"
        fi
        restore() { if [ -n "$kept" ]; then mv "$kept" $policy; else rm -f $policy; fi; }
        trap restore EXIT
        trap 'exit 130' INT TERM
        printf '#!/bin/sh\n%s\nexit 101\n' "$policy_marker" >$policy
        chmod 755 $policy
        export DEBIAN_FRONTEND=noninteractive
        apt-get -q update >/dev/null
        # shellcheck disable=SC2086 # a list of names
        apt-get -q -y --no-install-recommends install $missing >/dev/null
    )
}

image_is_current() {
    [ -x "$image_launcher" ] || return 1
    [ -z "$(find "$root" -path '*/target' -prune -o \
        \( -name pom.xml -o -path '*/src/main/*' -o -path "$root/packaging/*" -path '*/src/*' -not -path '*/src/test/*' \) \
        -type f -newer "$image_launcher" -print -quit)" ]
}

# build_image: builds the runtime image when it is missing or older than its sources, as the owner of the checkout.
build_image() {
    local owner as=()
    image_is_current && return
    if ! command -v mvn >/dev/null; then
        say "Maven is needed to build (apt-get install maven), and a JDK 25"
        return 1
    fi
    owner=$(stat -c %U "$root")
    if [ "$(id -u)" = 0 ] && [ "$owner" != root ] && [ "$owner" != UNKNOWN ]; then
        as=(runuser -u "$owner" -- env "HOME=$(getent passwd "$owner" | cut -d: -f6)")
    fi
    say "building (mvn package, without the tests)"
    (cd "$root" && "${as[@]}" mvn -q -DskipTests package) || return
    [ -x "$image_launcher" ] || { say "the build made no $image_launcher"; return 1; }
    # Sources that change no class leave the image as it is.
    touch -c "$image_launcher"
}
