package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.ForwardingDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.settings.Forwarding;

/** A service has a scheduler and a way to its servers. */
final class SchedulerRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        if (service.scheduler == null) {
            scope.findings()
                    .warning(scope.place(service, "lb_algo"), "no-scheduler",
                            "Virtual server " + service.label() + ": no scheduler set, setting default 'wlc'")
                    .expecting("lb_algo wlc, or another scheduler");
            service.scheduler = "wlc";
        }
        if (service.forwarding == null) {
            scope.findings()
                    .warning(scope.place(service, "lb_kind"), "no-forwarding",
                            "Virtual server " + service.label() + ": no forwarding method set, setting default NAT")
                    .expecting("lb_kind NAT, DR or TUN");
            service.forwarding = new ForwardingDraft(Forwarding.Method.NAT);
        }
        return true;
    }
}
