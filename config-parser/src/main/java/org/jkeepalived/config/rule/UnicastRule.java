package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;

/** Unicast keywords need peers; without any the instance falls back to multicast, or to FAULT when the file asks for that. */
final class UnicastRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        String who = "(" + instance.name + ") ";
        if (instance.peers.isEmpty()) {
            if (instance.unicastTtl >= 0) {
                scope.findings().warning(instance.unicastTtlPlace, "no-peers",
                        "(" + instance.name + "): Cannot use unicast_ttl without unicast peers - resetting");
                instance.unicastTtl = -1;
            }
            if (instance.unicastWanted && instance.faultWithoutPeer) {
                scope.findings().notice(null, "no-peers",
                        who + "Cannot use unicast without any peers - going to fault state");
                instance.unicastFault = true;
            } else if (instance.unicastWanted) {
                scope.findings().warning(null, "no-peers",
                        who + "A unicast keyword has been specified without any unicast peers. Defaulting to "
                                + "multicast. This usage is deprecated - please update your configuration.");
            }
        } else if (instance.mcastDestination != null) {
            scope.findings().warning(null, "multicast-with-unicast",
                    who + "multicast destination specified with unicast - ignoring");
            instance.mcastDestination = null;
        }
    }
}
