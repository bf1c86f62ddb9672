package org.jkeepalived.netlink.route;

import org.jkeepalived.net.IpAddress;

/**
 * Where a route sends its packets, or one leg of a multipath route: rtnetlink(7), struct rtnexthop.
 *
 * @param gateway the neighbour, of the route's family or another, or null for a network that is connected
 * @param interfaceIndex the outgoing interface, 0 for the kernel's choice
 * @param weight share of a leg, 1 to 256; of no meaning elsewhere
 * @param flags RTNH_F_*: {@link #ONLINK}, or 0
 * @param realms {@link #realms}, 0 for none; IPv4 only
 * @param encapsulation what packets are wrapped in, or null
 */
public record RouteHop(
        IpAddress gateway,
        int interfaceIndex,
        int weight,
        int flags,
        int realms,
        Encapsulation encapsulation) {
    /** RTNH_F_ONLINK: the neighbour is reachable although no prefix of the interface holds it. */
    public static final int ONLINK = 4;

    private static final int REALM_BITS = 16;

    /** The kernel chooses everything, or the route drops its packets. */
    public static final RouteHop NONE = new RouteHop(null, 0, 1, 0, 0, null);

    /** A neighbour on an interface, either of which may be missing (null, 0). */
    public RouteHop(IpAddress gateway, int interfaceIndex) {
        this(gateway, interfaceIndex, 1, 0, 0, null);
    }

    /** RTA_FLOW and FRA_FLOW; 0 for none, each 0 to 65535. */
    public static int realms(int source, int destination) {
        return source << REALM_BITS | destination;
    }
}
