package org.jkeepalived.netlink.route;

import org.jkeepalived.net.IpAddress;

/**
 * An address as it is to be put on an interface: ip-address(8).
 *
 * @param interfaceIndex the interface, positive
 * @param address the address itself
 * @param prefixLength 0 to 32 or 128
 * @param peer the other end of a point-to-point link, or null
 * @param broadcast the broadcast address of IPv4, or null for none
 * @param scope {@link #SCOPE_GLOBAL} and so on
 * @param label IPv4's label, which the kernel wants to begin with the interface's name; empty for none
 * @param flags the sum of {@link #NODAD} and so on
 * @param preferredLifetimeSeconds {@link #FOREVER}, or 0 for an address that is deprecated from the start
 */
public record AddressSpec(
        int interfaceIndex,
        IpAddress address,
        int prefixLength,
        IpAddress peer,
        IpAddress broadcast,
        int scope,
        String label,
        int flags,
        int preferredLifetimeSeconds) {
    public static final int SCOPE_GLOBAL = 0;
    public static final int SCOPE_LINK = 253;
    public static final int SCOPE_HOST = 254;

    /** No duplicate address detection: an IPv6 address is usable at once. */
    public static final int NODAD = 0x02;
    public static final int HOME_ADDRESS = 0x10;
    public static final int MANAGE_TEMPORARY = 0x100;
    public static final int NO_PREFIX_ROUTE = 0x200;
    public static final int MULTICAST_AUTOJOIN = 0x400;

    /** A lifetime without end. */
    public static final int FOREVER = -1;

    public AddressSpec {
        if (prefixLength < 0 || prefixLength > address.family().bits()) {
            throw new IllegalArgumentException("prefix length " + prefixLength + " of " + address);
        }
        if (peer != null && peer.family() != address.family()
                || broadcast != null && broadcast.family() != address.family()) {
            throw new IllegalArgumentException("families differ: " + address);
        }
    }

    /** Global scope, no label, no flags, for ever. */
    public AddressSpec(int interfaceIndex, IpAddress address, int prefixLength) {
        this(interfaceIndex, address, prefixLength, null, null, SCOPE_GLOBAL, "", 0, FOREVER);
    }
}
