package org.jkeepalived.config.settings;

/**
 * How packets get to a real server.
 *
 * @param method address translation, direct routing or tunnelling
 * @param tunnel encapsulation; counts with {@link Method#TUN}
 * @param tunnelPort UDP port of a GUE tunnel, else 0
 * @param checksum of the tunnel's packets
 */
public record Forwarding(Method method, Tunnel tunnel, int tunnelPort, Checksum checksum) {
    /** lb_kind and lvs_method, spelt as in the file. */
    public enum Method {
        NAT,
        DR,
        TUN
    }

    /** type, in the file in lower case. */
    public enum Tunnel {
        IPIP,
        GUE,
        GRE
    }

    /** nocsum, csum and remcsum. */
    public enum Checksum {
        NONE,
        CHECKSUM,
        REMOTE
    }
}
