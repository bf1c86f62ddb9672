package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** An entry of track_script, track_interface, track_file, track_process or track_bfd. */
public final class TrackDraft {
    public final String name;
    public final Place place;
    /** Null for the tracked object's own. */
    public Integer weight;
    /** Null for the tracked object's own. */
    public Boolean reverse;

    /** An entry without options. */
    public TrackDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }
}
