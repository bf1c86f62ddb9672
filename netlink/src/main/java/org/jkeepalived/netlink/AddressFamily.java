package org.jkeepalived.netlink;

/** The two families of IP. */
public enum AddressFamily {
    IPV4(32),
    IPV6(128);

    private final int bits;

    AddressFamily(int bits) {
        this.bits = bits;
    }

    /** The length of an address, which is also the longest prefix. */
    public int bits() {
        return bits;
    }
}
