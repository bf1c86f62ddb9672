package org.jkeepalived.config.settings;

import org.jkeepalived.net.AddressFamily;

/**
 * A policy rule of virtual_rules or static_rules.
 *
 * @param family whose rules it joins
 * @param inverted it matches what the rest does not match
 * @param from source of a packet, null for any
 * @param to destination of a packet, null for any
 * @param action what is done
 * @param preference place among the rules, 0..4294967295
 * @param typeOfService 0..255, 0 for any
 * @param firewallMark 0..4294967295, or null for any
 * @param firewallMask the bits of the mark that count, 0..4294967295, or null for all
 * @param realms IPv4 only, or null
 * @param suppressPrefixLength routes with a prefix of this length or shorter do not count; null for none
 * @param suppressInterfaceGroup routes out of an interface of this group do not count; null for none
 * @param incomingInterface or null for any
 * @param outgoingInterface or null for any
 * @param tunnelId 64 bits without sign, 0 for any
 * @param userIds owners of the sending socket, or null for any
 * @param protocol origin of the rule, 0..255; 0 for an untracked rule that names none
 * @param ipProtocol 0..255, or null for any
 * @param sourcePorts 1..65535, or null for any
 * @param destinationPorts 1..65535, or null for any
 * @param noTrack its loss changes no state
 * @param trackGroup static rules only: the track group whose instances follow it, or null
 */
public record VirtualRule(
        AddressFamily family,
        boolean inverted,
        AddressPrefix from,
        AddressPrefix to,
        RuleAction action,
        long preference,
        int typeOfService,
        Long firewallMark,
        Long firewallMask,
        Realms realms,
        Long suppressPrefixLength,
        Long suppressInterfaceGroup,
        String incomingInterface,
        String outgoingInterface,
        long tunnelId,
        NumberRange userIds,
        int protocol,
        Integer ipProtocol,
        NumberRange sourcePorts,
        NumberRange destinationPorts,
        boolean noTrack,
        String trackGroup) {
    /** The same, followed by no group. */
    public VirtualRule withoutTrackGroup() {
        return new VirtualRule(family, inverted, from, to, action, preference, typeOfService, firewallMark,
                firewallMask, realms, suppressPrefixLength, suppressInterfaceGroup, incomingInterface,
                outgoingInterface, tunnelId, userIds, protocol, ipProtocol, sourcePorts, destinationPorts, noTrack,
                null);
    }

    /** The line, which reads back to an equal rule; names of tables and the like as numbers. */
    public String asWritten() {
        String mark = firewallMark == null ? null : firewallMark + (firewallMask == null ? "" : "/" + firewallMask);
        boolean ownProtocol = protocol == (noTrack ? 0 : VirtualRoute.KEEPALIVED_PROTOCOL);
        return new OptionText().addIf(inverted, "not")
                .add("from", from == null ? null : from.asWritten())
                .add("to", to == null ? null : to.asWritten())
                .add("preference", preference)
                .add("tos", typeOfService == 0 ? null : typeOfService)
                .add("fwmark", mark)
                .add("realms", realms == null ? null : realms.asWritten())
                .add("suppress_prefixlength", suppressPrefixLength)
                .add("suppress_ifgroup", suppressInterfaceGroup)
                .addWord("iif", incomingInterface)
                .addWord("oif", outgoingInterface)
                .add("tunnel-id", tunnelId == 0 ? null : Long.toUnsignedString(tunnelId))
                .add("uidrange", userIds == null ? null : userIds.asWritten())
                .add("protocol", ownProtocol ? null : protocol)
                .add("ipproto", ipProtocol)
                .add("sport", sourcePorts == null ? null : sourcePorts.asWritten())
                .add("dport", destinationPorts == null ? null : destinationPorts.asWritten())
                .add(action.asWritten())
                .addIf(noTrack, "no_track")
                .addWord("track_group", trackGroup)
                // The word that follows a family is lost, so it stands last.
                .addIf(family == AddressFamily.IPV6 && from == null && to == null, "inet6")
                .toString();
    }
}
