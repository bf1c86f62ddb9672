package org.jkeepalived.config.lexer;

import org.jkeepalived.net.IpAddress;

/** Numeric addresses; never a name, a zone or a shortened IPv4 form. */
public final class Addresses {
    private static final int MAPPED_PREFIX = 0xffff;

    private Addresses() {}

    /** The address, or null when the text is none. An IPv4 address mapped into IPv6 is none. */
    public static IpAddress parse(String text) {
        try {
            IpAddress address = IpAddress.parse(text);
            boolean mapped = address.isIpv6() && address.high() == 0 && address.low() >>> Integer.SIZE == MAPPED_PREFIX;
            return mapped ? null : address;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The address of a text that may have a prefix length behind it, which counts for nothing; null when it is none. */
    public static IpAddress parseWithPrefix(String text) {
        int slash = text.indexOf('/');
        return parse(slash < 0 ? text : text.substring(0, slash));
    }
}
