package org.jkeepalived.config.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an instance or a group follows. */
public final class Followed {
    /** track_interface entries by interface. */
    public final Map<String, TrackDraft> interfaces = new LinkedHashMap<>();
    /** track_script entries by script. */
    public final Map<String, TrackDraft> scripts = new LinkedHashMap<>();
    /** track_file entries by file. */
    public final Map<String, TrackDraft> files = new LinkedHashMap<>();
    /** track_process entries by process. */
    public final Map<String, TrackDraft> processes = new LinkedHashMap<>();
    /** track_bfd entries by session. */
    public final Map<String, TrackDraft> sessions = new LinkedHashMap<>();
}
