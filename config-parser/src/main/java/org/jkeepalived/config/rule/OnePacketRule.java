package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.settings.TransportProtocol;

/** Packets can be scheduled one by one only where there are no connections. */
final class OnePacketRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        if (service.onePacket && service.protocol != null && service.protocol != TransportProtocol.UDP) {
            scope.findings()
                    .warning(scope.place(service, "ops"), "one-packet",
                            "Virtual server " + service.label() + ": one packet scheduling requires UDP - resetting")
                    .expecting("protocol UDP");
            service.onePacket = false;
        }
        return true;
    }
}
