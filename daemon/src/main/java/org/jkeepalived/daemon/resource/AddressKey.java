package org.jkeepalived.daemon.resource;

import org.jkeepalived.net.IpAddress;

/**
 * What the kernel tells addresses by.
 *
 * @param interfaceIndex where it is
 * @param address the local address
 */
public record AddressKey(int interfaceIndex, IpAddress address) {
    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a takeover.
    @Override
    public boolean equals(Object other) {
        return other instanceof AddressKey that && interfaceIndex == that.interfaceIndex
                && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return 31 * interfaceIndex + address.hashCode();
    }
}
