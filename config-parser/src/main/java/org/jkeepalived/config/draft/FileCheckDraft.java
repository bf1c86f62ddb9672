package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** FILE_CHECK: a file's number changes the server's weight. */
public final class FileCheckDraft extends CheckerDraft {
    /** The last track_file that is there, or null. */
    public TrackFileDraft file;
    /** Null for the file's own. */
    public Integer weight;
    /** Null for the file's own. */
    public Boolean reverse;

    /** Of this server. */
    public FileCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
