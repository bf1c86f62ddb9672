package org.jkeepalived.config.rule;

import java.util.List;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.SorryServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.config.settings.GroupEntry;

/** Only address translation changes the port: servers that are reached otherwise have the service's, and none with a firewall mark. */
final class ServerPortRule implements VirtualServerRule {
    /** Each entry of a group is compared with each server; more of either than these say nothing new and take their time. */
    private static final int MOST_COMPARED = 1000;

    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        VirtualServerGroupDraft group = service.group;
        List<RealServerDraft> fixed = service.realServers.stream()
                .filter(server -> server.port != 0 && !service.translates(server.forwarding))
                .toList();
        SorryServerDraft sorry = service.sorryServer;
        if (sorry != null && (sorry.port == 0 || service.translates(sorry.forwarding))) {
            sorry = null;
        }
        if (group != null) {
            marks(service, group, fixed, sorry, scope);
            List<RealServerDraft> compared = fixed.subList(0, Math.min(fixed.size(), MOST_COMPARED));
            group.addresses()
                    .stream()
                    .limit(MOST_COMPARED)
                    .forEach(entry -> addresses(service, entry, compared, service.sorryServer, scope));
        } else if (service.firewallMark != null) {
            mark(service, fixed, sorry, scope);
        } else {
            address(service, fixed, sorry, scope);
        }
        return true;
    }

    private static void mark(VirtualServerDraft service, List<RealServerDraft> fixed, SorryServerDraft sorry,
            Scope scope) {
        for (RealServerDraft server : fixed) {
            report(service, scope, "WARNING - fwmark virtual server " + service.label() + ", real server "
                    + server.label() + " has port specified - clearing");
            server.port = 0;
        }
        if (sorry != null) {
            report(service, scope,
                    "WARNING - virtual server " + service.label() + ", sorry server has port specified - clearing");
            sorry.port = 0;
        }
    }

    private static void address(VirtualServerDraft service, List<RealServerDraft> fixed, SorryServerDraft sorry,
            Scope scope) {
        for (RealServerDraft server : fixed) {
            if (server.port != service.port) {
                report(service, scope, "WARNING - virtual server " + service.label() + " and real server "
                        + server.label() + " ports don't match - resetting");
                server.port = service.port;
            }
        }
        if (sorry != null && sorry.port != service.port) {
            report(service, scope,
                    "WARNING - virtual server " + service.label() + " and sorry server ports don't match - resetting");
            sorry.port = service.port;
        }
    }

    private static void marks(VirtualServerDraft service, VirtualServerGroupDraft group, List<RealServerDraft> fixed,
            SorryServerDraft sorry, Scope scope) {
        if (!group.hasMarks()) {
            return;
        }
        String who = "WARNING - fwmark virtual server " + service.label() + ", ";
        fixed.forEach(server -> report(service, scope,
                who + "real server " + server.label() + " has port specified - port will be ignored"));
        if (sorry != null) {
            report(service, scope, who + "sorry server has port specified - port will be ignored");
        }
    }

    private static void addresses(VirtualServerDraft service, GroupEntry.Addresses entry, List<RealServerDraft> fixed,
            SorryServerDraft sorry, Scope scope) {
        for (RealServerDraft server : fixed) {
            if (server.port != entry.port()) {
                report(service, scope, "virtual server " + service.label() + ":[" + entry.label() + "] and real server "
                        + server.label() + " ports don't match");
            }
        }
        if (sorry != null && sorry.port != 0 && sorry.port != entry.port() && !service.translates(sorry.forwarding)) {
            report(service, scope, "WARNING - virtual server " + service.label()
                    + ", sorry server has port specified - port will be ignored");
        }
    }

    private static void report(VirtualServerDraft service, Scope scope, String message) {
        scope.findings()
                .warning(scope.place(service), "server-port", message)
                .expecting("the service's port, or lb_kind NAT");
    }
}
