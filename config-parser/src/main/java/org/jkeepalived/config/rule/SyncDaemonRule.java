package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.SyncDaemonDraft;

/** The instance that lvs_sync_daemon follows exists. */
final class SyncDaemonRule {
    void apply(Scope scope) {
        SyncDaemonDraft daemon = scope.global().syncDaemon;
        if (daemon != null && daemon.instanceName != null
                && !scope.draft().instances.containsKey(daemon.instanceName)) {
            scope.findings()
                    .advice(null, "no-such-instance", "lvs_sync_daemon follows vrrp_instance " + daemon.instanceName
                            + ", which does not exist - ignoring", "inst NAME of a vrrp_instance");
            scope.global().syncDaemon = null;
        }
    }
}
