package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;

/**
 * What tells a route from others of its family, in the form that the kernel tells it in: a route that was made from a
 * {@link RouteSpec} is told with an equal key.
 *
 * <p>The kernel may have several routes with one key: of IPv4 such that differ in type, protocol, scope or next hop, of
 * IPv6 the legs of a multipath route. {@link KernelRoute#matches} compares those too.
 *
 * @param destination masked
 * @param from IPv6 only: the masked prefix that packets come from, or null for any
 * @param typeOfService IPv4 only: 0 to 255
 * @param table 1 to 4294967295
 * @param metric 0 to 4294967295
 */
public record RouteKey(IpPrefix destination, IpPrefix from, int typeOfService, long table, long metric) {
    private static final long IP6_RT_PRIO_USER = 1024;

    /**
     * Of what was asked for: the main table where none was, 1024 where IPv6 was asked for without a metric, no source
     * where it is any.
     */
    public RouteKey {
        boolean ipv6 = destination.family() == AddressFamily.IPV6;
        destination = destination.masked();
        from = from == null || from.length() == 0 ? null : from.masked();
        table = table == 0 ? RouteSpec.TABLE_MAIN : table;
        metric = metric == 0 && ipv6 ? IP6_RT_PRIO_USER : metric;
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof RouteKey that && typeOfService == that.typeOfService && table == that.table
                && metric == that.metric && destination.equals(that.destination)
                && (from == null ? that.from == null : from.equals(that.from));
    }

    @Override
    public int hashCode() {
        return (destination.hashCode() * 31 + Long.hashCode(table)) * 31 + Long.hashCode(metric);
    }
}
