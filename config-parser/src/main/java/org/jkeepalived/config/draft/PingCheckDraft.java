package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** PING_CHECK: the server answers an echo request. */
public final class PingCheckDraft extends ConnectingCheckDraft {
    /** Of this server. */
    public PingCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
