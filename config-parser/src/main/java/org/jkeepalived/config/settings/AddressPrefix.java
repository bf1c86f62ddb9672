package org.jkeepalived.config.settings;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * Addresses that share their first bits.
 *
 * @param address numeric, without zone; bits beyond the prefix as they were written
 * @param length 0..32 or 0..128
 */
public record AddressPrefix(IpAddress address, int length) {

    /** Its family. */
    public AddressFamily family() {
        return address.isIpv6() ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    /** {@code 10.0.0.0/8}, the length always given. */
    public String asWritten() {
        return AddressText.of(address) + "/" + length;
    }
}
