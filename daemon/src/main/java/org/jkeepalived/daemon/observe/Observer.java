package org.jkeepalived.daemon.observe;

import org.jkeepalived.vrrp.Action;

/**
 * Somebody who follows what happens in the core. Except for {@link #wants}, its methods are called on the thread that
 * it was added with, one at a time and in the order of what happened; what they throw is logged once and counted, and
 * the next report is delivered all the same.
 */
public interface Observer {
    /** How the log calls it. */
    String name();

    /**
     * Whether it is to be told of actions like this one. On the loop's thread, for every action: no pattern switch, no
     * allocation. It knows nothing but the action.
     */
    default boolean wants(Action action) {
        return true;
    }

    /** Another configuration runs; before the first report that belongs to it. */
    default void onConfiguration(RunningConfiguration configuration) {
        // Reports name theirs.
    }

    /** Something happened. */
    void onReport(Report report);

    /** Reports were lost before the next one because it was too slow: what it has summed up is not true any more. */
    default void onLoss(long reports) {
        // Who sums up nothing misses nothing that could be made good.
    }

    /** Everything that was there has been handled. */
    default void caughtUp() {
        // Who does not gather has nothing to hand on.
    }
}
