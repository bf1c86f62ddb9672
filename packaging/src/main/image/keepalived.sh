#!/bin/sh
# Starts the daemon's virtual machine from the image this file belongs to.
#
# The image's java is called keepalived, so that ps -C, pidof, pgrep -x and killall find it under that name.

self=$0
[ -h "$self" ] && self=$(readlink -f -- "$self")
case $self in
    /*/bin/keepalived) image=${self%/bin/keepalived} ;;
    *) image=$(cd -- "${self%/*}/.." && pwd -P) ;;
esac

# Two options concern the launcher: whether to stay in the foreground, and the network namespace. The rules are
# getopt_long's: letters may be joined, an argument may be attached, a long name may be cut short.
foreground= namespace= expected=
for word do
    if [ -n "$expected" ]; then
        [ "$expected" = namespace ] && namespace=$word
        expected=
        continue
    fi
    case $word in
        --) break ;;
        --config-test-*=*) foreground=yes ;;
        --config-test-*) foreground=yes expected=other ;;
        --reload-*=*) foreground=yes ;;
        --reload-*) foreground=yes expected=other ;;
        --dump-config|--dont-f*|--config-t*|--lint|--version|--help|--signum=*) foreground=yes ;;
        --na*=*) namespace=${word#*=} ;;
        --na*) expected=namespace ;;
        --*=*) ;;
        --us*|--um*|--log-fa*|--pi*|--vrrp_*|--checkers*|--bf*|--snmp-*|--config-i*|--config-f*|--si*) expected=other ;;
        --*) ;;
        -?*)
            letters=${word#-}
            while [ -n "$letters" ]; do
                rest=${letters#?}
                case $letters in
                    t*) foreground=yes rest= ;;
                    [nvh]*) foreground=yes ;;
                    s*) if [ -n "$rest" ]; then namespace=$rest; else expected=namespace; fi; rest= ;;
                    [fSuprcbAi]*) [ -n "$rest" ] || expected=other; rest= ;;
                    [gM]*) rest= ;;
                esac
                letters=$rest
            done ;;
    esac
done

# Whatever the caller's Java settings are, they are not meant for this one.
unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH JKEEPALIVED_LAUNCHER

set -- "$image/lib/runtime/bin/keepalived" "@$image/lib/jvm.options" "-XX:AOTCache=$image/lib/keepalived.aot" \
    "-Djffi.boot.library.path=$image/lib/native" "-Djkeepalived.program=$0" -jar "$image/lib/app/keepalived.jar" "$@"

if [ -n "$namespace" ]; then
    if ! [ -e "/run/netns/$namespace" ]; then
        echo "Network namespace $namespace does not exist" >&2
        exit 1
    fi
    set -- nsenter "--net=/run/netns/$namespace" -- "$@"
fi

# The daemon reads its signals from a descriptor: they must be blocked in every thread of the virtual machine, which
# only an inherited mask does. HotSpot itself stops threads by the signal that _JAVA_SR_SIGNUM names, SIGUSR2 otherwise.
# What keepalived ignores must not end the virtual machine either: a mistyped number sent by an exporter would. The
# virtual machine catches 60 and 62 itself; scripts get every signal with its default.
ignored=QUIT,ALRM,STKFLT,VTALRM,PROF,POLL,PWR,34,35,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58
ignored=$ignored,59,61,64
set -- env --default-signal=INT "--ignore-signal=$ignored" \
    --block-signal=HUP,INT,TERM,USR1,USR2,CHLD,PIPE,RTMIN+2,RTMAX-1 \
    _JAVA_SR_SIGNUM=60 "$@"

[ -n "$foreground" ] && exec "$@"

# In the background: a session of its own. The daemon ends this process with SIGTERM as soon as it has read its
# configuration and runs; an end before that is passed on.
trap 'exit 0' TERM
JKEEPALIVED_LAUNCHER=$$ setsid "$@" &
wait $!
exit $?
