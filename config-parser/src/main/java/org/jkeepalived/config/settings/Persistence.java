package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * How long and how coarsely clients stay with a real server.
 *
 * @param engine IPVS persistence engine, such as {@code sip}, or null
 * @param timeoutSeconds 0 for no persistence
 * @param mask clients that are alike under it stay together; null for single hosts, and for IPv6
 * @param prefixLength as the mask for IPv6; 0 for single hosts
 */
public record Persistence(String engine, long timeoutSeconds, IpAddress mask, int prefixLength) {}
