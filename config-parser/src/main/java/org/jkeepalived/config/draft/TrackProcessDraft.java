package org.jkeepalived.config.draft;

import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.TrackProcessSettings;
import org.jkeepalived.config.settings.TrackProcessSettings.ParameterMatch;

/** A vrrp_track_process while it is read. */
public final class TrackProcessDraft {
    public final String name;
    public final Place place;
    /** Program and parameters; null where nothing was written. */
    public List<String> command;
    /** Null where nothing was written. */
    public ParameterMatch parameterMatch;
    /** Null where none was written. */
    public Integer weight;
    public boolean reverse;
    /** Null where none was written: one process must run. */
    public Integer quorum;
    public int quorumMax = TrackProcessSettings.UNLIMITED;
    public long terminateDelayNanos;
    public long forkDelayNanos;
    public boolean fullCommand;

    /** A process without name. */
    public TrackProcessDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /** Its own or the default weight. */
    public int effectiveWeight() {
        return weight == null ? 0 : weight;
    }

    /** Only of a process with a command. */
    public TrackProcessSettings settings() {
        boolean parameters = command.size() > 1 || parameterMatch != null;
        ParameterMatch match = parameterMatch == null && parameters ? ParameterMatch.EXACT : parameterMatch;
        return new TrackProcessSettings(name, command, match == null ? ParameterMatch.NONE : match, effectiveWeight(),
                reverse, quorum == null ? 1 : quorum, quorumMax, terminateDelayNanos, forkDelayNanos,
                fullCommand || parameters);
    }
}
