package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.STATE;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/** state MASTER without a priority makes priority 255, the owner of the addresses: weights, nopreempt and a higher peer count for nothing then. */
final class ImpliedOwner implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            if (instance.own(STATE) == InitialState.MASTER && instance.owner()
                    && !survey.written(instance, "priority")) {
                survey.advise(instance, survey.place(instance, "state"), "implied-owner",
                        "state MASTER without a priority means priority 255: no peer, weight or nopreempt counts any more",
                        "priority N with N below 255, such as priority 150");
            }
        }
    }
}
