package org.jkeepalived.netlink.route;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;

/**
 * A route as it is to be: ip-route(8), rtnetlink(7). Made by {@link #to}.
 *
 * @param type RTN_*: {@link #UNICAST} and so on
 * @param destination where packets go to; length 0 for the default route
 * @param from IPv6 only: where they come from, or null for anywhere
 * @param preferredSource source address of own packets, or null
 * @param typeOfService 0 to 255; IPv4 only
 * @param table routing table, 0 to 4294967295; 0 is the main table
 * @param protocol origin, RTPROT_*, 0 to 255
 * @param scope RT_SCOPE_*, 0 to 255: {@link AddressSpec#SCOPE_GLOBAL} and so on
 * @param metric 0 to 4294967295, or null for the kernel's choice (IPv4: 0, IPv6: 1024)
 * @param hop where packets are sent
 * @param legs the legs of a multipath route, else empty
 * @param metrics what TCP and IP work by
 * @param congestionControl name of the algorithm, or null
 * @param congestionControlLocked applications may not choose another
 * @param preference IPv6 router preference, 0 medium, 1 high, 3 low, or null
 * @param expiresSeconds IPv6 lifetime in seconds, 0 to 4294967295, or null
 * @param ttlPropagate MPLS TTL propagation, or null for the kernel's choice
 */
public record RouteSpec(
        int type,
        IpPrefix destination,
        IpPrefix from,
        IpAddress preferredSource,
        int typeOfService,
        long table,
        int protocol,
        int scope,
        Long metric,
        RouteHop hop,
        List<RouteHop> legs,
        List<RouteMetric> metrics,
        String congestionControl,
        boolean congestionControlLocked,
        Integer preference,
        Long expiresSeconds,
        Boolean ttlPropagate) {
    /** RTN_UNICAST: forwards to the next hop. */
    public static final int UNICAST = 1;
    /** RTN_BLACKHOLE: drops silently. */
    public static final int BLACKHOLE = 6;
    /** RTN_UNREACHABLE: drops, with ICMP host unreachable. */
    public static final int UNREACHABLE = 7;
    /** RTN_PROHIBIT: drops, with ICMP communication prohibited. */
    public static final int PROHIBIT = 8;

    /** RT_TABLE_MAIN. */
    public static final long TABLE_MAIN = 254;
    /** RTPROT_KEEPALIVED. */
    public static final int PROTOCOL_KEEPALIVED = 18;

    public RouteSpec {
        legs = List.copyOf(legs);
        metrics = List.copyOf(metrics);
        if (from != null && from.family() != destination.family()) {
            throw new IllegalArgumentException("families differ: " + destination + " from " + from);
        }
    }

    /** A unicast route of keepalived's in the main table, with nothing else said. */
    public static Builder to(IpPrefix destination) {
        return new Builder(destination);
    }

    public AddressFamily family() {
        return destination.family();
    }

    /** What the kernel tells it from others by. */
    public RouteKey key() {
        return new RouteKey(destination, from, typeOfService, table, metric == null ? 0 : metric);
    }

    /** Collects what is said of a route; each method is named as the component it sets. */
    public static final class Builder {
        private final IpPrefix destination;
        private int type = UNICAST;
        private IpPrefix from;
        private IpAddress preferredSource;
        private int typeOfService;
        private long table = TABLE_MAIN;
        private int protocol = PROTOCOL_KEEPALIVED;
        private int scope = AddressSpec.SCOPE_GLOBAL;
        private Long metric;
        private RouteHop hop = RouteHop.NONE;
        private List<RouteHop> legs = List.of();
        private List<RouteMetric> metrics = List.of();
        private String congestionControl;
        private boolean congestionControlLocked;
        private Integer preference;
        private Long expiresSeconds;
        private Boolean ttlPropagate;

        private Builder(IpPrefix destination) {
            this.destination = destination;
        }

        public Builder type(int newType) {
            type = newType;
            return this;
        }

        public Builder from(IpPrefix newFrom) {
            from = newFrom;
            return this;
        }

        public Builder preferredSource(IpAddress newPreferredSource) {
            preferredSource = newPreferredSource;
            return this;
        }

        public Builder typeOfService(int newTypeOfService) {
            typeOfService = newTypeOfService;
            return this;
        }

        public Builder table(long newTable) {
            table = newTable;
            return this;
        }

        public Builder protocol(int newProtocol) {
            protocol = newProtocol;
            return this;
        }

        public Builder scope(int newScope) {
            scope = newScope;
            return this;
        }

        public Builder metric(Long newMetric) {
            metric = newMetric;
            return this;
        }

        public Builder hop(RouteHop newHop) {
            hop = newHop;
            return this;
        }

        public Builder legs(List<RouteHop> newLegs) {
            legs = newLegs;
            return this;
        }

        public Builder metrics(List<RouteMetric> newMetrics) {
            metrics = newMetrics;
            return this;
        }

        public Builder congestionControl(String newCongestionControl, boolean locked) {
            congestionControl = newCongestionControl;
            congestionControlLocked = locked;
            return this;
        }

        public Builder preference(Integer newPreference) {
            preference = newPreference;
            return this;
        }

        public Builder expiresSeconds(Long newExpiresSeconds) {
            expiresSeconds = newExpiresSeconds;
            return this;
        }

        public Builder ttlPropagate(Boolean newTtlPropagate) {
            ttlPropagate = newTtlPropagate;
            return this;
        }

        public RouteSpec build() {
            return new RouteSpec(type, destination, from, preferredSource, typeOfService, table, protocol, scope,
                    metric, hop, legs, metrics, congestionControl, congestionControlLocked, preference, expiresSeconds,
                    ttlPropagate);
        }
    }
}
