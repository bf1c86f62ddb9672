package org.jkeepalived.config.rule;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.net.IpAddress;

/** A service has one real server at an address and port. */
final class DuplicateRealServerRule implements VirtualServerRule {
    private record Where(IpAddress address, int port) {}

    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        Set<Where> taken = new HashSet<>();
        for (Iterator<RealServerDraft> it = service.realServers.iterator(); it.hasNext();) {
            RealServerDraft server = it.next();
            if (!taken.add(new Where(server.address, server.port))) {
                scope.findings()
                        .warning(null, "duplicate", "VS " + service.label() + ": real server " + server.label()
                                + " is duplicated - removing second rs");
                it.remove();
            }
        }
        return true;
    }
}
