package org.jkeepalived.netlink.route;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.libc.NativeText;
import org.jkeepalived.netlink.message.AttributeReader;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.message.MessageWriter;
import org.jkeepalived.netlink.message.Netlink;
import org.jkeepalived.netlink.message.Request;

/**
 * RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE: struct rtmsg, struct rtnexthop, RTA_* and RTAX_* of linux/rtnetlink.h. The
 * requests are static; an object decodes, and belongs to one thread.
 */
public final class RouteMessages {
    /** struct rtmsg: family, lengths of destination and source, TOS, table, protocol, scope, type, flags (4 bytes). */
    private static final int RTMSG = 12;
    private static final int RTMSG_PROTOCOL = 5;
    /** struct rtnexthop: length (2 bytes), flags, weight less one, interface (4 bytes). */
    private static final int RTNEXTHOP = 8;
    private static final int RTA_DST = 1;
    private static final int RTA_SRC = 2;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int RTA_PRIORITY = 6;
    private static final int RTA_PREFSRC = 7;
    private static final int RTA_METRICS = 8;
    private static final int RTA_MULTIPATH = 9;
    private static final int RTA_FLOW = 11;
    private static final int RTA_TABLE = 15;
    private static final int RTA_VIA = 18;
    private static final int RTA_PREF = 20;
    private static final int RTA_ENCAP_TYPE = 21;
    private static final int RTA_ENCAP = 22;
    private static final int RTA_EXPIRES = 23;
    private static final int RTA_TTL_PROPAGATE = 26;
    private static final int RTAX_LOCK = 1;
    private static final int RTAX_CC_ALGO = 16;
    private static final int RT_SCOPE_NOWHERE = 255;
    /** An entry that the kernel made from another for one destination. */
    private static final int RTM_F_CLONED = 0x200;

    private final AttributeReader attributes = new AttributeReader();
    private final AttributeReader nested = new AttributeReader();

    RouteMessages() {}

    /** How a route joins those that are there already with the same key. */
    public enum Insertion {
        /** Is refused with EEXIST where there is one. */
        EXCLUSIVE(Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL),
        /** Before them; of IPv6, as a leg beside them. EEXIST where there is quite the same. */
        PREPEND(Netlink.NLM_F_CREATE),
        /** Behind them. */
        APPEND(Netlink.NLM_F_CREATE | Netlink.NLM_F_APPEND),
        /** In the place of the first of them, or new. */
        REPLACE(Netlink.NLM_F_CREATE | Netlink.NLM_F_REPLACE);

        private final int flags;

        Insertion(int flags) {
            this.flags = flags;
        }
    }

    private record RouteRequest(int type, int flags, RouteSpec spec) implements Request {
        @Override
        public void write(MessageWriter writer) {
            boolean addition = type == Rtnetlink.RTM_NEWROUTE;
            writer.begin(type, flags);
            writeHeader(writer, spec, addition);
            writeKey(writer, spec);
            writeHop(writer, spec);
            if (spec.metric() != null) {
                writer.putU32(RTA_PRIORITY, spec.metric().intValue());
            }
            if (spec.hop().realms() != 0) {
                writer.putU32(RTA_FLOW, spec.hop().realms());
            }
            if (addition) {
                writeOptions(writer, spec);
            }
            if (!spec.legs().isEmpty()) {
                writeLegs(writer, spec);
            }
            writer.end();
        }
    }

    /** Makes the route. */
    public static Request add(RouteSpec spec, Insertion insertion) {
        return new RouteRequest(Rtnetlink.RTM_NEWROUTE, insertion.flags, spec);
    }

    /**
     * Removes the route that {@code spec} made: key, type, protocol, preferred source, next hop and a scope other than
     * global must agree; ESRCH where none does. Metrics of TCP and IP are not compared: the kernel limits some of them
     * (an MTU of 70000 becomes 65520) and would not find the route by what was asked for.
     */
    public static Request delete(RouteSpec spec) {
        return new RouteRequest(Rtnetlink.RTM_DELROUTE, 0, spec);
    }

    private static void writeHeader(MessageWriter writer, RouteSpec spec, boolean addition) {
        writer.appendU8(Rtnetlink.family(spec.destination().address()));
        writer.appendU8(spec.destination().length());
        writer.appendU8(spec.from() == null ? 0 : spec.from().length());
        writer.appendU8(spec.typeOfService());
        writer.appendU8(Rtnetlink.tableByte(spec.table()));
        writer.appendU8(spec.protocol());
        // To a removal the global scope means "any": what was asked for without a scope may have got another.
        writer.appendU8(!addition && spec.scope() == AddressSpec.SCOPE_GLOBAL ? RT_SCOPE_NOWHERE : spec.scope());
        writer.appendU8(spec.type());
        writer.appendU32(spec.hop().flags());
    }

    private static void writeKey(MessageWriter writer, RouteSpec spec) {
        Rtnetlink.putLongTable(writer, RTA_TABLE, spec.table());
        writer.putAddress(RTA_DST, spec.destination().address());
        if (spec.from() != null) {
            writer.putAddress(RTA_SRC, spec.from().address());
        }
        if (spec.preferredSource() != null) {
            writer.putAddress(RTA_PREFSRC, spec.preferredSource());
        }
    }

    private static void writeHop(MessageWriter writer, RouteSpec spec) {
        RouteHop hop = spec.hop();
        writeGateway(writer, hop, spec.family());
        writeEncapsulation(writer, hop);
        if (hop.interfaceIndex() != 0) {
            writer.putU32(RTA_OIF, hop.interfaceIndex());
        }
    }

    private static void writeGateway(MessageWriter writer, RouteHop hop, AddressFamily family) {
        IpAddress gateway = hop.gateway();
        if (gateway != null && gateway.family() == family) {
            writer.putAddress(RTA_GATEWAY, gateway);
        } else if (gateway != null) {
            // struct rtvia: family, address.
            int via = writer.beginAttribute(RTA_VIA);
            writer.appendU16(Rtnetlink.family(gateway));
            writer.appendAddress(gateway);
            writer.endAttribute(via);
        }
    }

    private static void writeEncapsulation(MessageWriter writer, RouteHop hop) {
        if (hop.encapsulation() != null) {
            int nest = writer.beginNest(RTA_ENCAP);
            hop.encapsulation().write(writer);
            writer.endAttribute(nest);
            writer.putU16(RTA_ENCAP_TYPE, hop.encapsulation().type());
        }
    }

    private static void writeOptions(MessageWriter writer, RouteSpec spec) {
        if (spec.expiresSeconds() != null) {
            writer.putU32(RTA_EXPIRES, spec.expiresSeconds().intValue());
        }
        if (spec.preference() != null) {
            writer.putU8(RTA_PREF, spec.preference());
        }
        if (spec.ttlPropagate() != null) {
            writer.putU8(RTA_TTL_PROPAGATE, spec.ttlPropagate() ? 1 : 0);
        }
        if (!spec.metrics().isEmpty() || spec.congestionControl() != null) {
            writeMetrics(writer, spec);
        }
    }

    private static void writeMetrics(MessageWriter writer, RouteSpec spec) {
        int nest = writer.beginNest(RTA_METRICS);
        int locks = 0;
        if (spec.congestionControl() != null) {
            int name = writer.beginAttribute(RTAX_CC_ALGO);
            writer.appendBytes(NativeText.bytes(spec.congestionControl()));
            writer.endAttribute(name);
            locks |= spec.congestionControlLocked() ? 1 << RTAX_CC_ALGO : 0;
        }
        for (RouteMetric metric : spec.metrics()) {
            writer.putU32(metric.number(), (int) metric.value());
            locks |= metric.locked() ? 1 << metric.number() : 0;
        }
        if (locks != 0) {
            writer.putU32(RTAX_LOCK, locks);
        }
        writer.endAttribute(nest);
    }

    private static void writeLegs(MessageWriter writer, RouteSpec spec) {
        int legs = writer.beginAttribute(RTA_MULTIPATH);
        for (RouteHop leg : spec.legs()) {
            int start = writer.beginPart();
            writer.appendU8(leg.flags());
            writer.appendU8(leg.weight() - 1);
            writer.appendU32(leg.interfaceIndex());
            writeGateway(writer, leg, spec.family());
            if (leg.realms() != 0) {
                writer.putU32(RTA_FLOW, leg.realms());
            }
            writeEncapsulation(writer, leg);
            writer.endAttribute(start);
        }
        writer.endAttribute(legs);
    }

    /**
     * Asks for the routes of a family.
     *
     * @param protocol RTPROT_* of those that are wanted, 0 for all; a kernel older than 4.20 tells all
     */
    static void writeDump(MessageWriter writer, AddressFamily family, int protocol) {
        writer.begin(Rtnetlink.RTM_GETROUTE, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP);
        writer.appendU8(Rtnetlink.family(family));
        writer.appendZeros(RTMSG_PROTOCOL - 1);
        writer.appendU8(protocol);
        writer.appendZeros(RTMSG - RTMSG_PROTOCOL - 1);
        writer.end();
    }

    /**
     * Tells an event, or a part of a dump; one that is cut short, malformed or of another protocol is left out.
     *
     * @param protocol RTPROT_* of those that are wanted, 0 for all
     */
    void tell(MessageReader message, int protocol, RoutingListener listener) {
        if (message.payloadLength() < RTMSG || protocol != 0 && message.u8(RTMSG_PROTOCOL) != protocol) {
            return;
        }
        KernelRoute route = decode(message);
        if (route == null) {
            return;
        }
        if (message.type() == Rtnetlink.RTM_DELROUTE) {
            listener.routeRemoved(route);
        } else {
            listener.routeAdded(route);
        }
    }

    /** The route that a message tells of; null where it is cut short, malformed, or no route of a table. */
    KernelRoute decode(MessageReader message) {
        if (message.payloadLength() < RTMSG || (message.u32(8) & RTM_F_CLONED) != 0) {
            return null;
        }
        AddressFamily family = Rtnetlink.family(message.u8(0));
        if (family == null) {
            return null;
        }
        IpAddress destination = new IpAddress(family, 0, 0);
        IpAddress from = destination;
        long table = message.u8(4);
        long metric = 0;
        int interfaceIndex = 0;
        IpAddress gateway = null;
        List<RouteHop> legs = new ArrayList<>();
        boolean malformed = false;
        message.attributes(attributes, RTMSG);
        while (attributes.next()) {
            switch (attributes.type()) {
                case RTA_DST -> destination = attributes.address();
                case RTA_SRC -> from = attributes.address();
                case RTA_TABLE -> table = Integer.toUnsignedLong(attributes.u32());
                case RTA_PRIORITY -> metric = Integer.toUnsignedLong(attributes.u32());
                case RTA_OIF -> interfaceIndex = attributes.u32();
                case RTA_GATEWAY -> gateway = attributes.address();
                case RTA_VIA -> gateway = attributes.address(2);
                case RTA_MULTIPATH -> malformed |= !decodeLegs(legs);
                default -> {
                    // Not of interest.
                }
            }
        }
        IpPrefix to = Rtnetlink.prefix(family, destination, message.u8(1));
        IpPrefix source = Rtnetlink.prefix(family, from, message.u8(2));
        if (malformed || attributes.malformed() || to == null || source == null) {
            return null;
        }
        if (legs.isEmpty()) {
            legs.add(new RouteHop(gateway, interfaceIndex));
        }
        return new KernelRoute(new RouteKey(to, source, message.u8(3), table, metric), message.u8(7),
                message.u8(RTMSG_PROTOCOL), message.u8(6), legs);
    }

    /** Whether the attribute that was met is a sound RTA_MULTIPATH, whose legs are added. */
    private boolean decodeLegs(List<RouteHop> legs) {
        int start = 0;
        while (attributes.length() - start >= RTNEXTHOP) {
            int length = attributes.u16(start);
            if (length < RTNEXTHOP || length > attributes.length() - start) {
                return false;
            }
            IpAddress gateway = null;
            nested.nested(attributes, start + RTNEXTHOP, start + length);
            while (nested.next()) {
                if (nested.type() == RTA_GATEWAY) {
                    gateway = nested.address();
                } else if (nested.type() == RTA_VIA) {
                    gateway = nested.address(2);
                }
            }
            if (nested.malformed()) {
                return false;
            }
            legs.add(new RouteHop(gateway, attributes.u32(start + 4)));
            start += Rtnetlink.align(length);
        }
        return true;
    }
}
