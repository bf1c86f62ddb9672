package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * An address of virtual_ipaddress, virtual_ipaddress_excluded or static_ipaddress.
 *
 * @param address numeric, without zone
 * @param prefixLength 0..32 or 0..128
 * @param interfaceName where it goes: its own dev or the instance's interface
 * @param ownInterface dev was written
 * @param scope rtnetlink scope, 0 global
 * @param broadcast IPv4 broadcast address, or null
 * @param label IPv4 label, or null
 * @param peer point-to-point peer, or null
 * @param home IPv6 home address flag
 * @param duplicateDetection -nodad: IPv6 duplicate address detection is made
 * @param manageTemporary mngtmpaddr
 * @param noPrefixRoute noprefixroute
 * @param autojoin autojoin
 * @param noTrack no_track: its removal changes no state
 * @param useVmac use_vmac: it goes to a VMAC interface of its own
 * @param preferredLifetimeSeconds seconds, 4294967295 for ever
 */
public record VirtualAddress(
        IpAddress address,
        int prefixLength,
        String interfaceName,
        boolean ownInterface,
        int scope,
        IpAddress broadcast,
        String label,
        IpAddress peer,
        boolean home,
        boolean duplicateDetection,
        boolean manageTemporary,
        boolean noPrefixRoute,
        boolean autojoin,
        boolean noTrack,
        boolean useVmac,
        long preferredLifetimeSeconds) {
    /** The lifetime that never ends. */
    public static final long FOREVER = 0xffff_ffffL;

    /** The same address without dev, placed on an interface. */
    public VirtualAddress on(String name) {
        return new VirtualAddress(address, prefixLength, name, ownInterface, scope, broadcast, label, peer, home,
                duplicateDetection, manageTemporary, noPrefixRoute, autojoin, noTrack, useVmac,
                preferredLifetimeSeconds);
    }

    /** The same without use_vmac. */
    public VirtualAddress withoutVmac() {
        return new VirtualAddress(address, prefixLength, interfaceName, ownInterface, scope, broadcast, label, peer,
                home, duplicateDetection, manageTemporary, noPrefixRoute, autojoin, noTrack, false,
                preferredLifetimeSeconds);
    }

    /** {@code 192.0.2.1/24}, or the address alone where the prefix has the length of a host's. */
    public String prefixText() {
        int hostLength = address.isIpv6() ? 128 : 32;
        return AddressText.of(address) + (prefixLength == hostLength ? "" : "/" + prefixLength);
    }

    /** The line, which reads back to an equal address. */
    public String asWritten() {
        boolean six = address.isIpv6();
        long usualLifetime = six && prefixLength == 128 ? 0 : FOREVER;
        return new OptionText().add(prefixText())
                .addWord("dev", ownInterface ? interfaceName : null)
                .add("scope", scope == 0 ? null : scope)
                .add("brd", broadcast)
                .addWord("label", label)
                .add("peer", peer)
                .addIf(home, "home")
                .addIf(duplicateDetection, "-nodad")
                .addIf(manageTemporary, "mngtmpaddr")
                .addIf(noPrefixRoute, "noprefixroute")
                .addIf(autojoin, "autojoin")
                .addIf(noTrack, "no_track")
                .addIf(useVmac, "use_vmac")
                .add("preferred_lft",
                        preferredLifetimeSeconds == usualLifetime
                                ? null
                                : preferredLifetimeSeconds == FOREVER ? "forever" : preferredLifetimeSeconds)
                .toString();
    }
}
