package org.jkeepalived.config.settings;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Addresses that share their first bits.
 *
 * @param address
 *            numeric, without zone; bits beyond the prefix as they were written
 * @param length
 *            0..32 or 0..128
 */
public record AddressPrefix(InetAddress address, int length) {

    /** Its family. */
    public AddressFamily family() {
        return address instanceof Inet6Address ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    /** {@code 10.0.0.0/8}, the length always given. */
    public String asWritten() {
        return AddressText.of(address) + "/" + length;
    }
}
