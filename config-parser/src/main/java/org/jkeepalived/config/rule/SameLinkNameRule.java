package org.jkeepalived.config.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.LinkDraft.PrivateLink;

/** Two instances have no private interface of one name; the interface of the IPVS sync daemon is named once. */
final class SameLinkNameRule {
    private final Map<String, String> instanceOf = new HashMap<>();
    private String lvsSyncDaemon;

    void apply(Scope scope) {
        for (InstanceDraft instance : scope.draft().instances.values()) {
            for (PrivateLink link : List.of(instance.link.vmac, instance.link.ipvlan)) {
                String other = link.name == null ? null : instanceOf.putIfAbsent(link.name, instance.name);
                if (other != null && !other.equals(instance.name)) {
                    scope.findings()
                            .error(link.namePlace, "name-taken", "(" + instance.name + ") VRRP instance " + other
                                    + " is already using " + link.name + " - ignoring name");
                    link.name = null;
                }
            }
            if (instance.link.lvsSyncDaemon != null && lvsSyncDaemon != null) {
                scope.findings()
                        .error(instance.link.lvsSyncDaemonPlace, "already-set",
                                "(" + instance.name + ") lvs_sync_daemon_interface has already been specified as "
                                        + lvsSyncDaemon + " - ignoring");
                instance.link.lvsSyncDaemon = null;
            } else if (instance.link.lvsSyncDaemon != null) {
                lvsSyncDaemon = instance.link.lvsSyncDaemon;
            }
        }
    }
}
