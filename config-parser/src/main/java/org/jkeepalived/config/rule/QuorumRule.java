package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;

/** The quorum can be reached by all servers together, and is larger than its hysteresis. */
final class QuorumRule implements VirtualServerRule {
    @Override
    public boolean apply(VirtualServerDraft service, Scope scope) {
        long total = service.realServers.stream().mapToLong(RealServerDraft::effectiveWeight).sum();
        if (service.quorum > total) {
            scope.findings()
                    .warning(scope.place(service, "quorum"), "quorum-unreachable",
                            "Warning - quorum " + service.quorum + " for " + service.label()
                                    + " exceeds total weight of real servers " + total + ", reducing quorum to "
                                    + total)
                    .expecting("a quorum of at most the weights of all real servers together");
            service.quorum = total;
        }
        long hysteresis = service.hysteresis == null ? 0 : service.hysteresis;
        if (hysteresis >= service.quorum) {
            service.hysteresis = Math.max(0, service.quorum - 1);
            scope.findings()
                    .warning(scope.place(service, "hysteresis"), "hysteresis",
                            "Virtual server " + service.label() + ": hysteresis " + hysteresis + " >= quorum "
                                    + service.quorum + "; setting hysteresis to " + service.hysteresis)
                    .expecting("a hysteresis below the quorum");
        }
        return true;
    }
}
