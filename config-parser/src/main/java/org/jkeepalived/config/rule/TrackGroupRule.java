package org.jkeepalived.config.rule;

import java.util.Set;
import org.jkeepalived.config.draft.StaticDraft;
import org.jkeepalived.config.draft.TrackGroupDraft;
import org.jkeepalived.config.settings.StaticAddress;

/** The members of a track group exist; a group without members is removed, and nothing follows it. */
final class TrackGroupRule {
    void apply(Scope scope) {
        StaticDraft statics = scope.draft().statics;
        statics.trackGroups.values().removeIf(group -> !hasMembers(group, scope));
        Set<String> known = statics.trackGroups.keySet();
        statics.addresses.replaceAll(address -> address.trackGroup() == null || known.contains(address.trackGroup())
                ? address
                : new StaticAddress(address.address(), null));
        statics.routing.routes.replaceAll(route -> route.trackGroup() == null || known.contains(route.trackGroup())
                ? route
                : route.withoutTrackGroup());
        statics.routing.rules.replaceAll(rule -> rule.trackGroup() == null || known.contains(rule.trackGroup())
                ? rule
                : rule.withoutTrackGroup());
    }

    private static boolean hasMembers(TrackGroupDraft group, Scope scope) {
        String who = "Static track group " + group.name;
        boolean named = !group.members.isEmpty();
        group.members.removeIf(member -> !exists(member, group, scope));
        if (group.members.isEmpty()) {
            scope.findings()
                    .notice(null, "empty-group",
                            who + (named ? " has no VRRP instance(s)" : " has no virtual router(s)"));
            scope.findings().notice(null, "empty-group", who + " init fails - removing");
        }
        return !group.members.isEmpty();
    }

    private static boolean exists(String member, TrackGroupDraft group, Scope scope) {
        boolean exists = scope.draft().instances.containsKey(member);
        if (!exists) {
            scope.findings()
                    .notice(null, "no-such-instance", "vrrp instance " + member + " specified in track group "
                            + group.name + " doesn't exist - ignoring");
        }
        return exists;
    }
}
