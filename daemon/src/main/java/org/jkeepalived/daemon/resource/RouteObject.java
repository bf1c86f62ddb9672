package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.NextHop;
import org.jkeepalived.config.settings.Realms;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.daemon.dump.RouteText;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.route.Encapsulation;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.netlink.route.RouteHop;
import org.jkeepalived.netlink.route.RouteMessages;
import org.jkeepalived.netlink.route.RouteMetric;
import org.jkeepalived.netlink.route.RouteSpec;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;

/** A route: virtual_routes, static_routes. Loaded only where a configuration has one. */
public final class RouteObject implements KernelObject {
    private static final long NO_TABLE = -1;

    private final VirtualRoute settings;

    private RouteObject(VirtualRoute settings) {
        this.settings = settings;
    }

    /** The core's form of a route. */
    public static Resource resource(VirtualRoute settings) {
        RouteObject object = new RouteObject(settings);
        return Resource.other(ResourceKind.ROUTE, object.interfaceName(), settings.tracked(), object);
    }

    /** As it is configured. */
    public VirtualRoute settings() {
        return settings;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.ROUTE;
    }

    @Override
    public String interfaceName() {
        return settings.hop().interfaceName() == null ? "" : settings.hop().interfaceName();
    }

    @Override
    public KernelEntry prepare(Interfaces interfaces) {
        RouteHop hop = hop(settings.hop(), interfaces);
        List<RouteHop> legs = new ArrayList<>(settings.legs().size());
        for (NextHop leg : settings.legs()) {
            RouteHop mapped = hop(leg, interfaces);
            if (mapped == null) {
                return null;
            }
            legs.add(mapped);
        }
        long table = table(interfaces);
        if (hop == null || table == NO_TABLE) {
            return null;
        }
        RouteSpec spec = spec(hop, legs, table);
        boolean ours = spec.protocol() == RouteSpec.PROTOCOL_KEEPALIVED;
        return new KernelEntry(spec, RouteMessages.add(spec, insertion()), RouteMessages.delete(spec), _ -> undo(table),
                ours, ours);
    }

    private RouteMessages.Insertion insertion() {
        return switch (settings.insertion()) {
            case ADD -> RouteMessages.Insertion.EXCLUSIVE;
            case PREPEND -> RouteMessages.Insertion.PREPEND;
            case APPEND -> RouteMessages.Insertion.APPEND;
        };
    }

    /** Of its VRF where it names one, whose table is known when it exists. */
    private long table(Interfaces interfaces) {
        if (settings.vrf() == null) {
            return settings.table();
        }
        Link vrf = interfaces.link(settings.vrf());
        return vrf == null || vrf.vrfTable() == 0 ? NO_TABLE : vrf.vrfTable();
    }

    private RouteSpec spec(RouteHop hop, List<RouteHop> legs, long table) {
        List<RouteMetric> metrics = new ArrayList<>(settings.metrics().size());
        settings.metrics()
                .forEach((metric, value) -> metrics
                        .add(new RouteMetric(metric.attribute(), value.value(), value.locked())));
        return RouteSpec.to(prefix(settings.destination()))
                .type(settings.type().number())
                .from(prefix(settings.from()))
                .preferredSource(settings.source())
                .typeOfService(settings.typeOfService())
                .table(table)
                .protocol(settings.protocol() == 0 ? RouteSpec.PROTOCOL_KEEPALIVED : settings.protocol())
                .scope(settings.scope())
                .metric(settings.metric())
                .hop(hop)
                .legs(legs)
                .metrics(metrics)
                .congestionControl(settings.congestionControl(), settings.congestionControlLocked())
                .preference(settings.preference())
                .expiresSeconds(settings.expiresSeconds())
                .ttlPropagate(settings.ttlPropagate())
                .build();
    }

    /** Null while the interface is missing. */
    private static RouteHop hop(NextHop hop, Interfaces interfaces) {
        int index = 0;
        if (hop.interfaceName() != null) {
            Link link = interfaces.link(hop.interfaceName());
            if (link == null) {
                return null;
            }
            index = link.index();
        }
        return new RouteHop(hop.via(), index, hop.weight(), hop.onLink() ? RouteHop.ONLINK : 0, realms(hop.realms()),
                encapsulation(hop.encapsulation()));
    }

    static int realms(Realms realms) {
        return realms == null ? 0 : RouteHop.realms(realms.source(), realms.destination());
    }

    static IpPrefix prefix(AddressPrefix prefix) {
        return prefix == null ? null : new IpPrefix(prefix.address(), prefix.length());
    }

    private static Encapsulation encapsulation(org.jkeepalived.config.settings.Encapsulation settings) {
        return switch (settings) {
            case null -> null;
            case org.jkeepalived.config.settings.Encapsulation.Mpls(var labels) -> new Encapsulation.Mpls(labels);
            case org.jkeepalived.config.settings.Encapsulation.Ip ip -> new Encapsulation.Tunnel(false, ip.id(),
                    ip.destination(), ip.source(), ip.typeOfService(), ip.timeToLive(), ip.flags());
            case org.jkeepalived.config.settings.Encapsulation.Ip6 ip -> new Encapsulation.Tunnel(true, ip.id(),
                    ip.destination(), ip.source(), ip.trafficClass(), ip.hopLimit(), ip.flags());
            case org.jkeepalived.config.settings.Encapsulation.Ila(long locator) -> new Encapsulation.Ila(locator);
        };
    }

    /** What ip(8) needs to find it again. A route that leads to several neighbours is found without them. */
    private String undo(long table) {
        StringBuilder line = new StringBuilder(80);
        line.append(settings.destination().address().isIpv6() ? "-6" : "-4")
                .append(" route del ")
                .append(settings.type().asWritten())
                .append(' ')
                .append(settings.destination().asWritten());
        if (settings.hop().via() != null) {
            line.append(" via ").append(settings.hop().via());
        }
        if (settings.hop().interfaceName() != null) {
            line.append(" dev ").append(settings.hop().interfaceName());
        }
        line.append(" table ").append(table);
        if (settings.metric() != null) {
            line.append(" metric ").append(settings.metric());
        }
        return line.append(" protocol ")
                .append(settings.protocol() == 0 ? RouteSpec.PROTOCOL_KEEPALIVED : settings.protocol())
                .toString();
    }

    @Override
    public String text() {
        return RouteText.of(settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteObject that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.destination().hashCode() * 31 + Long.hashCode(settings.table());
    }
}
