package org.jkeepalived.vrrp;

/** Moves one router from state to state with the effects that belong to it. Knows nothing of sync groups. */
final class Transitions {

    private final TimerQueue timers;
    private final Announcer announcer;
    private final ResourceKeeper keeper;
    private final Priorities priorities;

    Transitions(TimerQueue timers, Announcer announcer, ResourceKeeper keeper, Priorities priorities) {
        this.timers = timers;
        this.announcer = announcer;
        this.keeper = keeper;
        this.priorities = priorities;
    }

    /** RFC 9568 section 6.4.2 (365): advert, resources, announcement. The advert goes first: it keeps other backups from claiming. */
    void toMaster(Router router, TransitionCause cause, long nowNanos, ActionSink out) {
        enter(router, RouterState.MASTER, cause, nowNanos, out);
        router.wantState = RouterState.MASTER;
        router.counters.becameMaster++;
        priorities.restoreOwner(router, nowNanos, out);
        router.forgetMaster();
        router.preemptDelayEndNanos = 0;
        announcer.mayContest(router, nowNanos);
        advertise(router, nowNanos, out);
        timers.schedule(router.timer(Router.TIMER_ELECTION), nowNanos + router.parameters.advertIntervalNanos());
        if (!router.parameters.resources().isEmpty()) {
            router.resourcesSet = true;
            out.accept(router.number, router.installAll);
        }
        announcer.takeOver(router, nowNanos, out);
        notify(router, out);
    }

    /**
     * @param release whether a master says good-bye with priority 0
     * @param waitNanos how long to wait for an advert
     */
    void toBackup(Router router, TransitionCause cause, boolean release, long waitNanos, long nowNanos,
            ActionSink out) {
        boolean wasMaster = router.state == RouterState.MASTER;
        enter(router, RouterState.BACKUP, cause, nowNanos, out);
        router.wantState = RouterState.BACKUP;
        if (wasMaster) {
            leaveMaster(router, release, nowNanos, out);
        }
        timers.schedule(router.timer(Router.TIMER_ELECTION), nowNanos + waitNanos);
        notify(router, out);
    }

    void toFault(Router router, TransitionCause cause, long nowNanos, ActionSink out) {
        boolean wasMaster = router.state == RouterState.MASTER;
        enter(router, RouterState.FAULT, cause, nowNanos, out);
        router.wantState = RouterState.BACKUP;
        router.preemptDelayEndNanos = 0;
        timers.cancel(router.timer(Router.TIMER_ELECTION));
        if (wasMaster) {
            leaveMaster(router, !router.interfaceMissing(), nowNanos, out);
        }
        router.forgetMaster();
        if (!router.onlyConfigurationFaults()) {
            notify(router, out);
        }
    }

    /** STOP or DELETED. */
    void toEnd(Router router, RouterState end, TransitionCause cause, long nowNanos, ActionSink out) {
        boolean wasMaster = router.state == RouterState.MASTER;
        enter(router, end, cause, nowNanos, out);
        timers.cancel(router.timer(Router.TIMER_ELECTION));
        if (wasMaster) {
            leaveMaster(router, true, nowNanos, out);
        }
        notify(router, out);
    }

    /** Sends one advert of the effective priority. */
    void advertise(Router router, long nowNanos, ActionSink out) {
        router.answerDeferred = false;
        if (router.advert != null) {
            router.counters.advertsSent++;
            router.lastAdvertSentNanos = nowNanos;
            out.accept(router.number, router.advert);
        }
    }

    private void leaveMaster(Router router, boolean release, long nowNanos, ActionSink out) {
        router.counters.releasedMaster++;
        if (release && router.priorityZeroAdvert != null) {
            router.counters.advertsSent++;
            router.counters.priorityZeroSent++;
            router.lastAdvertSentNanos = nowNanos;
            out.accept(router.number, router.priorityZeroAdvert);
        }
        announcer.stop(router);
        keeper.stop(router);
        if (router.resourcesSet) {
            router.resourcesSet = false;
            out.accept(router.number, router.removeAll);
        }
    }

    private void enter(Router router, RouterState to, TransitionCause cause, long nowNanos, ActionSink out) {
        RouterState from = router.state;
        router.state = to;
        router.lastTransitionNanos = nowNanos;
        router.lastTransitionCause = cause;
        router.stallGraceUsed = false;
        router.findingsReported = 0;
        out.accept(router.number, new Action.StateChanged(from, to, cause));
    }

    private static void notify(Router router, ActionSink out) {
        out.accept(router.number, new Action.Notify(router.state, router.effectivePriority));
    }
}
