package org.jkeepalived.netlink.route;

import java.util.Objects;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;

/**
 * A rule of the routing policy as it is to be, or as the kernel tells of it: ip-rule(8), linux/fib_rules.h. Made by
 * {@link #of}. Everything identifies a rule: the kernel takes two that differ in anything for two.
 *
 * @param family whose rules it joins
 * @param inverted it matches what the rest does not match
 * @param from source of a packet, or null for any; bits beyond the length count, the kernel keeps them
 * @param to destination of a packet, or null for any
 * @param action FR_ACT_*: {@link #LOOKUP} and so on
 * @param table where {@link #LOOKUP} looks, 1 to 4294967295; 0 for other actions and with {@code l3mdev}
 * @param target to which priority {@link #GOTO} goes, 0 for other actions
 * @param priority place among the rules, 0 to 4294967295
 * @param typeOfService 0 to 255, 0 for any
 * @param firewallMark 0 to 4294967295, or null for any
 * @param firewallMask the bits of the mark that count, 0 to 4294967295, or null for all
 * @param realms {@link RouteHop#realms}, 0 for none; IPv4 only
 * @param suppressPrefixLength routes with a prefix of this length or shorter do not count; null for none
 * @param suppressInterfaceGroup routes out of an interface of this group do not count; null for none
 * @param incomingInterface or null for any
 * @param outgoingInterface or null for any
 * @param tunnelId 64 bits without sign, 0 for any
 * @param l3mdev looks in the table of the packet's layer 3 master device
 * @param userIds owners of the sending socket, or null for any
 * @param protocol origin, RTPROT_*, 0 to 255; 0 for none
 * @param ipProtocol 0 to 255, or null for any
 * @param sourcePorts 1 to 65535, or null for any
 * @param destinationPorts 1 to 65535, or null for any
 */
public record RuleSpec(
        AddressFamily family,
        boolean inverted,
        IpPrefix from,
        IpPrefix to,
        int action,
        long table,
        long target,
        long priority,
        int typeOfService,
        Long firewallMark,
        Long firewallMask,
        int realms,
        Long suppressPrefixLength,
        Long suppressInterfaceGroup,
        String incomingInterface,
        String outgoingInterface,
        long tunnelId,
        boolean l3mdev,
        Range userIds,
        int protocol,
        Integer ipProtocol,
        Range sourcePorts,
        Range destinationPorts) {
    /** FR_ACT_TO_TBL: looks for a route in a table. */
    public static final int LOOKUP = 1;
    /** FR_ACT_GOTO: goes on at a later rule. */
    public static final int GOTO = 2;
    /** FR_ACT_NOP: does nothing, the next rule is asked. */
    public static final int NOP = 3;
    /** FR_ACT_BLACKHOLE: drops silently. */
    public static final int BLACKHOLE = 6;
    /** FR_ACT_UNREACHABLE: drops, with ICMP network unreachable. */
    public static final int UNREACHABLE = 7;
    /** FR_ACT_PROHIBIT: drops, with ICMP communication prohibited. */
    public static final int PROHIBIT = 8;

    private static final long ALL_BITS = 0xffff_ffffL;

    /** Both ends included. */
    public record Range(long first, long last) {}

    public RuleSpec {
        if (from != null && from.family() != family || to != null && to.family() != family) {
            throw new IllegalArgumentException("families differ: from " + from + " to " + to);
        }
    }

    /** A rule of keepalived's that does nothing with any packet. */
    public static RuleBuilder of(AddressFamily family) {
        return new RuleBuilder(family);
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSpec that && family == that.family && priority == that.priority
                && table == that.table && action == that.action && inverted == that.inverted
                && Objects.equals(from, that.from) && Objects.equals(to, that.to) && target == that.target
                && typeOfService == that.typeOfService && Objects.equals(firewallMark, that.firewallMark)
                && Objects.equals(firewallMask, that.firewallMask) && realms == that.realms
                && Objects.equals(suppressPrefixLength, that.suppressPrefixLength)
                && Objects.equals(suppressInterfaceGroup, that.suppressInterfaceGroup)
                && Objects.equals(incomingInterface, that.incomingInterface)
                && Objects.equals(outgoingInterface, that.outgoingInterface) && tunnelId == that.tunnelId
                && l3mdev == that.l3mdev && same(userIds, that.userIds) && protocol == that.protocol
                && Objects.equals(ipProtocol, that.ipProtocol) && same(sourcePorts, that.sourcePorts)
                && same(destinationPorts, that.destinationPorts);
    }

    private static boolean same(Range one, Range other) {
        return one == null || other == null ? one == other : one.first == other.first && one.last == other.last;
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(priority) * 31 + Long.hashCode(table)) * 31 + Objects.hashCode(from);
    }

    /**
     * The form in which the kernel tells of this rule, which is equal to what {@link RoutingListener} is told: prefixes
     * of length 0 are none, a mark without a mask has all bits, a number that means any is none.
     */
    public RuleSpec asTold() {
        boolean marked = firewallMark != null && firewallMark != 0;
        long mask = firewallMask == null ? marked ? ALL_BITS : 0 : firewallMask;
        return new RuleSpec(family, inverted, asTold(from), asTold(to), action, table, target, priority, typeOfService,
                marked ? firewallMark : null, marked || mask != 0 ? (Long) mask : null, realms, suppressPrefixLength,
                suppressInterfaceGroup, incomingInterface, outgoingInterface, tunnelId, l3mdev, userIds, protocol,
                ipProtocol != null && ipProtocol == 0 ? null : ipProtocol, sourcePorts, destinationPorts);
    }

    private static IpPrefix asTold(IpPrefix prefix) {
        return prefix == null || prefix.length() == 0 ? null : prefix;
    }
}
