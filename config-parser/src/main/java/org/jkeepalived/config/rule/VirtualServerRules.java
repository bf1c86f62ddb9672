package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;

import java.util.Iterator;
import java.util.List;

/** The rules about virtual servers, in the order in which they depend on each other. */
final class VirtualServerRules {
    private static final List<VirtualServerRule> ALL = List.of(new ServiceGroupRule(), new NoRealServerRule(),
            new ServiceProtocolRule(), new OnePacketRule(), new PersistenceRule(), new SchedulerRule(),
            new DuplicateRealServerRule(), new QuorumRule(), new ServerPortRule());

    private VirtualServerRules() {}

    static void apply(Scope scope) {
        for (Iterator<VirtualServerDraft> it = scope.draft().virtualServers.iterator(); it.hasNext();) {
            VirtualServerDraft service = it.next();
            if (!ALL.stream().allMatch(rule -> rule.apply(service, scope))) {
                it.remove();
            }
        }
        new CheckerScriptRule().apply(scope);
        new SyncDaemonRule().apply(scope);
    }
}
