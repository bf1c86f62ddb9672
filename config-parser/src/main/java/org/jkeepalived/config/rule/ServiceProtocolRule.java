package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.config.settings.TransportProtocol;

/** A firewall mark has no protocol and no address that could be waited for; an address has a protocol. */
final class ServiceProtocolRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        VirtualServerGroupDraft group = service.group;
        boolean marks = group == null ? service.firewallMark != null : group.hasMarks();
        boolean addresses = group == null ? service.firewallMark == null : !group.addresses().isEmpty();
        if (service.haSuspend && marks) {
            scope.findings()
                    .warning(scope.place(service, "ha_suspend"), "suspend-with-mark",
                            "Virtual server " + service.label()
                                    + ": cannot use ha_suspend with fwmarks - clearing ha_suspend")
                    .expecting("no ha_suspend, or an address");
            service.haSuspend = false;
        }
        if (!addresses && service.protocol != null) {
            scope.findings()
                    .warning(scope.place(service, "protocol"), "protocol-with-mark",
                            "Warning: Virtual server " + service.label()
                                    + ": protocol specified for fwmark - protocol will be ignored")
                    .expecting("no protocol: the mark decides");
            service.protocol = null;
        } else if (addresses && service.protocol == null) {
            scope.findings()
                    .warning(scope.place(service), "no-protocol",
                            "Virtual server " + service.label() + ": no protocol set - defaulting to UDP")
                    .expecting("protocol TCP, UDP or SCTP");
            service.protocol = TransportProtocol.UDP;
        }
        return true;
    }
}
