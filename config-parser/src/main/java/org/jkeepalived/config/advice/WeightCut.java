package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.PRIORITY;

import org.jkeepalived.config.draft.InstanceDraft;

/** A priority with its weights stays between 1 and 254: what a positive weight adds above is lost, and with it the difference that a failure makes. */
final class WeightCut implements Adviser {
    private static final int HIGHEST = 254;

    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            for (Weights tracker : Weights.of(instance, survey)) {
                if (!instance.owner() && instance.own(PRIORITY) + tracker.weight() > HIGHEST) {
                    survey.advise(instance, tracker.place(), "weight-cut",
                            "priority " + instance.own(PRIORITY) + " and weight " + tracker.weight() + " of "
                                    + tracker.name() + " make 254, not " + (instance.own(PRIORITY) + tracker.weight())
                                    + ": a failure costs " + (HIGHEST - instance.own(PRIORITY)) + " only",
                            "a priority of at most " + Math.max(1, HIGHEST - tracker.weight())
                                    + ", or a negative weight");
                }
            }
        }
    }
}
