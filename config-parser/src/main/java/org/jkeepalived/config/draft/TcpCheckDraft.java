package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** TCP_CHECK: the server accepts a connection. */
public final class TcpCheckDraft extends ConnectingCheckDraft {
    /** Of this server. */
    public TcpCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
