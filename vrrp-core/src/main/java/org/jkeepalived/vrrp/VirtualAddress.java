package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpAddress;

/**
 * An address that the router sets while it is MASTER. Two of them are the same across a reload when all components are equal.
 *
 * @param address the address
 * @param placement everything else that the kernel is told (prefix, device, scope, label, ...) in any text form that is equal when the
 *        placement is; the core only compares it
 * @param advertised whether it appears in adverts (virtual_ipaddress) or not (virtual_ipaddress_excluded)
 */
public record VirtualAddress(IpAddress address, String placement, boolean advertised) {
    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a takeover.
    @Override
    public boolean equals(Object other) {
        return other instanceof VirtualAddress that && advertised == that.advertised && address.equals(that.address)
                && placement.equals(that.placement);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + placement.hashCode();
    }
}
