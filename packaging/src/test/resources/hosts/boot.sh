# boot.sh NAME ARCHIVE   Boots systemd on a test host: runs inside of a host of the lab, in its namespaces, until that systemd ends.
#
# The file tree is unpacked at the first boot, into memory that goes away with the host, and stays as it is for the next one.
set -eu
name=$1
tree=/mnt/machine

if [ ! -d $tree ]; then
    mkdir $tree
    tar -C $tree -xf "$2"
    echo "$name" >$tree/etc/hostname
    tr -d - </proc/sys/kernel/random/uuid >$tree/etc/machine-id
    # The service manager inside needs a hierarchy of control groups; which one this machine uses for itself does not matter.
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    mount -t devpts -o newinstance,ptmxmode=666 devpts /dev/pts
    ln -s pts/ptmx /dev/ptmx
fi
group=/sys/fs/cgroup/jkeepalived-host-$name-$(cut -c 1-8 $tree/etc/machine-id)
mkdir -p "$group/outside"
echo $$ >"$group/outside/cgroup.procs"
export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
exec systemd-nspawn --quiet --register=no --keep-unit --link-journal=no --console=pipe --resolv-conf=off --timezone=off \
    -D $tree --machine="$name" --network-namespace-path=/proc/self/ns/net --capability=all --boot
