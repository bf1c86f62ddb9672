package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.vrrp.ElectionSettings;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;
import org.jkeepalived.vrrp.ResourceSpec;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterParametersBuilder;
import org.jkeepalived.vrrp.Tracking;
import org.jkeepalived.vrrp.UnicastPeer;

/**
 * One virtual router on one host.
 *
 * @param virtualRouter which one, the same on all hosts
 * @param addresses how many addresses it has, 1 or more
 * @param routes how many routes, each with a rule
 * @param grouped whether it is in the host's sync group
 */
record RouterPlan(
        int virtualRouter,
        int priority,
        boolean preempt,
        long preemptDelayNanos,
        int addresses,
        int routes,
        boolean grouped) {

    static final int FAULT_TRACKER = 0;
    static final int WEIGHT_TRACKER = 1;
    private static final int WEIGHT = -30;
    private static final int FIRST_VRID = 51;

    /** Something of the kernel's that only has a name. */
    private record NamedSpec(String name) implements ResourceSpec {}

    String name() {
        return "V" + virtualRouter;
    }

    static int vrid(int virtualRouter) {
        return FIRST_VRID + virtualRouter;
    }

    static int virtualRouter(RouterParameters parameters) {
        return parameters.vrid() - FIRST_VRID;
    }

    RouterPlan withPriority(int value) {
        return new RouterPlan(virtualRouter, value, preempt, preemptDelayNanos, addresses, routes, grouped);
    }

    RouterPlan withResources(int newAddresses, int newRoutes) {
        return new RouterPlan(virtualRouter, priority, preempt, preemptDelayNanos, newAddresses, newRoutes, grouped);
    }

    RouterPlan withPreemption(boolean newPreempt, long newDelayNanos) {
        return new RouterPlan(virtualRouter, priority, newPreempt, newDelayNanos, addresses, routes, grouped);
    }

    RouterPlan withGrouped(boolean value) {
        return new RouterPlan(virtualRouter, priority, preempt, preemptDelayNanos, addresses, routes, value);
    }

    RouterParameters parameters(NetworkPlan network, int node) {
        int segment = NetworkPlan.segment(virtualRouter);
        RouterParametersBuilder builder = new RouterParametersBuilder(name(), network.family(), vrid(virtualRouter))
                .onInterface(NetworkPlan.interfaceName(segment), NetworkPlan.interfaceIndex(segment))
                .source(network.source(node, segment))
                .version(network.version())
                .advertIntervalNanos(network.intervalNanos())
                .election(ElectionSettings.DEFAULT.withPriority(priority).withPreemption(preempt, preemptDelayNanos))
                .trackings(List.of(new Tracking(FAULT_TRACKER, 0, false), new Tracking(WEIGHT_TRACKER, WEIGHT, false)))
                .resources(resources(network, segment));
        if (network.unicast()) {
            List<UnicastPeer> peers = new ArrayList<>();
            for (int other = 0; other < network.nodes(); other++) {
                if (other != node) {
                    peers.add(new UnicastPeer(network.source(other, segment)));
                }
            }
            builder.unicastPeers(peers);
        }
        return builder.build();
    }

    /** Mixed up: the core sorts them. The last of several addresses is not tracked. */
    private List<Resource> resources(NetworkPlan network, int segment) {
        String interfaceName = NetworkPlan.interfaceName(segment);
        List<Resource> all = new ArrayList<>();
        for (int i = 0; i < routes; i++) {
            all.add(Resource.other(ResourceKind.RULE, "", true, new NamedSpec(name() + " rule " + i)));
            all.add(Resource.other(ResourceKind.ROUTE, interfaceName, true, new NamedSpec(name() + " route " + i)));
        }
        for (int i = 0; i < addresses; i++) {
            boolean tracked = i < 3;
            all.add(new Resource(ResourceKind.ADDRESS, interfaceName, network.virtual(virtualRouter, i), i < 2, true,
                    tracked, ResourceSpec.NONE));
        }
        return all;
    }
}
