package org.jkeepalived.config.settings;

import java.util.List;

/**
 * What an instance or a group follows besides scripts and interfaces. In each list an entry names a source that exists, with the source's own weight
 * and sense unless overridden.
 *
 * @param files track_file
 * @param processes track_process
 * @param sessions track_bfd
 */
public record TrackedSources(List<TrackedSource> files, List<TrackedSource> processes, List<TrackedSource> sessions) {
    public TrackedSources {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        sessions = List.copyOf(sessions);
    }

    /**
     * One that is followed.
     *
     * @param name of the source
     * @param weight -254..254, of a session -253..253; 0 means that failure is a FAULT
     * @param reverse the result counts inverted
     */
    public record TrackedSource(String name, int weight, boolean reverse) {}
}
