package org.jkeepalived.config.rule;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jkeepalived.config.draft.GarpGroupDraft;

/** A garp_group sets an interval, and an interface is a member of one group. */
final class GarpGroupRule {
    void apply(Scope scope) {
        Set<String> taken = new HashSet<>();
        Iterator<GarpGroupDraft> groups = scope.draft().links.garpGroups.iterator();
        while (groups.hasNext()) {
            GarpGroupDraft group = groups.next();
            group.members.removeIf(member -> !admitted(member, taken, scope));
            if (group.garpIntervalNanos == null && group.gnaIntervalNanos == null) {
                scope.findings()
                        .error(group.end, "no-interval", "garp group 0 does not have any delay set - removing",
                                "garp_interval or gna_interval");
                groups.remove();
                group.members.forEach(member -> taken.remove(member.name()));
            }
        }
    }

    private static boolean admitted(GarpGroupDraft.Member member, Set<String> taken, Scope scope) {
        String name = member.name();
        if (!scope.facts().interfaceExists(name)) {
            String message = "WARNING - interface " + name + " specified for garp_group doesn't exist";
            if (scope.global().dynamicInterfaces()) {
                scope.findings().notice(member.place(), "no-such-interface", message);
            } else {
                scope.findings().absentInterface(member.place(), message, "an interface of this machine");
            }
            return false;
        }
        if (!taken.add(name)) {
            scope.findings()
                    .error(member.place(), "duplicate", "garp_group already specified for " + name + " - ignoring");
            return false;
        }
        return true;
    }
}
