package org.jkeepalived.daemon.dump;

import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.Encapsulation;
import org.jkeepalived.config.settings.NextHop;
import org.jkeepalived.config.settings.Realms;
import org.jkeepalived.config.settings.RouteMetric;
import org.jkeepalived.config.settings.RouteType;
import org.jkeepalived.config.settings.VirtualRoute;

/** A route as keepalived writes it, in dumps and in its log; every part and its place as found by running it. */
public final class RouteText {
    /** The order of the dump; congctl stands before, pref and ttl-propagate after them. */
    private static final List<RouteMetric> METRICS = List.of(RouteMetric.RTT, RouteMetric.RTTVAR, RouteMetric.RTO_MIN,
            RouteMetric.FEATURES, RouteMetric.MTU, RouteMetric.WINDOW, RouteMetric.SSTHRESH, RouteMetric.CWND,
            RouteMetric.ADVMSS, RouteMetric.REORDERING, RouteMetric.HOPLIMIT, RouteMetric.INITCWND,
            RouteMetric.INITRWND, RouteMetric.QUICKACK, RouteMetric.FASTOPEN_NO_COOKIE);
    private static final List<String> PREFERENCES = List.of("medium", "high", "invalid", "low");
    private static final int MPLS_LABEL_SHIFT = 12;
    private static final int MPLS_BOTTOM_OF_STACK = 0x100;
    private static final double MILLIS_PER_SECOND = 1_000;

    private RouteText() {}

    /** The line, without what only running shows. A route without an interface, which cannot be tracked, is shown with no_track. */
    public static String of(VirtualRoute route) {
        NextHop hop = route.hop();
        boolean typed = !route.type().equals(RouteType.UNICAST);
        Words words = new Words().add(route.insertion().asWritten())
                .addIf(typed, route.type().asWritten())
                .add(prefix(route.destination()))
                .add("from", route.from() == null ? null : prefix(route.from()))
                .add("src", route.source())
                .addIf(route.typeOfService() != 0, "tos", route.typeOfService())
                .add("encap", encapsulation(hop.encapsulation()))
                .add("via", neighbour(hop))
                .add("dev", hop.interfaceName())
                .addIf(route.table() != VirtualRoute.MAIN_TABLE, "table", route.table())
                .addIf(route.protocol() != 0, "proto", route.protocol())
                .addIf(route.scope() != 0, "scope", route.scope())
                .add("metric", route.metric())
                .add("expires", route.expiresSeconds() == null ? null : route.expiresSeconds() + "sec")
                .addIf(hop.onLink(), "onlink");
        boolean sourceRealm = hop.realms() != null && hop.realms().source() != 0;
        realms(words, hop.realms(), sourceRealm);
        metrics(words, route);
        words.add("pref", route.preference() == null ? null : PREFERENCES.get(route.preference()))
                .add("ttl-propagate", route.ttlPropagate() == null ? null : enabled(route.ttlPropagate()));
        route.legs().forEach(leg -> leg(words, leg, sourceRealm));
        return words.addIf(!route.tracked(), "no_track").add("track_group", route.trackGroup()).toString();
    }

    /** The line of a route that is in place, but whose place in the kernel keepalived did not learn. */
    public static String ofUnseen(VirtualRoute route) {
        return of(route) + " [installed ifindex 0]";
    }

    /** A host's address without its length. */
    static String prefix(AddressPrefix prefix) {
        boolean host = prefix.length() == (prefix.address().isIpv6() ? 128 : 32);
        return host ? prefix.address().toString() : prefix.asWritten();
    }

    private static String neighbour(NextHop hop) {
        return hop.via() == null ? null : (hop.via().isIpv6() ? "inet6 " : "inet ") + hop.via();
    }

    private static void leg(Words words, NextHop leg, boolean sourceRealm) {
        words.add("nexthop")
                .add("via", neighbour(leg))
                .add("dev", leg.interfaceName())
                .addIf(leg.weight() != 1, "weight", leg.weight())
                .addIf(leg.onLink(), "onlink");
        realms(words, leg.realms(), sourceRealm);
        words.add("encap", encapsulation(leg.encapsulation()));
    }

    /** @param both whether the route itself has a source realm: keepalived shows the realms of legs in the same form */
    private static void realms(Words words, Realms realms, boolean both) {
        if (realms != null) {
            words.add(
                    both ? "realms " + realms.source() + "/" + realms.destination() : "realm " + realms.destination());
        }
    }

    private static void metrics(Words words, VirtualRoute route) {
        // The blanks are keepalived's: the lock follows the name without one, and has one behind it.
        String lock = route.congestionControlLocked() ? "lock " : "";
        words.addIf(route.congestionControl() != null, "congctl", route.congestionControl() + lock);
        Map<RouteMetric, RouteMetric.Value> metrics = route.metrics();
        for (RouteMetric metric : METRICS) {
            RouteMetric.Value value = metrics.get(metric);
            if (value != null) {
                words.add(metric.word() + (value.locked() ? " lock" : ""), metricValue(metric, value.value()));
            }
        }
    }

    private static String metricValue(RouteMetric metric, long value) {
        return switch (metric) {
            case RTT -> time(value / 8.0);
            case RTTVAR -> time(value / 4.0);
            case RTO_MIN -> time((double) value);
            case FEATURES -> (value & 1) == 0 ? Long.toString(value) : "ecn";
            default -> Long.toString(value);
        };
    }

    private static String time(double millis) {
        return millis >= MILLIS_PER_SECOND
                ? Report.general(millis / MILLIS_PER_SECOND) + "s"
                : Report.general(millis) + "ms";
    }

    private static String enabled(boolean value) {
        return value ? "enabled" : "disabled";
    }

    private static String encapsulation(Encapsulation encapsulation) {
        return switch (encapsulation) {
            case null -> null;
            case Encapsulation.Mpls mpls -> "mpls " + labels(mpls.labels());
            case Encapsulation.Ip ip -> tunnel(new Words().add("ip"), ip.id(), ip.destination(), ip.source())
                    .addIf(ip.typeOfService() != 0, "tos", ip.typeOfService())
                    .addIf(ip.timeToLive() != 0, "ttl", ip.timeToLive())
                    .addIf(ip.flags() != 0, "flags", hexadecimal(ip.flags()))
                    .toString();
            case Encapsulation.Ip6 ip -> tunnel(new Words().add("ip6"), ip.id(), ip.destination(), ip.source())
                    .addIf(ip.trafficClass() != 0, "tc", ip.trafficClass())
                    .addIf(ip.hopLimit() != 0, "hoplimit", ip.hopLimit())
                    .addIf(ip.flags() != 0, "flags", hexadecimal(ip.flags()))
                    .toString();
            // Shown as the number that a little-endian machine reads from the bytes on the wire.
            case Encapsulation.Ila(long locator) -> "ila " + Long.toUnsignedString(Long.reverseBytes(locator));
        };
    }

    private static Words tunnel(Words words, Long id, Object destination, Object source) {
        return words.add("id", id == null ? null : Long.toUnsignedString(id))
                .add("dst", destination)
                .add("src", source);
    }

    /** Each as the entry of the label stack in hexadecimal (RFC 3032 section 2.1). */
    private static String labels(List<Integer> labels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            boolean last = i == labels.size() - 1;
            text.append(i == 0 ? "" : "/")
                    .append(Integer.toHexString(labels.get(i) << MPLS_LABEL_SHIFT | (last ? MPLS_BOTTOM_OF_STACK : 0)));
        }
        return text.toString();
    }

    private static String hexadecimal(int value) {
        return "0x" + Integer.toHexString(value);
    }
}
