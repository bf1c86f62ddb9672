package org.jkeepalived.config.draft;

import org.jkeepalived.net.IpAddress;

/** Where a checker connects to and from; null where nothing was written. */
public final class ConnectionDraft {
    /** The real server's address, which is asked unless connect_ip is written; null when the server has none. */
    public final IpAddress server;
    /** connect_ip. */
    public IpAddress address;
    /** connect_port. */
    public Integer port;
    /** bindto. */
    public IpAddress bindAddress;
    /** bind_port. */
    public Integer bindPort;
    /** bind_if. */
    public String bindInterface;
    /** fwmark. */
    public Long firewallMark;

    /** To the server itself. */
    public ConnectionDraft(IpAddress server) {
        this.server = server;
    }

    /** The address that is asked. */
    public IpAddress target() {
        return address == null ? server : address;
    }
}
