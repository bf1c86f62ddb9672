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
        send(frame.build(), 1);
    }

    /** Sends an Ethernet frame as it is and returns when it has left. */
    public void send(byte[] frame) {
        send(frame, 1);
    }

    /** Sends a frame so many times, as fast as can be, and returns when the last has left. */
    public void send(VrrpFrame frame, int times) {
        send(frame.build(), times);
    }

    private synchronized void send(byte[] frame, int times) {
        try {
            sender.in()
                    .write((HexFormat.of().formatHex(frame) + " " + times + "\n").getBytes(StandardCharsets.US_ASCII));
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
