package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.Forwarding;

/** How packets get to a server, as lb_kind and lvs_method say it. */
public final class ForwardingDraft {
    /** NAT, DR or TUN. */
    public final Forwarding.Method method;
    /** Tunnel encapsulation; IPIP where nothing was said. */
    public Forwarding.Tunnel tunnel = Forwarding.Tunnel.IPIP;
    /** UDP port of a gue tunnel, or null. */
    public Integer tunnelPort;
    /** Checksum of the tunnel; NONE where nothing was said. */
    public Forwarding.Checksum checksum = Forwarding.Checksum.NONE;

    /** A method without tunnel options. */
    public ForwardingDraft(Forwarding.Method method) {
        this.method = method;
    }

    /** The settings. */
    public Forwarding settings() {
        return new Forwarding(method, tunnel, tunnelPort == null ? 0 : tunnelPort, checksum);
    }
}
