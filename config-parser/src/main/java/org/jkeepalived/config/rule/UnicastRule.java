package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;

/** Unicast keywords need peers; without any the instance falls back to multicast, or to FAULT when the file asks for that. */
final class UnicastRule implements InstanceRule {
    private static final String[] PEER_KEYWORDS = {"unicast_peer", "unicast_src_ip", "check_unicast_src"};

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        String who = "(" + instance.name + ") ";
        if (instance.peers.isEmpty()) {
            if (instance.unicastTtl >= 0) {
                scope.findings()
                        .warning(instance.closing == null ? instance.unicastTtlPlace : instance.closing, "no-peers",
                                "(" + instance.name + "): Cannot use unicast_ttl without unicast peers - resetting")
                        .expecting("unicast_peer { ADDR }");
                instance.unicastTtl = -1;
            }
            if (instance.unicastWanted && instance.faultWithoutPeer) {
                scope.findings()
                        .notice(scope.place(instance, PEER_KEYWORDS), "no-peers",
                                who + "Cannot use unicast without any peers - going to fault state")
                        .expecting("unicast_peer { ADDR }");
                instance.unicastFault = true;
            } else if (instance.unicastWanted) {
                scope.findings()
                        .warning(scope.place(instance, PEER_KEYWORDS), "no-peers",
                                who + "A unicast keyword has been specified without any unicast peers. Defaulting to "
                                        + "multicast. This usage is deprecated - please update your configuration.")
                        .expecting("unicast_peer { ADDR }");
            }
        } else if (instance.mcastDestination != null) {
            scope.findings()
                    .warning(scope.place(instance, "mcast_dst_ip"), "multicast-with-unicast",
                            who + "multicast destination specified with unicast - ignoring")
                    .expecting("either mcast_dst_ip or unicast_peer");
            instance.mcastDestination = null;
        }
    }
}
