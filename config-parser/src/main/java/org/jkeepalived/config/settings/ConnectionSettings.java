package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * Where a checker connects to and from.
 *
 * @param address the address that is asked
 * @param port its port; 0 for a checker without ports and where neither the checker nor the server names one
 * @param bindAddress source address of the same family, or null for the system's choice
 * @param bindPort source port, or 0 for the system's choice
 * @param bindInterface interface of the probe, or null
 * @param firewallMark mark of the probe's packets, 0 for none
 */
public record ConnectionSettings(
        IpAddress address,
        int port,
        IpAddress bindAddress,
        int bindPort,
        String bindInterface,
        long firewallMark) {}
