package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.config.settings.TransportProtocol;

/** A firewall mark has no protocol and no address that could be waited for; an address has a protocol. */
final class ServiceProtocolRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        VirtualServerGroupDraft group = scope.groupOf(service);
        boolean marks = group == null ? service.firewallMark != null : group.marks().findAny().isPresent();
        boolean addresses = group == null ? service.firewallMark == null : group.addresses().findAny().isPresent();
        if (service.haSuspend && marks) {
            scope.findings().warning(null, "suspend-with-mark", "Virtual server " + service.label()
                    + ": cannot use ha_suspend with fwmarks - clearing ha_suspend");
            service.haSuspend = false;
        }
        if (!addresses && service.protocol != null) {
            scope.findings().warning(null, "protocol-with-mark", "Warning: Virtual server " + service.label()
                    + ": protocol specified for fwmark - protocol will be ignored");
            service.protocol = null;
        } else if (addresses && service.protocol == null) {
            scope.findings().warning(null, "no-protocol",
                    "Virtual server " + service.label() + ": no protocol set - defaulting to UDP");
            service.protocol = TransportProtocol.UDP;
        }
        return true;
    }
}
