package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.NOPREEMPT;

import java.util.List;
import org.jkeepalived.config.draft.InstanceDraft;

/** A backup with nopreempt leaves a master of lower priority alone, so a weight that lowers the master's priority hands nothing over. */
final class NopreemptWithWeight implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            List<Weights> weights = Weights.of(instance, survey);
            if (instance.get(NOPREEMPT) && !weights.isEmpty()) {
                survey.advise(instance, survey.place(instance, "nopreempt"), "nopreempt-with-weight",
                        "with nopreempt a backup does not take over from a master whose priority fell by the weight of "
                                + weights.getFirst().name(),
                        "weight 0, so that a failure is a FAULT and the master leaves, or no nopreempt");
            }
        }
    }
}
