package org.jkeepalived.vrrp.simulation;

import java.util.List;
import java.util.PriorityQueue;
import org.jkeepalived.net.IpAddress;

/** Segments that join all nodes. Every direction between two nodes fails by itself: cut, lossy, or duplicating. */
final class SimulatedLan {

    /** A packet on a segment. */
    record Packet(int segment, IpAddress source, IpAddress destination, byte[] message) {}

    private record InFlight(long arrivesAtNanos, long order, SimulatedNode to, Packet packet) {}

    private static final long MIN_LATENCY_NANOS = 50_000;
    private static final long MAX_LATENCY_NANOS = 900_000;

    private final SeededRandom random;
    private final Simulation simulation;
    private final List<SimulatedNode> nodes;
    private final boolean[][] cut;
    private final int[][] lossPermille;
    private final PriorityQueue<InFlight> inFlight = new PriorityQueue<>((a, b) -> a.arrivesAtNanos != b.arrivesAtNanos
            ? Long.compare(a.arrivesAtNanos, b.arrivesAtNanos)
            : Long.compare(a.order, b.order));
    private int duplicatePermille;
    private long sent;

    SimulatedLan(SeededRandom random, Simulation simulation, List<SimulatedNode> nodes) {
        this.random = random;
        this.simulation = simulation;
        this.nodes = nodes;
        cut = new boolean[nodes.size()][nodes.size()];
        lossPermille = new int[nodes.size()][nodes.size()];
    }

    void send(SimulatedNode from, Packet packet) {
        int sender = nodes.indexOf(from);
        for (int receiver = 0; receiver < nodes.size(); receiver++) {
            if (receiver == sender || cut[sender][receiver] || random.chance(lossPermille[sender][receiver])
                    || !isFor(nodes.get(receiver), packet) || !from.linkUp(packet.segment())) {
                continue;
            }
            launch(nodes.get(receiver), packet);
            if (random.chance(duplicatePermille)) {
                launch(nodes.get(receiver), packet);
            }
        }
    }

    private static boolean isFor(SimulatedNode receiver, Packet packet) {
        NodePlan plan = receiver.plan();
        return receiver.linkUp(packet.segment()) && (packet.destination().isMulticast()
                || packet.destination().equals(plan.network().source(plan.node(), packet.segment())));
    }

    private void launch(SimulatedNode to, Packet packet) {
        long latency = random.between(MIN_LATENCY_NANOS, MAX_LATENCY_NANOS);
        inFlight.add(new InFlight(simulation.now() + latency, sent++, to, packet));
    }

    long nextArrivalNanos() {
        return inFlight.isEmpty() ? Long.MAX_VALUE : inFlight.peek().arrivesAtNanos;
    }

    void deliverNext() {
        InFlight arrived = inFlight.poll();
        arrived.to.deliver(arrived.packet);
    }

    void cut(int from, int to, boolean value) {
        cut[from][to] = value;
    }

    void lose(int from, int to, int permille) {
        lossPermille[from][to] = permille;
    }

    void duplicate(int permille) {
        duplicatePermille = permille;
    }

    /** All directions work again. Duplicates may go on: the protocol must not mind them. */
    void heal() {
        for (int from = 0; from < nodes.size(); from++) {
            for (int to = 0; to < nodes.size(); to++) {
                cut[from][to] = false;
                lossPermille[from][to] = 0;
            }
        }
    }

    /** Whether nothing is cut or lossy, and everybody can send. */
    boolean whole() {
        for (SimulatedNode node : nodes) {
            if (node.sendsFail()) {
                return false;
            }
        }
        for (int from = 0; from < nodes.size(); from++) {
            for (int to = 0; to < nodes.size(); to++) {
                if (cut[from][to] || lossPermille[from][to] > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
