package org.jkeepalived.net;

/** IPv4 or IPv6. One virtual router never mixes the two (RFC 9568 section 1.2). */
public enum AddressFamily {
    IPV4(4, "IPv4"),
    IPV6(16, "IPv6");

    private final int addressBytes;
    private final String label;

    AddressFamily(int addressBytes, String label) {
        this.addressBytes = addressBytes;
        this.label = label;
    }

    /** Length of one address on the wire, in bytes. */
    public int addressBytes() {
        return addressBytes;
    }

    /** Length of one address in bits, which is also the longest prefix. */
    public int bits() {
        return addressBytes * Byte.SIZE;
    }

    /** {@code IPv4} or {@code IPv6}, as keepalived writes it. */
    public String label() {
        return label;
    }
}
