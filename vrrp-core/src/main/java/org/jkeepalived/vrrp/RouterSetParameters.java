package org.jkeepalived.vrrp;

import java.util.List;

/**
 * The configuration of all routers of a process.
 *
 * @param routers the routers; names and identities are unique
 * @param groups the sync groups
 * @param trackers the trackers that routers refer to; across a reload one with a known id keeps its condition
 * @param pacings limits on announcements
 * @param startupDelayNanos how long after {@link RouterSet#start} nothing is received or sent
 */
public record RouterSetParameters(
        List<RouterParameters> routers,
        List<SyncGroupParameters> groups,
        List<Tracker> trackers,
        List<AnnouncementPacing> pacings,
        long startupDelayNanos) {

    public RouterSetParameters {
        routers = List.copyOf(routers);
        groups = List.copyOf(groups);
        trackers = List.copyOf(trackers);
        pacings = List.copyOf(pacings);
    }

    /** Routers alone. */
    public static RouterSetParameters of(RouterParameters... routers) {
        return new RouterSetParameters(List.of(routers), List.of(), List.of(), List.of(), 0);
    }
}
