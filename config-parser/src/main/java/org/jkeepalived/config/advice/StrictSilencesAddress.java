package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.ACCEPT;

import org.jkeepalived.config.draft.InstanceDraft;

/** In strict mode only an owner accepts traffic to the addresses: keepalived installs a firewall rule that drops it, so no service answers on them. */
final class StrictSilencesAddress implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            if (instance.strict() && !instance.owner() && !Boolean.TRUE.equals(instance.own(ACCEPT))) {
                boolean own = survey.written(instance, "strict_mode");
                survey.advise(instance,
                        own
                                ? survey.place(instance, "strict_mode")
                                : survey.place(survey.draft().global, "vrrp_strict"),
                        "strict-silences-address",
                        "strict mode forbids a router that does not own the addresses to answer on them: with keepalived no ping and no service does",
                        instance.effectiveVersion() == 2
                                ? "no " + (own ? "strict_mode" : "vrrp_strict")
                                : "accept, or no " + (own ? "strict_mode" : "vrrp_strict"));
            }
        }
    }
}
