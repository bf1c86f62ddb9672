#!/bin/sh
# Makes the image's AOT cache (JEP 483) anew: lib/keepalived.aot, with which the daemon starts in a third of the time and uses less memory.
#
# The cache holds the time stamps of the jars and differs from run to run, so it is made where the image is installed
# and is no part of a package. It is trained by a rehearsal of the daemon on interfaces that do not exist; neither root
# nor a network is needed, but a writable image. An old cache stays until the new one is complete.
set -eu

self=$(readlink -f -- "$0")
image=${self%/lib/make-aot-cache}
umask 022
training=$(mktemp -d "$image/lib/training.XXXXXX")
trap 'rm -rf "$training"' EXIT
trap 'exit 1' HUP INT TERM

# Signals as the launcher has them; the caller's service manager and Java settings are not meant for this run. It has a service manager of its
# own, which does not listen.
train() {
    env -u WATCHDOG_PID -u JAVA_TOOL_OPTIONS -u _JAVA_OPTIONS -u JDK_JAVA_OPTIONS -u CLASSPATH \
        --default-signal=INT --block-signal=HUP,INT,TERM,USR1,USR2,CHLD,PIPE,RTMIN+2,RTMAX-1 \
        _JAVA_SR_SIGNUM=60 "TMPDIR=$training" "NOTIFY_SOCKET=$training/nobody" WATCHDOG_USEC=300000 \
        "$image/lib/runtime/bin/keepalived" "@$image/lib/jvm.options" "$@" "-Djffi.boot.library.path=$image/lib/native" \
        -Djkeepalived.program=keepalived -cp "$image/lib/app/keepalived.jar" org.jkeepalived.daemon.Rehearsal "$training" >"$training/log" 2>&1 || {
        cat "$training/log" >&2
        exit 1
    }
}

train -XX:AOTMode=record "-XX:AOTConfiguration=$training/recorded"
train -XX:AOTMode=create "-XX:AOTConfiguration=$training/recorded" "-XX:AOTCache=$training/keepalived.aot"
[ -s "$training/keepalived.aot" ] || { echo "$0: the virtual machine made no cache" >&2; exit 1; }
mv -f "$training/keepalived.aot" "$image/lib/keepalived.aot"
