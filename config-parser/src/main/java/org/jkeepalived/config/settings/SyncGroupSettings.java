package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A vrrp_sync_group.
 *
 * @param name unique
 * @param members names of instances that exist, in order
 * @param trackInterfaces interfaces that the whole group follows
 * @param trackScripts scripts that the whole group follows
 * @param trackSources followed files, processes and sessions
 * @param trackingWeight sync_group_tracking_weight: weights change the members' priorities
 * @param notifyScripts programs told of the group's changes
 * @param smtpAlert mail on changes
 * @param notifyPriorityChanges priority lines for the members
 */
public record SyncGroupSettings(
        String name,
        List<String> members,
        List<TrackedInterface> trackInterfaces,
        List<TrackedScript> trackScripts,
        TrackedSources trackSources,
        boolean trackingWeight,
        NotifyScripts notifyScripts,
        boolean smtpAlert,
        boolean notifyPriorityChanges) {
    public SyncGroupSettings {
        members = List.copyOf(members);
        trackInterfaces = List.copyOf(trackInterfaces);
        trackScripts = List.copyOf(trackScripts);
    }
}
