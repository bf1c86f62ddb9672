package org.jkeepalived.vrrp.packet;

/**
 * VRRPv2 authentication (RFC 2338 section 5.3.6, kept by RFC 3768 for compatibility). VRRPv3 has none: use {@link #NONE}.
 *
 * @param type the authentication type byte: {@link #TYPE_NONE} or {@link #TYPE_PASSWORD}
 * @param data the eight bytes of authentication data, first byte on the wire in the most significant place
 */
public record Authentication(int type, long data) {

    public static final int TYPE_NONE = 0;
    public static final int TYPE_PASSWORD = 1;
    public static final int TYPE_AH = 2;

    /** No authentication: type 0 and eight zero bytes. */
    public static final Authentication NONE = new Authentication(TYPE_NONE, 0);

    public Authentication {
        if (type != TYPE_NONE && type != TYPE_PASSWORD) {
            throw new IllegalArgumentException("authentication type " + type);
        }
    }

    /** Simple password: the first eight bytes of the key, padded with zeros. */
    public static Authentication password(byte[] key) {
        long data = 0;
        for (int i = 0; i < 8; i++) {
            data = data << 8 | (i < key.length ? key[i] & 0xff : 0);
        }
        return new Authentication(TYPE_PASSWORD, data);
    }

    /** Names the type only: a password must not reach a log. */
    @Override
    public String toString() {
        return type == TYPE_NONE ? "NONE" : "PASS";
    }
}
