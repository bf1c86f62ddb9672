package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.net.AddressFamily;

/** The group of a virtual server exists and has its family; one with both families needs tunnels to all real servers. */
final class ServiceGroupRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        if (service.groupName == null) {
            return true;
        }
        VirtualServerGroupDraft group = scope.draft().virtualServerGroup(service.groupName);
        service.group = group;
        String problem = group == null
                ? "Virtual server group " + service.groupName
                        + " specified but not configured - ignoring virtual server " + service.label()
                : mismatch(group, service);
        if (problem != null) {
            scope.findings()
                    .notice(scope.place(service), "virtual-server-group", problem)
                    .expecting("the name of a virtual_server_group of its family");
        }
        return problem == null;
    }

    private static String mismatch(VirtualServerGroupDraft group, VirtualServerDraft service) {
        boolean four = group.has(AddressFamily.IPV4);
        boolean six = group.has(AddressFamily.IPV6);
        if (four && six) {
            return service.family == null
                    ? null
                    : group.name + ": virtual server group with IPv4 & IPv6 doesn't match virtual server "
                            + service.label() + " - ignoring";
        }
        if (!four && !six) {
            return null;
        }
        AddressFamily family = four ? AddressFamily.IPV4 : AddressFamily.IPV6;
        if (service.family != null && service.family != family) {
            return group.name + ": address family doesn't match virtual server " + service.label() + " - ignoring";
        }
        service.family = family;
        return null;
    }
}
