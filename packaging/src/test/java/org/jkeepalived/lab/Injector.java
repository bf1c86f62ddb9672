package org.jkeepalived.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/** Puts crafted frames on the wire from a host's interface. */
public final class Injector implements AutoCloseable {
    private final Child sender;
    private final Lines answers;
    private int sent;

    public Injector(Host host, HostSpec spec) {
        sender = host.spawn("/usr/bin/python3", "-u", "-c", Resources.text("/lab/inject.py"), spec.networkInterface());
        answers = new Lines(sender.out());
    }

    /** Sends a frame and returns when it has left. */
    public void send(VrrpFrame frame) {
        send(frame.build());
    }

    /** Sends an Ethernet frame as it is and returns when it has left. */
    public synchronized void send(byte[] frame) {
        try {
            sender.in().write((HexFormat.of().formatHex(frame) + "\n").getBytes(StandardCharsets.US_ASCII));
            sender.in().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sent++;
        Eventually.await(() -> answers.all().size() >= sent, "the frame is sent", Duration.ofSeconds(10), () -> "");
    }

    @Override
    public void close() {
        sender.close();
    }
}
