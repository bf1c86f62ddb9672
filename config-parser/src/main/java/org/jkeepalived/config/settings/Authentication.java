package org.jkeepalived.config.settings;

/**
 * How adverts are authenticated.
 *
 * @param type of VRRPv2 (RFC 2338 section 5.3.6)
 * @param password 1..8 bytes, see {@link OddBytes}, or null without type
 * @param trailer the authenticated trailer of auth_hmac, or null
 */
public record Authentication(Type type, String password, HmacTrailer trailer) {
    /** No authentication. */
    public static final Authentication NONE = new Authentication(Type.NONE, null, null);

    /** VRRPv2's types. */
    public enum Type {
        NONE,
        /** Clear text in the packet. */
        PASS,
        /** IP authentication header. */
        AH
    }
}
