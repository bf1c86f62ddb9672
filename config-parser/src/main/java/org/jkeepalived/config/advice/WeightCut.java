package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.InstanceDraft;

/** A priority with its weights stays between 1 and 254: what a positive weight adds above is lost, and with it the difference that a failure makes. */
final class WeightCut implements Adviser {
    private static final int HIGHEST = 254;

    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            for (Weights tracker : Weights.of(instance, survey)) {
                if (!instance.owner() && instance.priority + tracker.weight() > HIGHEST) {
                    survey.advise(instance, tracker.place(), "weight-cut",
                            "priority " + instance.priority + " and weight " + tracker.weight() + " of "
                                    + tracker.name() + " make 254, not " + (instance.priority + tracker.weight())
                                    + ": a failure costs " + (HIGHEST - instance.priority) + " only",
                            "a priority of at most " + Math.max(1, HIGHEST - tracker.weight())
                                    + ", or a negative weight");
                }
            }
        }
    }
}
