package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A vrrp_track_process: processes that are counted.
 *
 * @param name unique
 * @param command path or bare name of the program, then the parameters to compare; never empty
 * @param parameterMatch how the parameters are compared
 * @param weight -254..254, priority change; 0 means that a missing quorum is a FAULT
 * @param reverse the result counts inverted
 * @param quorum processes needed
 * @param quorumMax processes allowed, or {@link #UNLIMITED}
 * @param terminateDelayNanos before a process counts as gone
 * @param forkDelayNanos before a process counts as present
 * @param fullCommand the whole command line is compared instead of the name
 */
public record TrackProcessSettings(
        String name,
        List<String> command,
        ParameterMatch parameterMatch,
        int weight,
        boolean reverse,
        int quorum,
        int quorumMax,
        long terminateDelayNanos,
        long forkDelayNanos,
        boolean fullCommand) {
    /** No upper limit. */
    public static final int UNLIMITED = -1;

    public TrackProcessSettings {
        command = List.copyOf(command);
    }

    /** How parameters are compared. */
    public enum ParameterMatch {
        /** Not at all. */
        NONE,
        /** The same parameters and no more. */
        EXACT,
        /** The text of the parameters begins with the configured text. */
        INITIAL,
        /** The first parameters are the configured ones; more may follow. */
        PARTIAL
    }
}
