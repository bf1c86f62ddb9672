package org.jkeepalived.config.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.draft.SyncGroupDraft;

/** A group's members exist and are in no other group; a group without members is removed. */
final class SyncGroupRule {
    void apply(Scope scope) {
        Map<String, SyncGroupDraft> groupOf = new HashMap<>();
        for (Iterator<SyncGroupDraft> it = scope.draft().syncGroups.values().iterator(); it.hasNext();) {
            SyncGroupDraft group = it.next();
            if (group.members.isEmpty()) {
                scope.findings()
                        .warning(scope.place(group, "group"), "empty-group",
                                "Sync group " + group.name + " has no virtual router(s). removing")
                        .expecting("group { INSTANCE ... }");
                it.remove();
                continue;
            }
            List<String> members = members(group, groupOf, scope);
            group.members.clear();
            group.members.addAll(members);
            if (members.isEmpty()) {
                scope.findings()
                        .warning(scope.place(group, "group"), "empty-group", "Sync group " + group.name
                                + ", no matching virtual router found in group declaration - removing");
                it.remove();
                continue;
            }
            if (members.size() == 1) {
                scope.findings()
                        .warning(scope.place(group, "group"), "single-member",
                                "Sync group " + group.name
                                        + " has only 1 virtual router(s) - this probably isn't what you want")
                        .expecting("two instances or more");
            }
        }
    }

    private static List<String> members(SyncGroupDraft group, Map<String, SyncGroupDraft> groupOf, Scope scope) {
        Set<String> members = new LinkedHashSet<>();
        for (String member : group.members) {
            if (!scope.draft().instances.containsKey(member)) {
                scope.findings()
                        .warning(scope.place(group, "group"), "no-such-instance", "Virtual router " + member
                                + " specified in sync group " + group.name + " doesn't exist - ignoring");
            } else if (groupOf.putIfAbsent(member, group) != null) {
                scope.findings()
                        .warning(scope.place(group, "group"), "two-groups", "Virtual router " + member
                                + " cannot exist in more than one sync group; ignoring " + group.name);
            } else {
                members.add(member);
            }
        }
        return new ArrayList<>(members);
    }
}
