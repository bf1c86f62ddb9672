package org.jkeepalived.netlink.route;

import org.jkeepalived.net.IpAddress;

/**
 * An address that an interface has.
 *
 * @param scope as {@link AddressSpec#SCOPE_GLOBAL}
 * @param flags the sum of {@link #SECONDARY} and so on
 */
public record InterfaceAddress(int interfaceIndex, IpAddress address, int prefixLength, int scope, int flags) {
    /** IPv4: not the first of its subnet; IPv6: a temporary address. */
    public static final int SECONDARY = 0x01;
    public static final int DAD_FAILED = 0x08;
    public static final int DEPRECATED = 0x20;
    /** IPv6: duplicate address detection has not ended, so it cannot be used yet. */
    public static final int TENTATIVE = 0x40;
    public static final int PERMANENT = 0x80;

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a start.
    @Override
    public boolean equals(Object other) {
        return other instanceof InterfaceAddress that && interfaceIndex == that.interfaceIndex
                && prefixLength == that.prefixLength && scope == that.scope && flags == that.flags
                && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + interfaceIndex;
    }

    public boolean isSecondary() {
        return (flags & SECONDARY) != 0;
    }

    /** Neither tentative nor found to be a duplicate. */
    public boolean isUsable() {
        return (flags & (TENTATIVE | DAD_FAILED)) == 0;
    }
}
