package org.jkeepalived.config.text;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Numeric addresses; never a name, a zone or a shortened IPv4 form. */
public final class Addresses {
    private static final Pattern IPV4 = Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

    private Addresses() {}

    /** The address, or null when the text is none. */
    public static InetAddress parse(String text) {
        boolean six = text.indexOf(':') >= 0;
        if (text.indexOf('%') >= 0 || text.indexOf('[') >= 0 || !six && !IPV4.matcher(text).matches()) {
            return null;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            return six && address instanceof Inet4Address ? null : address;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The address of a text that may have a prefix length behind it, which counts for nothing; null when it is none. */
    public static InetAddress parseWithPrefix(String text) {
        int slash = text.indexOf('/');
        return parse(slash < 0 ? text : text.substring(0, slash));
    }
}
