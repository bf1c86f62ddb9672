package org.jkeepalived.config.iproute;

import org.jkeepalived.config.iproute.LineOption.Lists;

/** The options of a route's line, as ip route takes them, and keepalived's own; the metrics are those of RouteMetric. */
enum RouteOption implements LineOption.Declared {
    FAMILY(LineOption.of("", "Family of a route whose addresses do not tell it.", "inet", "inet6")),
    TO(LineOption.of("ADDR[/PREFIX] or default", "Destination; the word may be left out.", "to")),
    SOURCE(LineOption.of("ADDR", "Preferred source address.", "src")),
    VIA(LineOption.of("[inet|inet6] ADDR", "Next hop.", "via")),
    GATEWAY(LineOption.of("ADDR", "Older spelling of via.", "gw")),
    OR(LineOption.of("ADDR", "A second next hop; older than nexthop.", "or")),
    FROM(LineOption.of("ADDR[/PREFIX]", "Source prefix, IPv6 only.", "from")),
    TYPE_OF_SERVICE(LineOption.of("TOS", "Type of service: a name of rt_dsfield or 0..255.", "tos", "dsfield")),
    TABLE(LineOption.of("TABLE", "Routing table: a name of rt_tables or a number.", "table")),
    VRF(LineOption.of("NAME", "The table of that VRF.", "vrf")),
    PROTOCOL(LineOption.of("PROTOCOL", "Who added it: a name of rt_protos or 0..255.", "protocol")),
    SCOPE(LineOption.of("SCOPE", "Scope: a name of rt_scopes or 0..255.", "scope")),
    METRIC(LineOption.of("N", "Preference among routes to the same destination.", "metric", "priority", "preference")),
    INTERFACE(LineOption.of("IFNAME", "Outgoing interface.", "dev", "oif")),
    ON_LINK(LineOption.of("", "The next hop is on the link although no prefix says so.", "onlink")),
    ENCAPSULATION(LineOption.of("ENCAP", "Tunnel encapsulation.", "encap")),
    REALMS(LineOption.of("[R1/]R2", "Realms, IPv4 only.", "realms")),
    CONGESTION_CONTROL(LineOption.of("[lock] NAME", "TCP congestion control.", "congctl")),
    PREFERENCE(LineOption.of("low, medium, high or N", "Router preference (RFC 4191), IPv6 only.", "pref")),
    EXPIRES(LineOption.of("SECONDS", "How long it lasts, IPv6 only.", "expires")),
    TTL_PROPAGATE(LineOption.of("enabled or disabled", "Whether MPLS takes over the TTL.", "ttl-propagate")),
    AS(LineOption.of("[to] ADDR", "For MPLS; passed over.", "as")),
    ADD(LineOption.of("", "Fails where such a route is.", "add")),
    PREPEND(LineOption.of("", "Stands before such a route.", "prepend")),
    APPEND(LineOption.of("", "Stands behind such a route.", "append")),
    NEXTHOP(LineOption.of("via ADDR [dev IFNAME] [weight N] ...", "One of several next hops.", "nexthop")),
    NO_TRACK(LineOption.of("", "Its removal by others changes nothing.", "no_track")),
    TRACK_GROUP(
            LineOption.of("GROUP", "It follows the instances of that track_group.", "track_group").only(Lists.STATIC));

    static final LineOptions<RouteOption> OPTIONS = new LineOptions<>(values());

    private final LineOption option;

    RouteOption(LineOption option) {
        this.option = option;
    }

    @Override
    public LineOption option() {
        return option;
    }
}
