package org.jkeepalived.netlink;

/**
 * An IP address as two words, which is how the paths that allocate nothing carry it too.
 *
 * @param high the upper 64 bits of an IPv6 address, zero for IPv4
 * @param low the lower 64 bits of an IPv6 address; an IPv4 address in the lower 32 bits
 */
public record IpAddress(AddressFamily family, long high, long low) {
    public IpAddress {
        if (family == AddressFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("not a 32-bit address: " + Long.toHexString(low));
        }
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a start.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && family == that.family && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(high) * 31 + Long.hashCode(low)) * 31 + family.ordinal();
    }

    public static IpAddress ipv4(int address) {
        return new IpAddress(AddressFamily.IPV4, 0, Integer.toUnsignedLong(address));
    }

    public static IpAddress ipv6(long high, long low) {
        return new IpAddress(AddressFamily.IPV6, high, low);
    }

    /**
     * @param octets 4 or 16 bytes in network order
     * @throws IllegalArgumentException for any other length
     */
    public static IpAddress ofBytes(byte[] octets) {
        if (octets.length != 4 && octets.length != 16) {
            throw new IllegalArgumentException("an address of " + octets.length + " bytes");
        }
        long high = 0;
        long low = 0;
        for (byte octet : octets) {
            high = high << 8 | low >>> 56;
            low = low << 8 | octet & 0xff;
        }
        return new IpAddress(octets.length == 4 ? AddressFamily.IPV4 : AddressFamily.IPV6, high, low);
    }

    /**
     * Reads a numeric address; never asks a name server.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static IpAddress parse(String text) {
        return IpAddressText.parse(text);
    }

    public boolean isIpv6() {
        return family == AddressFamily.IPV6;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return isIpv6() ? high >>> 56 == 0xff : low >>> 28 == 0xe;
    }

    /** fe80::/10, or 169.254.0.0/16. */
    public boolean isLinkLocal() {
        return isIpv6() ? high >>> 54 == 0x3fa : low >>> 16 == 0xa9fe;
    }

    /** 0.0.0.0 or ::. */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /** As inet_ntop(3) writes it: dotted decimal, or RFC 5952. */
    @Override
    public String toString() {
        return IpAddressText.format(this);
    }
}
