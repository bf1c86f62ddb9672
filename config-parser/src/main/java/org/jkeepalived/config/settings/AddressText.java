package org.jkeepalived.config.settings;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses as text: IPv6 as RFC 5952 section 4 wants it. */
public final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    /** {@code 192.0.2.1} or {@code 2001:db8::1}; the empty text for null. */
    public static String of(InetAddress address) {
        if (address == null) {
            return "";
        }
        return address instanceof Inet6Address ? sixth(address.getAddress()) : address.getHostAddress();
    }

    private static String sixth(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                longest = end - i;
                start = i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                out.append("::");
                i += longest - 1;
                continue;
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(groups[i]));
        }
        return out.toString();
    }
}
