package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** What a BACKUP does: RFC 3768 and RFC 9568 section 6.4.2, with keepalived's preempt delay and a look around after a stall. */
final class BackupRules {

    private final TimerQueue timers;
    private final Transitions transitions;
    private final GroupRules groups;
    private final Stalls stalls;

    BackupRules(TimerQueue timers, Transitions transitions, GroupRules groups, Stalls stalls) {
        this.timers = timers;
        this.transitions = transitions;
        this.groups = groups;
        this.stalls = stalls;
    }

    /** An advert that passed its checks. */
    void heard(Router router, ReceivedAdvert advert, long nowNanos, ActionSink out) {
        int priority = advert.priority();
        int electionTimer = router.timer(Router.TIMER_ELECTION);
        noteMaster(router, advert, out);
        if (priority == 0) {
            if (router.mayReport(out)) {
                out.accept(router.number, new Action.PriorityZeroHeard(advert.source(), RouterState.BACKUP));
            }
            timers.schedule(electionTimer, nowNanos + router.skewNanos());
        } else if (isTolerated(router, priority, nowNanos, out)) {
            learnInterval(router, advert, out);
            router.wantState = RouterState.BACKUP;
            router.stallGraceUsed = false;
            timers.schedule(electionTimer, nowNanos + router.masterDownNanos());
            groups.acceptedMaster(router, nowNanos, out);
        } else if (router.mayReport(out)) {
            out.accept(router.number, new Action.LowerPriorityDiscarded(advert.source(), priority));
        }
    }

    private static void noteMaster(Router router, ReceivedAdvert advert, ActionSink out) {
        router.masterPriority = advert.priority();
        if (router.isFromMaster(advert.sourceHigh(), advert.sourceLow())) {
            return;
        }
        IpAddress before = router.masterAddress;
        router.masterAddress = advert.source();
        router.findingsReported = 0;
        if (router.mayReport(out)) {
            out.accept(router.number,
                    before == null
                            ? new Action.MasterSet(router.masterAddress)
                            : new Action.MasterChanged(before, router.masterAddress));
        }
    }

    /** Whether the sender stays master: at least our priority, no preemption wanted, or the preempt delay is not over. */
    private static boolean isTolerated(Router router, int priority, long nowNanos, ActionSink out) {
        ElectionSettings election = router.parameters.election();
        if (priority >= router.effectivePriority) {
            if (router.preemptDelayEndNanos != 0) {
                router.preemptDelayEndNanos = 0;
                if (router.mayReport(out)) {
                    out.accept(router.number, new Action.PreemptDelayStopped());
                }
            }
            return true;
        }
        if (!election.preempt()) {
            return true;
        }
        if (election.preemptDelayNanos() == 0) {
            return false;
        }
        if (router.preemptDelayEndNanos == 0) {
            router.preemptDelayEndNanos = nowNanos + election.preemptDelayNanos();
            if (router.mayReport(out)) {
                out.accept(router.number, new Action.PreemptDelayStarted(election.preemptDelayNanos()));
            }
        }
        return nowNanos < router.preemptDelayEndNanos;
    }

    private static void learnInterval(Router router, ReceivedAdvert advert, ActionSink out) {
        long interval = advert.advertIntervalNanos();
        if (router.parameters.version() == ProtocolVersion.V3 && interval != router.masterIntervalNanos) {
            if (router.mayReport(out)) {
                out.accept(router.number, new Action.IntervalLearned(router.masterIntervalNanos, interval));
            }
            router.masterIntervalNanos = interval;
        }
    }

    /**
     * No advert for a whole down interval, or so it seems: when the timer itself comes late by half an advert interval or more, this process
     * did not run and the master's adverts may have been lost with it. Then the router listens for one more interval, once.
     */
    void masterDownTimer(Router router, long deadlineNanos, long nowNanos, ActionSink out) {
        long lateNanos = nowNanos - deadlineNanos;
        if (lateNanos >= router.masterIntervalNanos / 2 && !router.stallGraceUsed) {
            router.stallGraceUsed = true;
            long wait = router.masterIntervalNanos + router.skewNanos();
            timers.schedule(router.timer(Router.TIMER_ELECTION), nowNanos + wait);
            stalls.notice(router, deadlineNanos, nowNanos, out);
            return;
        }
        out.accept(router.number, new Action.MasterTimeout());
        if (router.group == null) {
            transitions.toMaster(router, TransitionCause.MASTER_DOWN_TIMEOUT, nowNanos, out);
            return;
        }
        router.wantState = RouterState.MASTER;
        if (router.group.allWantMaster()) {
            groups.move(router, RouterState.MASTER, TransitionCause.MASTER_DOWN_TIMEOUT, nowNanos, out);
        } else {
            timers.schedule(router.timer(Router.TIMER_ELECTION), nowNanos + router.masterDownNanos());
        }
    }
}
