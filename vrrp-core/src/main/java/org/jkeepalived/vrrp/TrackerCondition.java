package org.jkeepalived.vrrp;

/** What is known of a tracker. */
public sealed interface TrackerCondition {

    /** Nothing is known yet: a router that tracks it with weight 0 does not leave INIT. Weights do not apply. */
    TrackerCondition INIT = new Known(Health.INIT);
    TrackerCondition UP = new Known(Health.UP);
    TrackerCondition DOWN = new Known(Health.DOWN);

    /** The three conditions of a tracker without a value. */
    enum Health {
        INIT,
        UP,
        DOWN
    }

    /** A condition without a value. */
    record Known(Health health) implements TrackerCondition {
        // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Known that && health == that.health;
        }

        @Override
        public int hashCode() {
            return health.hashCode();
        }
    }

    /** The number in a tracked file. */
    record Value(int value) implements TrackerCondition {}
}
