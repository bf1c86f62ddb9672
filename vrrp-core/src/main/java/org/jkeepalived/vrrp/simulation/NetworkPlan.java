package org.jkeepalived.vrrp.simulation;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/**
 * What all hosts of a scenario have in common.
 *
 * @param unicast whether the routers talk to peers instead of a group
 * @param nodes number of hosts
 */
record NetworkPlan(AddressFamily family, ProtocolVersion version, long intervalNanos, boolean unicast, int nodes) {

    private static final int SEGMENTS = 2;
    private static final int FIRST_INDEX = 2;

    /** The segment where a virtual router lives; with three routers one segment has two. */
    static int segment(int virtualRouter) {
        return virtualRouter % SEGMENTS;
    }

    static int segments() {
        return SEGMENTS;
    }

    /** The interface by which every host is on a segment. */
    static String interfaceName(int segment) {
        return "eth" + segment;
    }

    static int interfaceIndex(int segment) {
        return FIRST_INDEX + segment;
    }

    /** A host's own address on a segment. */
    IpPrefix host(int node, int segment) {
        return IpPrefix.parse(family == AddressFamily.IPV4
                ? "10.0." + segment + "." + (node + 1) + "/24"
                : "fe80::" + segment + ":" + (node + 1) + "/64");
    }

    IpAddress source(int node, int segment) {
        return host(node, segment).address();
    }

    /** An address of a virtual router. */
    IpPrefix virtual(int virtualRouter, int index) {
        int segment = segment(virtualRouter);
        int last = 100 + 10 * virtualRouter + index;
        return IpPrefix.parse(family == AddressFamily.IPV4
                ? "10.0." + segment + "." + last + "/24"
                : "fe80::" + segment + ":" + last + "/64");
    }
}
