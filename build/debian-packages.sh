# Shared by ./check, ./demo and bench/failover. Source it; $root is the checkout.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
image_launcher=$root/packaging/target/image/bin/keepalived
policy_marker='# keeps services stopped while packages are installed for a test run'

say() { printf '%s\n' "$*" >&2; }

# become_root COMMAND...: does nothing as root, else goes on with the command through sudo; fails where that does not work.
become_root() {
    [ "$(id -u)" = 0 ] && return
    if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        say "$(basename "$0") needs root for network namespaces: continuing with sudo"
        exec sudo -- env "PATH=$PATH" ${JAVA_HOME:+"JAVA_HOME=$JAVA_HOME"} "$@"
    fi
    return 1
}

# need_root COMMAND...: as become_root, and ends where there is no sudo.
need_root() {
    become_root "$@" || { say "$(basename "$0") needs root for network namespaces, and sudo does not work here: run it as root"; exit 1; }
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
    if ! command -v apt-get >/dev/null; then
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
        disable_services $missing
    )
}

# disable_services PACKAGE...: what the packages would start at the next boot stays stopped.
disable_services() {
    local unit
    command -v systemctl >/dev/null || return 0
    dpkg -L "$@" | sed -nE 's#.*/systemd/system/([^/]*\.(service|socket))$#\1#p' | while read -r unit; do
        systemctl disable --quiet "$unit" 2>/dev/null || true
    done
}

image_is_current() {
    [ -x "$image_launcher" ] || return 1
    [ -z "$(find "$root" -path '*/target' -prune -o \( -name pom.xml -o -path '*/src/main/*' \) \
        -type f -newer "$image_launcher" -print -quit)" ]
}

# as_owner COMMAND...: runs it as the owner of the checkout, so that a build as root leaves no files of root's in it.
as_owner() {
    local owner
    owner=$(stat -c %U "$root")
    if [ "$(id -u)" != 0 ] || [ "$owner" = root ] || [ "$owner" = UNKNOWN ]; then
        "$@"
    else
        runuser -u "$owner" -- env "HOME=$(getent passwd "$owner" | cut -d: -f6)" "$@"
    fi
}

# build_image: builds the runtime image when it is missing or older than its sources.
build_image() {
    image_is_current && return
    if ! command -v mvn >/dev/null; then
        say "Maven is needed to build (apt-get install maven), and a JDK 25"
        return 1
    fi
    say "building (mvn package, without the tests)"
    (cd "$root" && as_owner mvn -q -Dmaven.test.skip=true package) || return
    [ -x "$image_launcher" ] || { say "the build made no $image_launcher"; return 1; }
    # Sources that change no class leave the image as it is.
    touch -c "$image_launcher"
}
