package org.jkeepalived.config.draft;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jkeepalived.config.finding.Place;

/** A track_group while it is read. */
public final class TrackGroupDraft {
    public final String name;
    public final Place place;
    public final Set<String> members = new LinkedHashSet<>();
    public boolean hasList;

    /** A group without members. */
    public TrackGroupDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }
}
