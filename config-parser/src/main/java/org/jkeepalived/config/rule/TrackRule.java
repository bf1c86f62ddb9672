package org.jkeepalived.config.rule;

import java.util.Iterator;
import org.jkeepalived.config.draft.Follower;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.syntax.Spelling;

/**
 * What is followed must exist, and a weight must be able to count: not on the instance's own interface, not on an owner, whose priority never
 * changes, and not in a sync group, where only the group's own trackers count.
 */
final class TrackRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        String who = "(" + instance.name + ") ";
        TrackDraft own = instance.followed.interfaces.remove(instance.interfaceName);
        if (own != null) {
            scope.findings()
                    .warning(own.place.untold(), "own-interface",
                            who + "Ignoring track_interface " + instance.interfaceName + " since own interface")
                    .expecting("another interface: its own is followed anyway");
        }
        SyncGroupDraft group = scope.draft().groupOf(instance);
        boolean owner = instance.owner();
        String code = owner ? "weight-of-owner" : "weight-in-group";
        boolean weightless = owner || group != null && !group.values.get(SyncGroupSettings.TRACKING_WEIGHT);
        for (Iterator<TrackDraft> it = instance.followed.interfaces.values().iterator(); weightless && it.hasNext();) {
            TrackDraft track = it.next();
            if (track.weight != null && track.weight != 0) {
                scope.findings()
                        .warning(track.place.untold(), code, who + "ignoring " + track.name + " tracked interface "
                                + (owner ? "due to address owner" : "weight due to SYNC group"));
                it.remove();
            }
        }
        for (Iterator<TrackDraft> it = instance.followed.scripts.values().iterator(); weightless && it.hasNext();) {
            TrackDraft track = it.next();
            int weight = track.weight != null ? track.weight : scope.draft().scripts.get(track.name).weight;
            if (weight != 0) {
                scope.findings()
                        .warning(track.place.untold(), code, who + "ignoring tracked script " + track.name
                                + " with weights due to " + (owner ? "address_owner" : "SYNC group"));
                it.remove();
            }
        }
    }

    /** Drops followed scripts that are not there, or only further down. */
    static void known(Follower follower, Scope scope) {
        String who = "(" + follower.name() + ") ";
        for (Iterator<TrackDraft> it = follower.followed().scripts.values().iterator(); it.hasNext();) {
            TrackDraft track = it.next();
            ScriptDraft script = scope.draft().scripts.get(track.name);
            boolean late = script != null && script.place.sequence() > track.place.sequence();
            if (script == null || late) {
                scope.findings()
                        .misspelt(track.place, "no-such-script",
                                who + "track script " + track.name + " not found, ignoring...",
                                late ? "its vrrp_script above the block that follows it" : "the name of a vrrp_script",
                                late ? null : Spelling.nearest(track.name, scope.draft().scripts.keySet()));
                it.remove();
            }
        }
    }
}
