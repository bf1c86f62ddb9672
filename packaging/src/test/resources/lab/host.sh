# Runs as the first process of a test host, in network, PID, mount, UTS and IPC namespaces of its own.
# $1 name of the host; $2 a directory that stays visible at its own path (empty: none); $INIT the program that becomes PID 1.
# Every mount is private to the host and goes away with it; what is written below /etc, /usr and /var lands in memory.
set -eu
name=$1
image=$2
hostname "$name"
mount -t tmpfs tmpfs /mnt
if [ -n "$image" ]; then
    mkdir /mnt/image
    mount --bind "$image" /mnt/image
fi
for tree in etc usr var; do
    mkdir -p "/mnt/$tree/upper" "/mnt/$tree/work"
    mount -t overlay "$tree" -o "lowerdir=/$tree,upperdir=/mnt/$tree/upper,workdir=/mnt/$tree/work" "/$tree"
done
mount -t sysfs sysfs /sys
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o mode=755 tmpfs /run
mkdir /tmp/dev
mount -t tmpfs -o mode=755 dev /tmp/dev
for node in null zero full random urandom tty; do
    touch "/tmp/dev/$node"
    mount --bind "/dev/$node" "/tmp/dev/$node"
done
mkdir /tmp/dev/pts /tmp/dev/shm
ln -s /proc/self/fd /tmp/dev/fd
mount --move /tmp/dev /dev
rmdir /tmp/dev
# A checkout below /tmp or /run would be hidden by now.
if [ -n "$image" ] && [ ! -e "$image/bin" ]; then
    mkdir -p "$image"
    mount --bind /mnt/image "$image"
fi

mkdir -p /etc/keepalived
rm -rf /etc/keepalived/*
echo "$name" >/etc/hostname
echo "127.0.0.1 localhost $name" >/etc/hosts

# Stand-ins for the service manager: a stop is a SIGTERM to the daemon named by its pid file, and returns when it has gone.
cat >/usr/sbin/service <<'S'
#!/bin/sh
# service NAME stop|reload|status, for a host without a service manager
pid=$(cat "/run/$1.pid" 2>/dev/null) || exit 3
case $2 in
    stop)
        kill -TERM "$pid" || exit 1
        for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || exit 0; sleep 0.1; done
        exit 1 ;;
    reload) kill -HUP "$pid" ;;
    status) kill -0 "$pid" ;;
    *) echo "service: $2 is not known here" >&2; exit 2 ;;
esac
S
cat >/usr/bin/systemctl <<'S'
#!/bin/sh
# systemctl stop|reload|is-active UNIT, for a host without a service manager
unit=${2%.service}
case $1 in
    is-active) exec /usr/sbin/service "$unit" status ;;
    *) exec /usr/sbin/service "$unit" "$1" ;;
esac
S
chmod 755 /usr/sbin/service /usr/bin/systemctl

ip link set lo up
sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
exec /usr/bin/python3 -u -c "$INIT"
