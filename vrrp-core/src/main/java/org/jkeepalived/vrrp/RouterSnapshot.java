package org.jkeepalived.vrrp;

import java.util.List;
import org.jkeepalived.net.IpAddress;

/**
 * A router at one moment, for dumps, status and metrics. Times are {@link System#nanoTime} values, 0 for never or none.
 *
 * @param router its number
 * @param parameters its configuration
 * @param state its state
 * @param wantState the state it is heading for: differs in a sync group that holds it back
 * @param group name of its sync group, null without one
 * @param lastTransitionNanos when the state was entered
 * @param lastTransitionCause why, null before the start
 * @param electionDeadlineNanos the next advert of a master, the master-down timer of a backup
 * @param masterDownNanos length of the master-down interval
 * @param effectivePriority priority in use
 * @param totalPriority base priority and all weights, unlimited
 * @param sourceAddress source of its adverts, null without one
 * @param masterAddress last accepted sender while BACKUP, else null
 * @param masterPriority its priority, 0 when unknown or released
 * @param masterIntervalNanos advertisement interval in force: the master's as learned, or its own
 * @param lastAdvertSentNanos when it last sent
 * @param lastAdvertReceivedNanos when it last accepted an advert
 * @param resourcesSet whether its resources are installed
 * @param resourcesMissing those of them that the kernel is known not to have: lost, refused, or held back
 * @param faults reasons for FAULT
 * @param trackersPending trackers of weight 0 that have no result yet
 * @param preemptDelayEndNanos until when a lower master is tolerated
 * @param counters its counters
 */
public record RouterSnapshot(
        int router,
        RouterParameters parameters,
        RouterState state,
        RouterState wantState,
        String group,
        long lastTransitionNanos,
        TransitionCause lastTransitionCause,
        long electionDeadlineNanos,
        long masterDownNanos,
        int effectivePriority,
        int totalPriority,
        IpAddress sourceAddress,
        IpAddress masterAddress,
        int masterPriority,
        long masterIntervalNanos,
        long lastAdvertSentNanos,
        long lastAdvertReceivedNanos,
        boolean resourcesSet,
        List<Resource> resourcesMissing,
        List<FaultReason> faults,
        int trackersPending,
        long preemptDelayEndNanos,
        RouterCounters counters) {}
