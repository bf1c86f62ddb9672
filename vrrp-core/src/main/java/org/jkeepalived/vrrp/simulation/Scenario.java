package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** What a simulation runs. Everything follows from the seed. */
public final class Scenario {

    private static final long MS = 1_000_000L;
    private static final int MAX_DRIFT_PPM = 2000;
    private static final int ROUNDS = 4;
    private static final int TROUBLES_PER_ROUND = 9;

    private final long seed;
    private final NetworkPlan network;
    private final List<NodeSpec> nodes;

    private Scenario(long seed, NetworkPlan network, List<NodeSpec> nodes) {
        this.seed = seed;
        this.network = network;
        this.nodes = List.copyOf(nodes);
    }

    /**
     * A scenario whose protocol version, family, interval and addressing, and whose hosts' routers, priorities, preemption, grouping, resources
     * and drifts follow from the seed.
     */
    public static Scenario random(long seed, int nodeCount) {
        SeededRandom random = new SeededRandom(~seed);
        AddressFamily family = random.chance(300) ? AddressFamily.IPV6 : AddressFamily.IPV4;
        ProtocolVersion version = family == AddressFamily.IPV6 || random.chance(500)
                ? ProtocolVersion.V3
                : ProtocolVersion.V2;
        long interval = version == ProtocolVersion.V2 ? 1000 * MS : random.between(10, 100) * 10 * MS;
        NetworkPlan network = new NetworkPlan(family, version, interval, random.chance(250), nodeCount);
        int routers = (int) random.between(1, 3);
        boolean preempt = random.chance(700);
        boolean grouped = routers > 1 && random.chance(400);
        int common = random.chance(200) ? (int) random.between(1, 254) : 0;
        List<NodeSpec> nodes = new ArrayList<>();
        for (int node = 0; node < nodeCount; node++) {
            int priority = common > 0 ? common : (int) random.between(1, 254);
            List<RouterPlan> plans = new ArrayList<>();
            for (int router = 0; router < routers; router++) {
                boolean inGroup = grouped && router < 2;
                int own = inGroup || common > 0 ? priority : (int) random.between(1, 254);
                long delay = random.chance(100) ? interval : 0;
                plans.add(new RouterPlan(router, own, preempt, delay, (int) random.between(1, 4), (int) random.below(2),
                        inGroup));
            }
            nodes.add(new NodeSpec("node" + (node + 1), new NodePlan(network, node, plans),
                    (int) random.between(-MAX_DRIFT_PPM, MAX_DRIFT_PPM)));
        }
        return new Scenario(seed, network, nodes);
    }

    /** What decides every random choice. */
    public long seed() {
        return seed;
    }

    NetworkPlan network() {
        return network;
    }

    List<NodeSpec> nodes() {
        return nodes;
    }

    /** How often trouble and quiet follow each other. */
    int rounds() {
        return ROUNDS;
    }

    int troublesPerRound() {
        return TROUBLES_PER_ROUND;
    }
}
