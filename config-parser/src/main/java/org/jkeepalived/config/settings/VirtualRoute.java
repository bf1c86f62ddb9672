package org.jkeepalived.config.settings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.net.IpAddress;

/**
 * A route of virtual_routes or static_routes.
 *
 * @param type what it does with a packet
 * @param destination where packets go to; length 0 for the default route
 * @param from IPv6 only: where they come from, or null
 * @param source preferred source address of own packets, or null
 * @param typeOfService 0..255
 * @param table routing table, 0..4294967295
 * @param vrf VRF whose table is meant instead, or null
 * @param protocol origin, 0..255; 0 for an untracked route that names none
 * @param scope 0..255, 0 is universe
 * @param metric 0..4294967295, or null for the kernel's choice
 * @param hop where packets are sent
 * @param legs the legs of a multipath route, else empty
 * @param metrics what TCP and IP work by
 * @param congestionControl name of the algorithm, or null
 * @param congestionControlLocked applications may not choose another
 * @param preference IPv6 router preference, 0 medium, 1 high, 3 low; null when not written
 * @param expiresSeconds IPv6 lifetime, or null
 * @param ttlPropagate MPLS TTL propagation, null for the kernel's choice
 * @param insertion how it joins equal routes
 * @param noTrack its loss changes no state
 * @param trackGroup static routes only: the track group whose instances follow it, or null
 */
public record VirtualRoute(
        RouteType type,
        AddressPrefix destination,
        AddressPrefix from,
        IpAddress source,
        int typeOfService,
        long table,
        String vrf,
        int protocol,
        int scope,
        Long metric,
        NextHop hop,
        List<NextHop> legs,
        Map<RouteMetric, RouteMetric.Value> metrics,
        String congestionControl,
        boolean congestionControlLocked,
        Integer preference,
        Long expiresSeconds,
        Boolean ttlPropagate,
        RouteInsertion insertion,
        boolean noTrack,
        String trackGroup) {
    /** The main table. */
    public static final long MAIN_TABLE = 254;
    /** RTPROT_KEEPALIVED, by which keepalived knows its own routes. */
    public static final int KEEPALIVED_PROTOCOL = 18;

    public VirtualRoute {
        legs = List.copyOf(legs);
        Map<RouteMetric, RouteMetric.Value> sorted = new EnumMap<>(RouteMetric.class);
        sorted.putAll(metrics);
        metrics = Collections.unmodifiableMap(sorted);
    }

    /** Whether an interface and the route's loss count for the instance: it has an interface and no no_track. */
    public boolean tracked() {
        return !noTrack && hop.interfaceName() != null;
    }

    /** The same, followed by no group. */
    public VirtualRoute withoutTrackGroup() {
        return new VirtualRoute(type, destination, from, source, typeOfService, table, vrf, protocol, scope, metric,
                hop, legs, metrics, congestionControl, congestionControlLocked, preference, expiresSeconds,
                ttlPropagate, insertion, noTrack, null);
    }

    /** The line, which reads back to an equal route; names of tables and the like as numbers. */
    public String asWritten() {
        boolean typed = !type.equals(RouteType.UNICAST);
        OptionText out = new OptionText().addIf(typed, type.asWritten())
                .add(destination.asWritten())
                .add("from", from == null ? null : from.asWritten())
                .add("src", source)
                .add("tos", typeOfService == 0 ? null : typeOfService)
                .add("table", table == MAIN_TABLE ? null : table)
                .addWord("vrf", vrf)
                .add("protocol", protocol == (noTrack ? 0 : KEEPALIVED_PROTOCOL) ? null : protocol)
                .add("scope", scope == 0 ? null : scope)
                .add("metric", metric);
        metrics.forEach((kind, value) -> out.add(kind.asWritten(value)));
        // An encapsulation takes every option after it that it knows, so that what could be meant for it stands before.
        out.add(hop.options())
                .addWord(congestionControlLocked ? "congctl lock" : "congctl", congestionControl)
                .add("pref", preference)
                .add("expires", expiresSeconds)
                .add("ttl-propagate", ttlPropagate == null ? null : ttlPropagate ? "enabled" : "disabled")
                .addIf(insertion != (typed ? RouteInsertion.ADD : RouteInsertion.PREPEND), insertion.asWritten())
                .addIf(noTrack, "no_track")
                .addWord("track_group", trackGroup);
        legs.forEach(leg -> out.add("nexthop").add(leg.options()));
        return out.toString();
    }
}
