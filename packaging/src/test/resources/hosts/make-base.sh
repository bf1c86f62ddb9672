#!/bin/bash
# make-base.sh OUT.tar   Makes the file tree that the test hosts with systemd start from, as an archive.
#
# A small Debian of this machine's release, from this machine's mirror, with what keepalived depends on installed and Debian's keepalived
# package in a local repository, so that a test host installs and removes packages without a network.
# Needs root and debootstrap; takes about a minute.
set -euo pipefail

archive=$1
# shellcheck source=/dev/null
. /etc/os-release
# shellcheck disable=SC2016 # apt-get's own field
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $VERSION_CODENAME" 'Component: main' | head -n 1)
tree=$(mktemp -d /var/tmp/jkeepalived-base.XXXXXX)
log=$tree.log

clean_up() {
    local status=$?
    [ "$status" = 0 ] || tail -n 30 "$log" >&2
    rm -rf --one-file-system "$tree" "$log" "$archive.part"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

in_tree() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

chmod 755 "$tree"
debootstrap --variant=minbase \
    --include=systemd,systemd-sysv,dbus,iproute2,procps,psmisc,init-system-helpers "$VERSION_CODENAME" "$tree" "$mirror" >"$log" 2>&1

# No service starts while packages are unpacked here.
printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
chmod 755 "$tree/usr/sbin/policy-rc.d"
{
    in_tree apt-get -q update
    # shellcheck disable=SC2046 # a list of names
    in_tree apt-get -q -y --no-install-recommends install nginx-light \
        $(in_tree apt-cache depends keepalived | awk '$1 == "Depends:" && $2 !~ /</ { print $2 }')
    in_tree sh -c 'mkdir /srv/packages && cd /srv/packages && apt-get -q -o APT::Sandbox::User=root download keepalived'
} >>"$log" 2>&1

for package in "$tree"/srv/packages/*.deb; do
    dpkg-deb -f "$package"
    printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "${package##*/}" "$(stat -c %s "$package")" "$(sha256sum "$package" | cut -d ' ' -f 1)"
done >"$tree/srv/packages/Packages"
rm -rf "$tree"/etc/apt/sources.list.d/* "$tree"/var/lib/apt/lists/* "$tree"/var/cache/apt/archives/*.deb "$tree/usr/sbin/policy-rc.d"
echo 'deb [trusted=yes] file:/srv/packages ./' >"$tree/etc/apt/sources.list"
in_tree apt-get -q -o APT::Sandbox::User=root update >>"$log" 2>&1

# The hosts are started for what a test installs; nginx is a program there, and the network is made from outside.
rm -f "$tree"/etc/systemd/system/*.wants/{nginx,systemd-networkd,systemd-resolved,systemd-timesyncd}* "$tree"/etc/systemd/system/timers.target.wants/*
in_tree systemctl -q mask console-getty.service getty.target e2scrub_reap.service
: >"$tree/etc/machine-id"
# Each host unpacks its own copy into memory.
rm -rf "$tree"/usr/share/{doc,locale,man,i18n,info}/* "$tree"/var/log/*.log "$tree"/var/cache/{apt,debconf,ldconfig}/*
mkdir -p "$tree/var/cache/apt/archives/partial"
tar -C "$tree" --numeric-owner -cf "$archive.part" .
rm -f "${archive%/*}"/base-*.tar
mv "$archive.part" "$archive"
