package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.net.IpAddress;

/** A sorry_server with the keywords that follow it. */
public final class SorryServerDraft {
    /** Where it is. */
    public final IpAddress address;
    /** 0 for none. */
    public int port;
    /** sorry_server_inhibit. */
    public boolean inhibit;
    /** sorry_server_lvs_method, or null. */
    public ForwardingDraft forwarding;

    /** A server without options. */
    public SorryServerDraft(IpAddress address, int port) {
        this.address = address;
        this.port = port;
    }

    /** {@code ADDR [PORT]}. */
    public String head() {
        return AddressText.of(address) + (port == 0 ? "" : " " + port);
    }
}
