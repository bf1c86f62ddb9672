package org.jkeepalived.config.rule;

import java.util.Iterator;
import java.util.Map;
import org.jkeepalived.config.draft.Followed;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.settings.SyncGroupSettings;

/**
 * The weight of a file or a session cannot count on an owner, whose priority never changes, nor in a sync group, where only the group's own trackers
 * count: the file then decides about FAULT alone, the session is not followed. What the group follows need not be repeated in its members.
 */
final class TrackSourceRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        String who = "(" + instance.name + ") ";
        SyncGroupDraft group = scope.draft().groupOf(instance);
        boolean owner = instance.owner();
        if (owner || group != null && !group.values.get(SyncGroupSettings.TRACKING_WEIGHT)) {
            String code = owner ? "weight-of-owner" : "weight-in-group";
            String why = "due to " + (owner ? "address_owner" : "SYNC group");
            for (TrackDraft track : instance.followed.files.values()) {
                if (scope.draft().fileWeight(track) != 0) {
                    scope.findings()
                            .warning(track.place.untold(), code, who + "ignoring weight from tracked file " + track.name
                                    + " " + why + ". specify weight 0");
                    track.weight = 0;
                }
            }
            for (Iterator<TrackDraft> it = instance.followed.sessions.values().iterator(); it.hasNext();) {
                TrackDraft track = it.next();
                int weight = scope.draft().sessionWeight(track);
                if (weight != 0) {
                    scope.findings()
                            .warning(track.place.untold(), code,
                                    who + "ignoring tracked bfd " + track.name + " with weight " + weight + " " + why);
                    it.remove();
                }
            }
        }
        if (group != null) {
            Followed own = instance.followed;
            repeated(who, "track_file", own.files, group.followed.files, scope);
            repeated(who, "track_process", own.processes, group.followed.processes, scope);
            repeated(who, "track_bfd", own.sessions, group.followed.sessions, scope);
        }
    }

    private static void repeated(String who, String keyword, Map<String, TrackDraft> own,
            Map<String, TrackDraft> groups, Scope scope) {
        for (TrackDraft entry : own.values()) {
            if (groups.containsKey(entry.name)) {
                scope.findings()
                        .notice(entry.place.untold(), "followed-twice", who + keyword + " " + entry.name
                                + " is configured on VRRP instance and sync group. Remove vrrp instance config");
            }
        }
    }
}
