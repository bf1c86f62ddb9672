package org.jkeepalived.config.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an instance or a group follows. */
public final class Tracking {
    /** track_interface entries by interface. */
    public final Map<String, TrackDraft> interfaces = new LinkedHashMap<>();
    /** track_script entries by script. */
    public final Map<String, TrackDraft> scripts = new LinkedHashMap<>();
}
