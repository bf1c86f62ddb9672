package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;

/** A service without real servers is dropped. */
final class NoRealServerRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        if (service.realServers.isEmpty()) {
            scope.findings()
                    .warning(scope.place(service), "no-real-server",
                            "Virtual server " + service.label() + " has no real servers - ignoring")
                    .expecting("real_server ADDR PORT { ... }");
        }
        return !service.realServers.isEmpty();
    }
}
