package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.InstanceDraft;

/** The source of the adverts is an address of this host; a file copied from the other node keeps the other node's. */
final class SourceNotHere implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            boolean known = instance.interfaceName != null
                    && !survey.facts().addresses(instance.interfaceName).isEmpty();
            if (instance.source != null && known && survey.facts().interfaceHolding(instance.source).isEmpty()) {
                String keyword = instance.unicastSource ? "unicast_src_ip" : "mcast_src_ip";
                survey.advise(instance, survey.place(instance, keyword), "source-not-here",
                        keyword + " " + instance.source + " is no address of this host",
                        survey.facts().addresses(instance.interfaceName).getFirst().address()
                                + ", or another address of this host");
            }
        }
    }
}
