# Runs a container engine in a test host: $1 its socket, $2 the cgroup below which its containers are.
# Its images and containers are in memory. It makes no firewall rules: the networks are the test host's own.
set -eu

# The host's own /sys hides the control groups: mount them again. The list grows by that.
mounts=$(cat /proc/1/mounts)
while read -r source at type options _; do
    case $at:$type in
        /sys/fs/cgroup:tmpfs) mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup ;;
        /sys/fs/cgroup:cgroup2) mount -t cgroup2 cgroup /sys/fs/cgroup ;;
        /sys/fs/cgroup/*:cgroup | /sys/fs/cgroup/*:cgroup2)
            mkdir -p "$at"
            mount -t "$type" -o "$options" "$source" "$at" ;;
    esac
done <<END
$mounts
END

mkdir -p /mnt/engine
exec dockerd --host "unix://$1" --data-root /mnt/engine --exec-root /run/engine --pidfile /run/engine.pid \
    --storage-driver overlay2 --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "$2" \
    --iptables=false --ip6tables=false --ip-masq=false --ip-forward=false --userland-proxy=false
