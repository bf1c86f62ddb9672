package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.message.AttributeReader;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.message.MessageWriter;
import org.jkeepalived.netlink.message.Netlink;
import org.jkeepalived.netlink.message.Request;

/**
 * RTM_NEWRULE, RTM_DELRULE, RTM_GETRULE: struct fib_rule_hdr and FRA_* of linux/fib_rules.h. The requests are static;
 * an object decodes, and belongs to one thread.
 */
public final class RuleMessages {
    /** struct fib_rule_hdr: family, lengths of destination and source, TOS, table, 2 reserved, action, flags (u32). */
    private static final int FIB_RULE_HDR = 12;
    private static final int FIB_RULE_INVERT = 2;
    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_GOTO = 4;
    private static final int FRA_PRIORITY = 6;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_FLOW = 11;
    private static final int FRA_TUN_ID = 12;
    private static final int FRA_SUPPRESS_IFGROUP = 13;
    private static final int FRA_SUPPRESS_PREFIXLEN = 14;
    private static final int FRA_TABLE = 15;
    private static final int FRA_FWMASK = 16;
    private static final int FRA_OIFNAME = 17;
    private static final int FRA_L3MDEV = 19;
    private static final int FRA_UID_RANGE = 20;
    private static final int FRA_PROTOCOL = 21;
    private static final int FRA_IP_PROTO = 22;
    private static final int FRA_SPORT_RANGE = 23;
    private static final int FRA_DPORT_RANGE = 24;

    private final AttributeReader attributes = new AttributeReader();

    RuleMessages() {}

    private record RuleRequest(int type, int flags, RuleSpec spec) implements Request {
        @Override
        public void write(MessageWriter writer) {
            writer.begin(type, flags);
            writeHeader(writer, spec);
            writeSelector(writer, spec);
            writeInterfaces(writer, spec);
            writeTransport(writer, spec);
            if (spec.action() == RuleSpec.GOTO) {
                writer.putU32(FRA_GOTO, (int) spec.target());
            }
            writer.end();
        }
    }

    /** Makes the rule; EEXIST where there is the same. */
    public static Request add(RuleSpec spec) {
        return new RuleRequest(Rtnetlink.RTM_NEWRULE, Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL, spec);
    }

    /**
     * Removes the first rule that agrees with {@code spec} in everything that {@code spec} says; ENOENT where none
     * does. One without a protocol removes a rule of any.
     */
    public static Request delete(RuleSpec spec) {
        return new RuleRequest(Rtnetlink.RTM_DELRULE, 0, spec);
    }

    private static void writeHeader(MessageWriter writer, RuleSpec spec) {
        writer.appendU8(Rtnetlink.family(spec.family()));
        writer.appendU8(spec.to() == null ? 0 : spec.to().length());
        writer.appendU8(spec.from() == null ? 0 : spec.from().length());
        writer.appendU8(spec.typeOfService());
        writer.appendU8(Rtnetlink.tableByte(spec.table()));
        writer.appendZeros(2);
        writer.appendU8(spec.action());
        writer.appendU32(spec.inverted() ? FIB_RULE_INVERT : 0);
    }

    private static void writeSelector(MessageWriter writer, RuleSpec spec) {
        Rtnetlink.putLongTable(writer, FRA_TABLE, spec.table());
        if (spec.from() != null) {
            writer.putAddress(FRA_SRC, spec.from().address());
        }
        if (spec.to() != null) {
            writer.putAddress(FRA_DST, spec.to().address());
        }
        writer.putU32(FRA_PRIORITY, (int) spec.priority());
        putU32(writer, FRA_FWMARK, spec.firewallMark());
        putU32(writer, FRA_FWMASK, spec.firewallMask());
        if (spec.realms() != 0) {
            writer.putU32(FRA_FLOW, spec.realms());
        }
        putU32(writer, FRA_SUPPRESS_PREFIXLEN, spec.suppressPrefixLength());
        putU32(writer, FRA_SUPPRESS_IFGROUP, spec.suppressInterfaceGroup());
    }

    private static void writeInterfaces(MessageWriter writer, RuleSpec spec) {
        if (spec.incomingInterface() != null) {
            writer.putString(FRA_IIFNAME, spec.incomingInterface());
        }
        if (spec.outgoingInterface() != null) {
            writer.putString(FRA_OIFNAME, spec.outgoingInterface());
        }
        if (spec.tunnelId() != 0) {
            writer.putU64NetworkOrder(FRA_TUN_ID, spec.tunnelId());
        }
        if (spec.userIds() != null) {
            // struct fib_rule_uid_range: first, last.
            int range = writer.beginAttribute(FRA_UID_RANGE);
            writer.appendU32((int) spec.userIds().first());
            writer.appendU32((int) spec.userIds().last());
            writer.endAttribute(range);
        }
        if (spec.l3mdev()) {
            writer.putU8(FRA_L3MDEV, 1);
        }
    }

    private static void writeTransport(MessageWriter writer, RuleSpec spec) {
        if (spec.protocol() != 0) {
            writer.putU8(FRA_PROTOCOL, spec.protocol());
        }
        if (spec.ipProtocol() != null) {
            writer.putU8(FRA_IP_PROTO, spec.ipProtocol());
        }
        putPorts(writer, FRA_SPORT_RANGE, spec.sourcePorts());
        putPorts(writer, FRA_DPORT_RANGE, spec.destinationPorts());
    }

    private static void putU32(MessageWriter writer, int type, Long value) {
        if (value != null) {
            writer.putU32(type, value.intValue());
        }
    }

    /** struct fib_rule_port_range: first, last. */
    private static void putPorts(MessageWriter writer, int type, RuleSpec.Range ports) {
        if (ports != null) {
            int range = writer.beginAttribute(type);
            writer.appendU16((int) ports.first());
            writer.appendU16((int) ports.last());
            writer.endAttribute(range);
        }
    }

    /** Asks for the rules of a family. */
    static void writeDump(MessageWriter writer, AddressFamily family) {
        writer.begin(Rtnetlink.RTM_GETRULE, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP);
        writer.appendU8(Rtnetlink.family(family));
        writer.appendZeros(FIB_RULE_HDR - 1);
        writer.end();
    }

    /**
     * Tells an event, or a part of a dump; one that is cut short, malformed or of another protocol is left out.
     *
     * @param protocol RTPROT_* of those that are wanted, 0 for all
     */
    void tell(MessageReader message, int protocol, RoutingListener listener) {
        RuleSpec rule = decode(message);
        if (rule == null || protocol != 0 && rule.protocol() != protocol) {
            return;
        }
        if (message.type() == Rtnetlink.RTM_DELRULE) {
            listener.ruleRemoved(rule);
        } else {
            listener.ruleAdded(rule);
        }
    }

    /** The rule that a message tells of, as {@link RuleSpec#asTold}; null where it is cut short or malformed. */
    RuleSpec decode(MessageReader message) {
        AddressFamily family = message.payloadLength() < FIB_RULE_HDR ? null : Rtnetlink.family(message.u8(0));
        if (family == null) {
            return null;
        }
        RuleBuilder rule = RuleSpec.of(family)
                .protocol(0)
                .inverted((message.u32(8) & FIB_RULE_INVERT) != 0)
                .typeOfService(message.u8(3))
                .table(message.u8(4))
                .action(message.u8(7));
        IpAddress any = new IpAddress(family, 0, 0);
        IpAddress to = any;
        IpAddress from = any;
        message.attributes(attributes, FIB_RULE_HDR);
        while (attributes.next()) {
            switch (attributes.type()) {
                case FRA_DST -> to = attributes.address();
                case FRA_SRC -> from = attributes.address();
                default -> decodeOption(rule);
            }
        }
        IpPrefix destination = Rtnetlink.prefix(family, to, message.u8(1));
        IpPrefix source = Rtnetlink.prefix(family, from, message.u8(2));
        if (attributes.malformed() || destination == null || source == null) {
            return null;
        }
        return rule.to(destination).from(source).build().asTold();
    }

    private void decodeOption(RuleBuilder rule) {
        switch (attributes.type()) {
            case FRA_TABLE -> rule.table(unsigned());
            case FRA_PRIORITY -> rule.priority(unsigned());
            case FRA_FWMARK -> rule.firewallMark(unsigned());
            case FRA_FWMASK -> rule.firewallMask(unsigned());
            case FRA_FLOW -> rule.realms(attributes.u32());
            case FRA_SUPPRESS_PREFIXLEN -> rule.suppressPrefixLength(unsignedOrNone());
            case FRA_SUPPRESS_IFGROUP -> rule.suppressInterfaceGroup(unsignedOrNone());
            case FRA_IIFNAME -> rule.incomingInterface(attributes.string());
            case FRA_OIFNAME -> rule.outgoingInterface(attributes.string());
            case FRA_TUN_ID -> rule.tunnelId(attributes.u64NetworkOrder());
            case FRA_UID_RANGE ->
                    rule.userIds(new RuleSpec.Range(unsigned(), Integer.toUnsignedLong(attributes.u32(4))));
            case FRA_L3MDEV -> rule.l3mdev(attributes.u8() != 0);
            case FRA_PROTOCOL -> rule.protocol(attributes.u8());
            case FRA_IP_PROTO -> rule.ipProtocol(attributes.u8());
            case FRA_SPORT_RANGE -> rule.sourcePorts(ports());
            case FRA_DPORT_RANGE -> rule.destinationPorts(ports());
            case FRA_GOTO -> rule.target(unsigned());
            default -> {
                // Not of interest.
            }
        }
    }

    private long unsigned() {
        return Integer.toUnsignedLong(attributes.u32());
    }

    /** The kernel says -1 for none. */
    private Long unsignedOrNone() {
        return attributes.u32() == -1 ? null : (Long) unsigned();
    }

    private RuleSpec.Range ports() {
        return new RuleSpec.Range(attributes.u16(), attributes.u16(2));
    }
}
