package org.jkeepalived.net;

/**
 * An address with the length of its network, as an interface carries it: 10.0.0.1/24.
 *
 * @param address the address itself, host bits included
 * @param length bits of the network, 0 up to {@link AddressFamily#bits()}
 */
public record IpPrefix(IpAddress address, int length) {

    public IpPrefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("a prefix of " + address + " cannot have " + length + " bits");
        }
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a takeover.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpPrefix that && length == that.length && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + length;
    }

    /** The address alone in its network: /32 or /128. */
    public static IpPrefix host(IpAddress address) {
        return new IpPrefix(address, address.family().bits());
    }

    /**
     * Reads {@code address/length}, or an address alone as a host.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? host(IpAddress.parse(text))
                : new IpPrefix(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether the network holds the address. */
    public boolean contains(IpAddress other) {
        return address.family() == other.family() && mask(true) == mask(other, true)
                && mask(false) == mask(other, false);
    }

    /** Whether both are of one network: the same length and the same bits up to it. */
    public boolean sameNetwork(IpPrefix other) {
        return length == other.length && contains(other.address);
    }

    private long mask(boolean high) {
        return mask(address, high);
    }

    /** One half of an address without its host bits. */
    private long mask(IpAddress of, boolean high) {
        int widthOfHalf = of.isIpv6() ? Long.SIZE : high ? 0 : of.family().bits();
        int bitsBefore = high || !of.isIpv6() ? 0 : Long.SIZE;
        int kept = Math.clamp(length - bitsBefore, 0, widthOfHalf);
        long value = high ? of.high() : of.low();
        int cut = widthOfHalf - kept;
        return cut >= Long.SIZE ? 0 : value >>> cut << cut;
    }

    public AddressFamily family() {
        return address.family();
    }

    /** The same with every bit beyond the length zero. */
    public IpPrefix masked() {
        return new IpPrefix(new IpAddress(address.family(), mask(true), mask(false)), length);
    }

    /** {@code address/length}. */
    @Override
    public String toString() {
        return address + "/" + length;
    }
}
