package org.jkeepalived.daemon.dump;

import org.jkeepalived.config.settings.NumberRange;
import org.jkeepalived.config.settings.RuleAction;
import org.jkeepalived.config.settings.VirtualRule;

/** A rule as keepalived writes it, in dumps and in its log; every part and its place as found by running it. */
public final class RuleText {
    private static final long ALL_BITS = 0xffff_ffffL;

    private RuleText() {}

    /** The line. */
    public static String of(VirtualRule rule) {
        Words words = new Words().addIf(rule.inverted(), "not")
                .add("from", rule.from() == null ? "all" : RouteText.prefix(rule.from()))
                .add("to", rule.to() == null ? null : RouteText.prefix(rule.to()))
                .add("priority", rule.preference())
                .add("tos", "0x" + Integer.toHexString(rule.typeOfService()))
                .add("fwmark", mark(rule))
                .add("iif", rule.incomingInterface())
                .add("oif", rule.outgoingInterface())
                .add("suppress_prefixlen", rule.suppressPrefixLength())
                .add("suppress_ifgroup", rule.suppressInterfaceGroup())
                // Only the lower half of the id is shown.
                .addIf(rule.tunnelId() != 0, "tunnel-id", Integer.toUnsignedString((int) rule.tunnelId()))
                .add("uidrange", range(rule.userIds()))
                .addIf(rule.action() == RuleAction.Plain.L3MDEV, "l3mdev")
                .addIf(rule.protocol() != 0, "protocol", rule.protocol())
                .add("ipproto", rule.ipProtocol())
                .add("sport", range(rule.sourcePorts()))
                .add("dport", range(rule.destinationPorts()));
        if (rule.realms() != null) {
            words.add("realms", rule.realms().source() + "/" + rule.realms().destination());
        }
        return words.add(action(rule.action()))
                .addIf(rule.noTrack(), "no_track")
                .add("track_group", rule.trackGroup())
                .toString();
    }

    private static String mark(VirtualRule rule) {
        if (rule.firewallMark() == null) {
            return null;
        }
        boolean masked = rule.firewallMask() != null && rule.firewallMask() != ALL_BITS;
        return hexadecimal(rule.firewallMark()) + (masked ? "/" + hexadecimal(rule.firewallMask()) : "");
    }

    private static String hexadecimal(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String range(NumberRange range) {
        return range == null ? null : range.asWritten();
    }

    private static String action(RuleAction action) {
        return switch (action) {
            case RuleAction.Lookup(long table) -> "lookup " + table;
            case RuleAction.Goto(long target) -> "goto " + target;
            case RuleAction.Plain.L3MDEV -> "lookup 0";
            case RuleAction.Plain.NOP -> "nop";
            case RuleAction.Plain plain -> "type " + plain.asWritten();
        };
    }
}
