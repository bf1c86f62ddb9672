package org.jkeepalived.config.settings;

import java.util.List;

/**
 * What instances, groups and checkers can follow besides scripts and interfaces.
 *
 * @param files usable track_file blocks, in file order
 * @param processes usable vrrp_track_process blocks, in file order
 * @param sessions usable bfd_instance blocks, in file order
 */
public record TrackSources(
        List<TrackFileSettings> files,
        List<TrackProcessSettings> processes,
        List<BfdSettings> sessions) {
    /** Nothing to follow. */
    public static final TrackSources NONE = new TrackSources(List.of(), List.of(), List.of());

    public TrackSources {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        sessions = List.copyOf(sessions);
    }
}
