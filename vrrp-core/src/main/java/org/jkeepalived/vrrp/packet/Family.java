package org.jkeepalived.vrrp.packet;

/** The address family of a virtual router; one router never mixes the two (RFC 9568 section 1.2). */
public enum Family {
    IPV4(4),
    IPV6(16);

    private final int addressBytes;

    Family(int addressBytes) {
        this.addressBytes = addressBytes;
    }

    /** Length of one address on the wire, in bytes. */
    public int addressBytes() {
        return addressBytes;
    }
}
