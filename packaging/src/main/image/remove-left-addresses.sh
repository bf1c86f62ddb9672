#!/bin/sh
# remove-left-addresses [RECORD...]   Removes the addresses, routes and rules that a daemon left which did not stop in order.
#
# A daemon keeps a record of what it has added to the kernel, beside its pid file; without arguments all of the default places
# are looked at. Nothing is touched while the daemon that wrote the record is alive. Needs ip (iproute2) and CAP_NET_ADMIN, and nsenter where
# the daemon ran in another network namespace. Says on standard error what it removes.
set -u

[ $# -gt 0 ] || set -- /run/keepalived.addresses /run/keepalived/*.addresses /run/keepalived/*/*.addresses

# alive PID START: whether the process of that number is the one that started then (the 22nd field of proc_pid_stat(5)). One that has ended
# and waits for systemd to take notice (Z) is not: its sockets are closed.
alive() {
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
    # Split into words; what precedes the last parenthesis is the number and the name.
    # shellcheck disable=SC2086
    set -- "$2" ${stat##*) }
    [ "$1" = "${21-}" ] && [ "$2" != Z ]
}

# within NETNS COMMAND...: runs it in the network namespace that /proc or /run/netns shows under this name; 200 where there is none any more.
within() {
    wanted=$1
    shift
    own=$(readlink /proc/self/ns/net) || return
    if [ "$wanted" = "$own" ]; then
        "$@"
        return
    fi
    for candidate in /run/netns/*; do
        if [ "$wanted" = "net:[$(stat -L -c %i "$candidate" 2>/dev/null)]" ]; then
            nsenter --net="$candidate" -- "$@"
            return
        fi
    done
    return 200
}

remove() {
    pid='' start='' netns=''
    while read -r mark key value; do
        [ "$mark" = '#' ] || break
        case $key in pid) pid=$value ;; start) start=$value ;; netns) netns=$value ;; esac
    done <"$1"
    [ -n "$pid" ] && [ -n "$start" ] && [ -n "$netns" ] || return 0
    ! alive "$pid" "$start" || return 0

    status=0
    listing=$(within "$netns" ip -oneline address show) || status=$?
    if [ "$status" != 0 ] && [ "$status" != 200 ]; then
        echo "$1: the addresses that keepalived (pid $pid) left stay, ip (iproute2) does not work here" >&2
        failed=1
        return
    fi
    present=' '
    while read -r _ device _ address rest; do
        case $rest in 'peer '*) rest=${rest#peer } address="$address peer ${rest%% *}" ;; esac
        present="$present$address dev ${device%%@*} "
    done <<END
$listing
END
    left=''
    while read -r _ _ address; do
        case $present in *" $address "*)
            left="${left}address del $address
"
            echo "keepalived (pid $pid) did not stop in order and left $address, removing it" >&2 ;;
        esac
    done <<END
$(grep '^address del ' "$1")
END
    # Rules and routes first, as at a stop. Those that went with an interface are gone already, which is no news.
    for family in -4 -6; do
        others=$(sed -n "s/^$family \(r[a-z]* del \)/\1/p" "$1")
        [ -z "$others" ] || {
            echo "keepalived (pid $pid) did not stop in order, removing the routes and rules that it left" >&2
            printf '%s\n' "$others" | within "$netns" ip "$family" -force -batch - 2>/dev/null
        }
    done
    [ -z "$left" ] || printf %s "$left" | within "$netns" ip -force -batch -
    rm -f -- "$1"
}

failed=0
for record do
    [ ! -f "$record" ] || remove "$record"
done
exit "$failed"
