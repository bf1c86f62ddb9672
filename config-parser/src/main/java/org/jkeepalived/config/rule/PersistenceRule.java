package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;

/** A service at every port is persistent; a granularity makes one persistent. */
final class PersistenceRule implements VirtualServerRule {
    private static final long DEFAULT_TIMEOUT_SECONDS = 360;

    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        if (service.persistenceTimeoutSeconds != null) {
            return true;
        }
        if (service.persistenceMask != null || service.persistencePrefixLength != null) {
            service.persistenceTimeoutSeconds = DEFAULT_TIMEOUT_SECONDS;
            return true;
        }
        VirtualServerGroupDraft group = service.group;
        boolean everyPort = group == null ? service.address != null && service.port == 0 : group.hasEveryPort();
        if (everyPort) {
            scope.findings()
                    .warning(scope.place(service), "zero-port",
                            "Virtual server " + service.label()
                                    + ": zero port only valid for persistent services - setting")
                    .expecting("a port, or persistence_timeout");
            service.persistenceTimeoutSeconds = DEFAULT_TIMEOUT_SECONDS;
        }
        return true;
    }
}
