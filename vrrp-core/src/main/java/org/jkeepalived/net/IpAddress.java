package org.jkeepalived.net;

/**
 * An IPv4 or IPv6 address as two words, which is how the paths that allocate nothing carry it too. Order is network byte order, unsigned, as
 * the election of RFC 9568 section 6.4.3 compares.
 *
 * @param family the family
 * @param high the first eight bytes of an IPv6 address; 0 for IPv4
 * @param low the last eight bytes of an IPv6 address; the 32 bits of an IPv4 address
 */
public record IpAddress(AddressFamily family, long high, long low) implements Comparable<IpAddress> {

    public IpAddress {
        if (family == AddressFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a takeover.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && family == that.family && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    /** @param address the 32 bits, the first octet highest */
    public static IpAddress ipv4(int address) {
        return new IpAddress(AddressFamily.IPV4, 0, Integer.toUnsignedLong(address));
    }

    /** @param high the first eight bytes, {@code low} the last eight */
    public static IpAddress ipv6(long high, long low) {
        return new IpAddress(AddressFamily.IPV6, high, low);
    }

    /**
     * Reads four or sixteen bytes in network order.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static IpAddress of(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> new IpAddress(AddressFamily.IPV4, 0, number(bytes, 0, 4));
            case 16 -> new IpAddress(AddressFamily.IPV6, number(bytes, 0, 8), number(bytes, 8, 8));
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /**
     * Reads the text form (dotted quad, or RFC 4291 section 2.2). Names are never resolved.
     *
     * @throws IllegalArgumentException when the text is not an address
     */
    public static IpAddress parse(String text) {
        return of(IpText.parse(text));
    }

    /** The address in network order, 4 or 16 bytes, newly allocated. */
    public byte[] toBytes() {
        byte[] bytes = new byte[family.addressBytes()];
        for (int i = 0; i < bytes.length; i++) {
            int fromEnd = bytes.length - 1 - i;
            bytes[i] = (byte) (fromEnd < 8 ? low >>> 8 * fromEnd : high >>> 8 * (fromEnd - 8));
        }
        return bytes;
    }

    public boolean isIpv6() {
        return family == AddressFamily.IPV6;
    }

    /** 169.254.0.0/16 or fe80::/10. */
    public boolean isLinkLocal() {
        return isIpv6() ? isLinkLocal(high) : low >>> 16 == 0xa9feL;
    }

    /** Whether the first half of an IPv6 address lies in fe80::/10. */
    public static boolean isLinkLocal(long high) {
        return high >>> 54 == 0xfe80L >>> 6;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return isIpv6() ? high >>> 56 == 0xff : low >>> 28 == 0xe;
    }

    /** 224.0.0.0/24, or of IPv6 scope 2 whatever the flags (RFC 4291 section 2.7): a group that no router forwards. */
    public boolean isLinkLocalMulticast() {
        return isIpv6() ? high >>> 56 == 0xff && (high >>> 48 & 0xf) == 2 : low >>> 8 == 0xe00000L;
    }

    /** Whether this is the address with the given halves, without making one. */
    public boolean is(long otherHigh, long otherLow) {
        return high == otherHigh && low == otherLow;
    }

    /** Compares the halves of two addresses of one family, unsigned. */
    public static int compare(long high1, long low1, long high2, long low2) {
        int order = Long.compareUnsigned(high1, high2);
        return order != 0 ? order : Long.compareUnsigned(low1, low2);
    }

    @Override
    public int compareTo(IpAddress other) {
        int order = family.compareTo(other.family);
        return order != 0 ? order : compare(high, low, other.high, other.low);
    }

    /** As inet_ntop(3) writes it: dotted quad, or RFC 5952. */
    @Override
    public String toString() {
        return IpText.format(this);
    }

    private static long number(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[offset + i] & 0xff;
        }
        return value;
    }
}
