package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.ElectionSettings;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterParametersBuilder;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.SyncGroupParameters;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/**
 * What a simulation runs.
 *
 * @param seed decides every random choice
 * @param nodes the hosts; all have the same virtual routers
 * @param rounds how often trouble and quiet follow each other
 * @param troublesPerRound disturbances of one round
 */
public record Scenario(long seed, List<NodeSpec> nodes, int rounds, int troublesPerRound) {

    private static final long MS = 1_000_000L;
    private static final int FIRST_SEGMENT = 2;
    private static final int MAX_DRIFT_PPM = 2000;

    public Scenario {
        nodes = List.copyOf(nodes);
    }

    /** A scenario whose protocol version, family, interval, priorities, preemption, grouping and drifts follow from the seed. */
    public static Scenario random(long seed, int nodeCount) {
        SeededRandom random = new SeededRandom(~seed);
        AddressFamily family = random.chance(300) ? AddressFamily.IPV6 : AddressFamily.IPV4;
        ProtocolVersion version = family == AddressFamily.IPV6 || random.chance(500)
                ? ProtocolVersion.V3
                : ProtocolVersion.V2;
        long interval = version == ProtocolVersion.V2 ? 1000 * MS : random.between(10, 100) * 10 * MS;
        boolean preempt = random.chance(700);
        boolean grouped = random.chance(250);
        int common = (int) random.between(1, 254);
        boolean equalPriorities = random.chance(200);
        List<NodeSpec> nodes = new ArrayList<>();
        for (int i = 0; i < nodeCount; i++) {
            int priority = equalPriorities ? common : (int) random.between(1, 254);
            ElectionSettings election = ElectionSettings.DEFAULT.withPriority(priority).withPreemption(preempt, 0);
            List<RouterParameters> routers = new ArrayList<>();
            for (int segment = 0; segment < (grouped ? 2 : 1); segment++) {
                routers.add(router(family, version, interval, election, segment, i));
            }
            List<SyncGroupParameters> groups = grouped
                    ? List.of(new SyncGroupParameters("G", List.of("V0", "V1")))
                    : List.of();
            nodes.add(new NodeSpec("node" + (i + 1), new RouterSetParameters(routers, groups, List.of(), List.of(), 0),
                    (int) random.between(-MAX_DRIFT_PPM, MAX_DRIFT_PPM)));
        }
        return new Scenario(seed, nodes, 4, 8);
    }

    private static RouterParameters router(AddressFamily family, ProtocolVersion version, long interval,
            ElectionSettings election, int segment, int node) {
        String source = family == AddressFamily.IPV4
                ? "10.0." + segment + "." + (node + 1)
                : "fe80::" + segment + ":" + (node + 1);
        String virtual = family == AddressFamily.IPV4 ? "10.0." + segment + ".100" : "fe80::" + segment + ":100";
        return new RouterParametersBuilder("V" + segment, family, 51 + segment)
                .onInterface("eth" + segment, FIRST_SEGMENT + segment)
                .source(IpAddress.parse(source))
                .version(version)
                .advertIntervalNanos(interval)
                .election(election)
                .addresses(virtual)
                .build();
    }
}
