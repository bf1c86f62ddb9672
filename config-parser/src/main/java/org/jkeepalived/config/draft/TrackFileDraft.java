package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.TrackFileSettings;

/** A track_file while it is read. */
public final class TrackFileDraft {
    public final String name;
    public final Place place;
    public String path;
    /** Null where none was written. */
    public Integer weight;
    public boolean reverse;
    /** init_file was given. */
    public boolean create;
    public int initialValue;
    public boolean overwrite;

    /** A file without path. */
    public TrackFileDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /** Its own or the default weight. */
    public int effectiveWeight() {
        return weight == null ? 1 : weight;
    }

    /** Only of a file with a path. */
    public TrackFileSettings settings() {
        return new TrackFileSettings(name, path, effectiveWeight(), reverse, create, initialValue, overwrite);
    }
}
