package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * Addresses that share their first bits.
 *
 * @param address bits beyond the length as they were written; the kernel has its own opinion of them
 * @param length 0 to 32 or 128
 */
public record IpPrefix(IpAddress address, int length) {
    public IpPrefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("prefix length " + length + " of " + address);
        }
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpPrefix that && length == that.length && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + length;
    }

    /**
     * Reads {@code 10.0.0.0/8}, or an address alone, which is a prefix of all its bits.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        return new IpPrefix(address, slash < 0 ? address.family().bits() : Integer.parseInt(text.substring(slash + 1)));
    }

    public AddressFamily family() {
        return address.family();
    }

    /** The same with every bit beyond the length zero. */
    public IpPrefix masked() {
        long high = address.high();
        long low = address.low();
        if (address.isIpv6()) {
            high &= leading(length);
            low &= leading(length - Long.SIZE);
        } else {
            low &= leading(Integer.SIZE + length);
        }
        return new IpPrefix(new IpAddress(address.family(), high, low), length);
    }

    /** So many ones, then zeros: 64 bits. */
    private static long leading(int ones) {
        return ones <= 0 ? 0 : ones >= Long.SIZE ? -1L : -1L << Long.SIZE - ones;
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
