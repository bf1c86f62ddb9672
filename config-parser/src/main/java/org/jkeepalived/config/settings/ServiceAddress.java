package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/** What the packets of a virtual server have in common. */
public sealed interface ServiceAddress {

    /**
     * They are sent to an address.
     *
     * @param port 0 for every port
     */
    record Host(IpAddress address, int port) implements ServiceAddress {}

    /**
     * The firewall has marked them.
     *
     * @param mark 0..4294967295
     */
    record FirewallMark(long mark) implements ServiceAddress {}

    /**
     * They belong to a {@code virtual_server_group}.
     *
     * @param name of a group that exists
     */
    record Group(String name) implements ServiceAddress {}
}
