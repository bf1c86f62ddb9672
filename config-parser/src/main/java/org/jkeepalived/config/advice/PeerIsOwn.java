package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.UnicastPeer;

/** A host does not send adverts to itself; a file copied from the other node names this one as its peer. */
final class PeerIsOwn implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            for (UnicastPeer peer : instance.peers.values()) {
                if (peer.address().equals(instance.source)
                        || survey.facts().interfaceHolding(peer.address()).isPresent()) {
                    survey.advise(instance, survey.place(peer), "peer-is-own",
                            "the unicast peer " + peer.address() + " is this host itself",
                            "the addresses of the other nodes");
                }
            }
        }
    }
}
