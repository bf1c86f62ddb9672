package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** BFD_CHECK: a session's state is the server's. */
public final class BfdCheckDraft extends CheckerDraft {
    /** Null where no usable name was written. */
    public BfdDraft session;
    /** A name was wrong: nothing more is read of it. */
    public boolean refused;

    /** Of this server. */
    public BfdCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
