package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** A checker of a real server. */
public abstract sealed class CheckerDraft implements Prober
        permits ConnectingCheckDraft, MiscCheckDraft, FileCheckDraft, BfdCheckDraft {
    /** Where it stands. */
    public final Place place;
    /** What it looks at. */
    public final RealServerDraft server;
    private final ProbeDraft probe = new ProbeDraft(ProbeDraft.Level.CHECKER);

    CheckerDraft(Place place, RealServerDraft server) {
        this.place = place;
        this.server = server;
    }

    @Override
    public ProbeDraft probe() {
        return probe;
    }
}
