package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/** Addresses that may be missing, as text. */
public final class AddressText {
    private AddressText() {}

    /** {@code 192.0.2.1} or {@code 2001:db8::1} (RFC 5952); the empty text for null. */
    public static String of(IpAddress address) {
        return address == null ? "" : address.toString();
    }
}
