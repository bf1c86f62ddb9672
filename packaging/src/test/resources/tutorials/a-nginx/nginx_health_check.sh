#!/bin/bash
# Starts nginx when none runs; when that does not help, stops keepalived from inside its own check.
say() {
    logger -i -t "nginx_check" -p local0.info "$1"
}
if [ "$(ps -C nginx --no-heading | wc -l)" = "0" ]; then
    /usr/sbin/nginx
    say "nginx was down, starting it"
    sleep 3
    if [ "$(ps -C nginx --no-heading | wc -l)" = "0" ]; then
        say "nginx does not start"
        service keepalived stop
    else
        say "nginx runs again"
    fi
fi
