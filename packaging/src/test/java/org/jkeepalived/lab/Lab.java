package org.jkeepalived.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A test network: a switch, a capture of everything VRRP on it, nodes with daemons, and plain hosts. */
public final class Lab implements AutoCloseable {
    private static final long CAPTURE_LINES = 30;
    private final Bridge bridge = new Bridge();
    private final Capture capture = new Capture(bridge.chassis());
    private final List<AutoCloseable> things = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    public Bridge bridge() {
        return bridge;
    }

    public Capture capture() {
        return capture;
    }

    Host boot(HostSpec spec, Path image) {
        var host = new Host(spec.name(), image);
        things.add(host);
        bridge.plugIn(host, spec);
        return host;
    }

    /** Boots a host for a daemon, which is not started yet. */
    public Node node(HostSpec spec, PeerKind kind) {
        var node = new Node(this, spec, kind);
        nodes.add(node);
        return node;
    }

    /** Boots a host without a daemon. */
    public Host host(HostSpec spec) {
        return boot(spec, null);
    }

    /**
     * Boots a host without a daemon.
     *
     * @param visible directory that stays visible inside at its own path
     */
    public Host host(HostSpec spec, Path visible) {
        return boot(spec, visible);
    }

    /** Starts pinging {@code address} from {@code from} every 100 ms. */
    public Pinger ping(Host from, String address) {
        var pinger = new Pinger(from, address);
        things.add(pinger);
        return pinger;
    }

    /** Waits as {@link Eventually#await} does; a failure shows every node and the end of the capture. */
    public void await(String description, Duration limit, BooleanSupplier condition) {
        Eventually.await(condition, description, limit, this::describe);
    }

    /** Fails with every node and the end of the capture when the condition does not hold now. */
    public void check(String description, boolean condition) {
        if (!condition) {
            throw new AssertionError("does not hold: " + description + "\n" + describe());
        }
    }

    /** Fails as {@link #check} does when the condition stops to hold within {@code period}. */
    public void holds(String description, Duration period, BooleanSupplier condition) {
        long endNanos = System.nanoTime() + period.toNanos();
        while (System.nanoTime() < endNanos) {
            check(description, condition.getAsBoolean());
            Eventually.pause();
        }
    }

    private String describe() {
        var text = new StringBuilder();
        nodes.forEach(node -> text.append(node.describe()));
        var packets = capture.packets();
        text.append("--- the wire, ").append(packets.size()).append(" packets\n");
        packets.stream()
                .skip(Math.max(0, packets.size() - CAPTURE_LINES))
                .forEach(packet -> text.append(packet.summary()).append('\n'));
        return text.toString();
    }

    @Override
    public void close() {
        for (AutoCloseable thing : things.reversed()) {
            try {
                thing.close();
            } catch (Exception e) {
                throw new IllegalStateException("taking down the lab", e);
            }
        }
        capture.close();
        bridge.close();
    }
}
