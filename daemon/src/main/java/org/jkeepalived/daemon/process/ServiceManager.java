package org.jkeepalived.daemon.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jkeepalived.daemon.log.DatagramSink;

/**
 * Tells systemd about the daemon's state, where {@code NOTIFY_SOCKET} names its socket (sd_notify(3)).
 *
 * <p>A message that cannot be delivered is dropped, after some seconds where the reader is only slow: the daemon's work does not depend on it.
 * Any thread may call but the loop's.
 */
public final class ServiceManager {
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long RETRY_NANOS = 1_000_000L;
    private static final int RETRIES = 5_000;

    private final String address;
    private final DatagramSink.Opener opener;
    private final OptionalLong watchdogNanos;

    /** @param environment the process's environment */
    public ServiceManager(Map<String, String> environment, DatagramSink.Opener opener) {
        this.address = environment.getOrDefault("NOTIFY_SOCKET", "");
        this.opener = opener;
        this.watchdogNanos = watchdogNanos(environment);
    }

    /** Meant for this process alone: a variable that was inherited names another one. */
    private OptionalLong watchdogNanos(Map<String, String> environment) {
        String pid = environment.getOrDefault("WATCHDOG_PID", "");
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        boolean ours = pid.isEmpty() || pid.equals(Long.toString(ProcessHandle.current().pid()));
        if (address.isEmpty() || !ours || !micros.matches("[1-9][0-9]{0,14}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(micros) * NANOS_PER_MICRO);
    }

    /** Whether a service manager listens. */
    public boolean present() {
        return !address.isEmpty();
    }

    /** Within which time it wants to hear {@link #alive}; empty where it does not wait for that (sd_watchdog_enabled(3)). */
    public OptionalLong watchdogIntervalNanos() {
        return watchdogNanos;
    }

    /** Start-up, or a reload, is complete. */
    public void ready(long pid, String status) {
        send("READY=1\nMAINPID=" + pid + "\nSTATUS=" + line(status) + "\n");
    }

    /** What {@code systemctl status} shows. */
    public void status(String status) {
        send("STATUS=" + line(status) + "\n");
    }

    /** The daemon's loop turns. */
    public void alive() {
        send("WATCHDOG=1\n");
    }

    /** A message is made of lines. */
    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    /**
     * A reload began; {@link #ready} ends it.
     *
     * @param nowNanos CLOCK_MONOTONIC, which {@link System#nanoTime} is
     */
    public void reloading(long nowNanos) {
        send("RELOADING=1\nMONOTONIC_USEC=" + nowNanos / NANOS_PER_MICRO + "\n");
    }

    /** The daemon is about to end. */
    public void stopping() {
        send("STOPPING=1\nSTATUS=stopping\n");
    }

    private void send(String message) {
        if (address.isEmpty()) {
            return;
        }
        byte[] data = message.getBytes(StandardCharsets.UTF_8);
        try (DatagramSink sink = opener.open(address)) {
            for (int i = 0; i < RETRIES && !sink.send(data, data.length); i++) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        } catch (IOException absent) {
            // The service manager is gone or never listened; nobody is left to tell.
            return;
        }
    }
}
