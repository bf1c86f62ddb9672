package org.jkeepalived.vrrp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of trackers, and what they mean for a router. */
final class Trackers {

    private static final int VALUE_FAULT = -254;
    private static final int VALUE_MAX = 253;

    private final Map<Integer, TrackerCondition> conditions = new HashMap<>();

    /** Takes over the trackers of a configuration; known ids keep their condition. */
    void configure(List<Tracker> trackers) {
        Map<Integer, TrackerCondition> before = Map.copyOf(conditions);
        conditions.clear();
        for (Tracker tracker : trackers) {
            conditions.put(tracker.id(), before.getOrDefault(tracker.id(), tracker.initial()));
        }
    }

    /** Whether the condition is different now. */
    boolean set(int id, TrackerCondition condition) {
        return !condition.equals(conditions.put(id, condition));
    }

    /** What the tracked condition adds to the priority. */
    int weight(Tracking tracking) {
        TrackerCondition condition = condition(tracking);
        // No pattern switch on the way of a start: it is linked at run time, and no cache keeps it.
        return condition instanceof TrackerCondition.Value(int value)
                ? Math.max(valueWeight(tracking, value), VALUE_FAULT + 1)
                : knownWeight(tracking, ((TrackerCondition.Known) condition).health());
    }

    private static int knownWeight(Tracking tracking, TrackerCondition.Health health) {
        return switch (health) {
            case INIT -> 0;
            case UP, DOWN -> {
                boolean applies = health == TrackerCondition.Health.UP ? tracking.weight() > 0 : tracking.weight() < 0;
                yield applies ? signed(tracking) : 0;
            }
        };
    }

    private static int valueWeight(Tracking tracking, int value) {
        long product = (long) value * signed(tracking);
        return (int) Math.clamp(product, VALUE_FAULT, (long) VALUE_MAX);
    }

    private static int signed(Tracking tracking) {
        return tracking.reverse() ? -tracking.weight() : tracking.weight();
    }

    boolean isFault(Tracking tracking) {
        TrackerCondition condition = condition(tracking);
        if (condition instanceof TrackerCondition.Value(int value)) {
            return tracking.weight() == 0
                    ? value != 0 != tracking.reverse()
                    : valueWeight(tracking, value) == VALUE_FAULT;
        }
        return tracking.weight() == 0 && switch (((TrackerCondition.Known) condition).health()) {
            case INIT -> false;
            case UP -> tracking.reverse();
            case DOWN -> !tracking.reverse();
        };
    }

    /** Whether a router has to wait for the first result. */
    boolean isPending(Tracking tracking) {
        return tracking.weight() == 0 && condition(tracking).equals(TrackerCondition.INIT);
    }

    private TrackerCondition condition(Tracking tracking) {
        return conditions.getOrDefault(tracking.trackerId(), TrackerCondition.INIT);
    }
}
