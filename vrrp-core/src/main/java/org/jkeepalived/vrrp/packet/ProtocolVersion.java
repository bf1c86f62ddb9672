package org.jkeepalived.vrrp.packet;

/** The two versions of VRRP in use: RFC 3768 and RFC 9568 (which obsoletes RFC 5798). */
public enum ProtocolVersion {
    V2(2),
    V3(3);

    private final int number;

    ProtocolVersion(int number) {
        this.number = number;
    }

    /** The value of the version nibble. */
    public int number() {
        return number;
    }
}
