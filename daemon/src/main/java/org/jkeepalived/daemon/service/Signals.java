package org.jkeepalived.daemon.service;

import org.jkeepalived.daemon.cli.SignalFunction;
import org.jkeepalived.netlink.event.SignalReceiver;

/** The signals that the daemon takes; the launcher blocks the same ones before the JVM starts. */
final class Signals {
    private Signals() {}

    static final int WRITE_JSON = SignalFunction.JSON.number();
    static final int WRITE_STATS_AND_CLEAR = SignalFunction.STATS_CLEAR.number();

    static final int[] ALL = {SignalReceiver.SIGHUP, SignalReceiver.SIGINT, SignalReceiver.SIGTERM,
        SignalReceiver.SIGUSR1, SignalReceiver.SIGUSR2, SignalReceiver.SIGPIPE, WRITE_JSON, WRITE_STATS_AND_CLEAR};
}
