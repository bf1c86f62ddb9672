package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A track_group: instances that follow the static addresses, routes and rules which name it.
 *
 * @param name unique
 * @param members names of instances that exist
 */
public record TrackGroup(String name, List<String> members) {
    public TrackGroup {
        members = List.copyOf(members);
    }
}
