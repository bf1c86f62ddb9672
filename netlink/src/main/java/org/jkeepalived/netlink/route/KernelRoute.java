package org.jkeepalived.netlink.route;

import java.util.List;
import java.util.Objects;

/**
 * A route as the kernel tells of it.
 *
 * @param type RTN_*: {@link RouteSpec#UNICAST} and so on
 * @param protocol RTPROT_*: {@link RouteSpec#PROTOCOL_KEEPALIVED} and so on
 * @param scope RT_SCOPE_*
 * @param hops where it leads; one hop or the legs of a multipath route, without encapsulation, realms and weight. Of an
 *         IPv6
 *        multipath route an event may tell one leg alone
 */
public record KernelRoute(RouteKey key, int type, int protocol, int scope, List<RouteHop> hops) {
    public KernelRoute {
        hops = List.copyOf(hops);
    }

    /**
     * Whether this is the route that was made from {@code spec}, or a leg of it: the same key, protocol and type, and
     * the next hop where {@code spec} names one. A gateway or an interface that {@code spec} leaves to the kernel is
     * not compared.
     */
    public boolean matches(RouteSpec spec) {
        if (!key.equals(spec.key()) || type != spec.type() || protocol != spec.protocol()) {
            return false;
        }
        for (RouteHop hop : hops) {
            if (!leadsTo(hop, spec)) {
                return false;
            }
        }
        return true;
    }

    private static boolean leadsTo(RouteHop hop, RouteSpec spec) {
        if (spec.legs().isEmpty()) {
            return same(hop, spec.hop());
        }
        for (RouteHop leg : spec.legs()) {
            if (same(hop, leg)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(RouteHop told, RouteHop wanted) {
        return (wanted.gateway() == null || Objects.equals(told.gateway(), wanted.gateway()))
                && (wanted.interfaceIndex() == 0 || told.interfaceIndex() == wanted.interfaceIndex());
    }
}
