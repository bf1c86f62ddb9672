package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpAddress;

/**
 * A configured unicast peer.
 *
 * @param address its address
 * @param minTtl lowest TTL or hop limit accepted from it, 0..255
 * @param maxTtl highest TTL or hop limit accepted from it, 0..255
 */
public record UnicastPeer(IpAddress address, int minTtl, int maxTtl) {

    /** A peer with any TTL. */
    public UnicastPeer(IpAddress address) {
        this(address, 0, 255);
    }

    boolean limitsTtl() {
        return minTtl > 0 || maxTtl < 255;
    }
}
