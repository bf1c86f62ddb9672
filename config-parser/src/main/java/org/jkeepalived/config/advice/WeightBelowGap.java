package org.jkeepalived.config.advice;

import static org.jkeepalived.config.settings.InstanceSettings.PRIORITY;
import static org.jkeepalived.config.settings.InstanceSettings.STATE;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/**
 * The weights of a master must together be worth more than the distance to the backup. The backup's priority is taken from a BACKUP instance of this
 * file, as two nodes that back each other up have mirrored files; without one it is keepalived's default, 100.
 */
final class WeightBelowGap implements Adviser {
    private static final int DEFAULT_PRIORITY = 100;

    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            List<Weights> weights = Weights.of(instance, survey);
            if (instance.own(STATE) != InitialState.MASTER || instance.owner() || weights.isEmpty()) {
                continue;
            }
            OptionalInt mirrored = mirrored(instance, survey);
            int backup = mirrored.orElse(DEFAULT_PRIORITY);
            int gap = instance.own(PRIORITY) - backup;
            int worth = weights.stream().mapToInt(tracker -> Math.abs(tracker.weight())).sum();
            if (gap > 0 && worth <= gap) {
                Weights heaviest = weights.stream()
                        .max(Comparator.comparingInt(tracker -> Math.abs(tracker.weight())))
                        .orElseThrow();
                survey.advise(instance, heaviest.place(), "weight-below-gap",
                        "a failure of " + heaviest.name() + " costs " + worth + " of priority " + instance.own(PRIORITY)
                                + ", no more than it is above a backup's " + backup
                                + (mirrored.isPresent() ? ", the BACKUP priority of this file" : ", the default")
                                + ": no failover",
                        "a weight of " + (heaviest.weight() < 0 ? "-" : "") + (gap + 1)
                                + " or more if the other node has priority " + backup);
            }
        }
    }

    private static OptionalInt mirrored(InstanceDraft instance, Survey survey) {
        return survey.instances()
                .stream()
                .filter(other -> other.own(STATE) == InitialState.BACKUP && other.family == instance.family
                        && survey.written(other, "priority"))
                .mapToInt(other -> other.own(PRIORITY))
                .max();
    }
}
