package org.jkeepalived.daemon.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jkeepalived.daemon.log.DatagramSink;

/**
 * Tells systemd about the daemon's state, where {@code NOTIFY_SOCKET} names its socket (sd_notify(3)).
 *
 * <p>A message that cannot be delivered is dropped: the daemon's work does not depend on it. Any thread may call.
 */
public final class ServiceManager {
    private final String address;
    private final DatagramSink.Opener opener;

    /** @param environment the process's environment */
    public ServiceManager(Map<String, String> environment, DatagramSink.Opener opener) {
        this.address = environment.getOrDefault("NOTIFY_SOCKET", "");
        this.opener = opener;
    }

    /** Start-up is complete. */
    public void ready(long pid, String status) {
        send("READY=1\nMAINPID=" + pid + "\nSTATUS=" + status + "\n");
    }

    /**
     * A reload began; {@link #ready} ends it.
     *
     * @param nowNanos CLOCK_MONOTONIC, which {@link System#nanoTime} is
     */
    public void reloading(long nowNanos) {
        send("RELOADING=1\nMONOTONIC_USEC=" + nowNanos / 1000 + "\n");
    }

    /** The daemon is about to end. */
    public void stopping() {
        send("STOPPING=1\n");
    }

    private void send(String message) {
        if (address.isEmpty()) {
            return;
        }
        byte[] data = message.getBytes(StandardCharsets.UTF_8);
        try (DatagramSink sink = opener.open(address)) {
            sink.send(data, data.length);
        } catch (IOException absent) {
            // The service manager is gone or never listened; nobody is left to tell.
            return;
        }
    }
}
