package org.jkeepalived.config.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.draft.VirtualServerDraft;

/** The rules about virtual servers, in the order in which they depend on each other. */
final class VirtualServerRules {
    private static final List<VirtualServerRule> ALL = List.of(new ServiceGroupRule(), new NoRealServerRule(),
            new ServiceProtocolRule(), new OnePacketRule(), new PersistenceRule(), new SchedulerRule(),
            new DuplicateRealServerRule(), new QuorumRule(), new ServerPortRule());

    private VirtualServerRules() {}

    static void apply(Scope scope) {
        Map<String, Integer> usable = new HashMap<>();
        List<VirtualServerDraft> kept = new ArrayList<>();
        for (VirtualServerDraft service : scope.draft().virtualServers) {
            service.indexInGroup = usable.getOrDefault(service.groupName, 0);
            if (ALL.stream().allMatch(rule -> rule.apply(service, scope))) {
                kept.add(service);
                usable.merge(service.groupName == null ? "" : service.groupName, 1, Integer::sum);
            }
        }
        scope.draft().virtualServers.clear();
        scope.draft().virtualServers.addAll(kept);
        new CheckerScriptRule().apply(scope);
        new SyncDaemonRule().apply(scope);
    }
}
