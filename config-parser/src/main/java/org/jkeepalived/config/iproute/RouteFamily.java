package org.jkeepalived.config.iproute;

import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** The family of a route or rule, which the first word that has one decides. */
final class RouteFamily {
    private AddressFamily decided;

    /** The family of an address. */
    static AddressFamily of(IpAddress address) {
        return address.isIpv6() ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    /** The family that the word {@code inet} or {@code inet6} names, else null. */
    static AddressFamily declaredBy(String word) {
        return switch (word) {
            case "inet" -> AddressFamily.IPV4;
            case "inet6" -> AddressFamily.IPV6;
            default -> null;
        };
    }

    /** Null while nothing decided. */
    AddressFamily decided() {
        return decided;
    }

    /** IPv4 unless something decided otherwise. */
    AddressFamily orIpv4() {
        return decided == null ? AddressFamily.IPV4 : decided;
    }

    /** Whether nothing decided for another family. */
    boolean agreesWith(AddressFamily family) {
        return decided == null || decided == family;
    }

    /** Decides, unless it is decided otherwise; whether it is this family now. */
    boolean becomes(AddressFamily family) {
        if (decided == null) {
            decided = family;
        }
        return decided == family;
    }

    /** Every address of the family. */
    AddressPrefix everything() {
        return new AddressPrefix(Addresses.parse(orIpv4() == AddressFamily.IPV6 ? "::" : "0.0.0.0"), 0);
    }

    /** For a message about the other family. */
    String expected() {
        return orIpv4() == AddressFamily.IPV6
                ? "an IPv6 address like the others of the line"
                : "an IPv4 address like the others of the line";
    }
}
