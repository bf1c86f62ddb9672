package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * A unicast peer.
 *
 * @param address numeric
 * @param minTtl least accepted TTL or hop limit, 0..255
 * @param maxTtl highest accepted TTL or hop limit, 0..255
 */
public record UnicastPeer(IpAddress address, int minTtl, int maxTtl) {}
