package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * The server that stands in while the quorum is lost.
 *
 * @param address where it is
 * @param port 0 when the service has none
 * @param inhibit it stays in the table with weight 0 while it is not needed
 * @param forwarding how packets get to it
 */
public record SorryServerSettings(IpAddress address, int port, boolean inhibit, Forwarding forwarding) {}
