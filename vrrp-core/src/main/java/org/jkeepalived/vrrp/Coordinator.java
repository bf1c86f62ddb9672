package org.jkeepalived.vrrp;

/** Decides transitions that are not caused by an advert, and takes sync groups along. */
final class Coordinator {

    private final TimerQueue timers;
    private final Transitions transitions;
    private final Announcer announcer;
    private final Stalls stalls;

    Coordinator(TimerQueue timers, Transitions transitions, Announcer announcer, Stalls stalls) {
        this.timers = timers;
        this.transitions = transitions;
        this.announcer = announcer;
        this.stalls = stalls;
    }

    /** Faults or pending trackers of a running router changed: enters or leaves FAULT, or leaves INIT, with its group. */
    void settle(Router router, TransitionCause readyCause, long nowNanos, ActionSink out) {
        if (router.ended()) {
            return;
        }
        if (router.group != null) {
            settleGroup(router, readyCause, nowNanos, out);
        } else if (!router.faults.isEmpty()) {
            if (router.state != RouterState.FAULT) {
                transitions.toFault(router, TransitionCause.FAULT, nowNanos, out);
            }
        } else if (isResting(router.state) && router.trackersPending == 0) {
            if (router.parameters.election().startsAsMaster() && router.state == RouterState.INIT) {
                if (readyCause == TransitionCause.STARTUP) {
                    // As keepalived: one that had to wait for its scripts has heard no timeout.
                    out.accept(router.number, new Action.MasterTimeout());
                }
                transitions.toMaster(router, TransitionCause.OWNER, nowNanos, out);
            } else {
                TransitionCause cause = router.state == RouterState.FAULT ? TransitionCause.FAULTS_CLEARED : readyCause;
                transitions.toBackup(router, cause, false, router.masterDownNanos(), nowNanos, out);
            }
        }
    }

    private void settleGroup(Router trigger, TransitionCause readyCause, long nowNanos, ActionSink out) {
        SyncGroup group = trigger.group;
        if (group.anyFault()) {
            boolean alreadyThere = group.state == RouterState.FAULT && allAre(group, RouterState.FAULT);
            if (!alreadyThere) {
                moveGroup(trigger, RouterState.FAULT, TransitionCause.FAULT, nowNanos, out);
            }
        } else if (!isResting(group.state)) {
            join(trigger, readyCause, nowNanos, out);
        } else if (!group.anyTrackerPending()) {
            if (group.allStartAsMaster() && group.state == RouterState.INIT) {
                moveGroup(trigger, RouterState.MASTER, TransitionCause.OWNER, nowNanos, out);
            } else {
                TransitionCause cause = group.state == RouterState.FAULT ? TransitionCause.FAULTS_CLEARED : readyCause;
                moveGroup(trigger, RouterState.BACKUP, cause, nowNanos, out);
            }
        }
    }

    /** A router that a reload brought into a group that runs starts by itself; the others stay what they are. */
    private void join(Router router, TransitionCause readyCause, long nowNanos, ActionSink out) {
        if (!isResting(router.state) || router.trackersPending > 0) {
            return;
        }
        boolean atOnce = router.group.state == RouterState.MASTER && router.state == RouterState.INIT
                && router.parameters.election().startsAsMaster();
        moveMember(router, atOnce ? RouterState.MASTER : RouterState.BACKUP,
                atOnce ? TransitionCause.OWNER : readyCause, nowNanos, out);
    }

    /**
     * A backup accepted somebody else as master while its group is MASTER here: it joined by a reload, and the group can only be whole where
     * that master is.
     */
    void acceptedMaster(Router router, long nowNanos, ActionSink out) {
        if (router.group != null && router.group.state == RouterState.MASTER) {
            moveGroup(router, RouterState.BACKUP, TransitionCause.HIGHER_PRIORITY_HEARD, nowNanos, out);
        }
    }

    /**
     * The first member goes first, then the group is reported, then the others follow, then the group is notified. At the start there is no
     * report and the notification comes first, as in keepalived.
     */
    private void moveGroup(Router trigger, RouterState to, TransitionCause cause, long nowNanos, ActionSink out) {
        SyncGroup group = trigger.group;
        boolean changed = group.state != to;
        boolean starting = cause == TransitionCause.STARTUP;
        Action.NotifyGroup notification = new Action.NotifyGroup(group.name, to);
        group.state = to;
        if (changed && starting) {
            out.accept(trigger.number, notification);
        }
        moveMember(trigger, to, cause, nowNanos, out);
        if (changed && !starting) {
            out.accept(trigger.number, new Action.GroupStateChanged(group.name, to));
        }
        for (Router member : group.members) {
            if (member != trigger) {
                moveMember(member, to, followerCause(member, to, cause), nowNanos, out);
            }
        }
        if (changed && !starting) {
            out.accept(trigger.number, notification);
        }
    }

    private static TransitionCause followerCause(Router member, RouterState to, TransitionCause cause) {
        if (to == RouterState.FAULT) {
            return member.faults.isEmpty() ? TransitionCause.SYNC_GROUP : TransitionCause.FAULT;
        }
        return cause == TransitionCause.STARTUP || cause == TransitionCause.OWNER ? cause : TransitionCause.SYNC_GROUP;
    }

    private void moveMember(Router member, RouterState to, TransitionCause cause, long nowNanos, ActionSink out) {
        if (member.state == to || member.ended()) {
            return;
        }
        if (to == RouterState.FAULT) {
            transitions.toFault(member, cause, nowNanos, out);
        } else if (to == RouterState.MASTER) {
            transitions.toMaster(member, cause, nowNanos, out);
        } else {
            boolean release = cause == TransitionCause.SYNC_GROUP;
            transitions.toBackup(member, cause, release, backupWaitNanos(member, cause), nowNanos, out);
        }
    }

    /** An owner that a group holds back at the start waits one interval and the smallest skew only. */
    private static long backupWaitNanos(Router member, TransitionCause cause) {
        return cause == TransitionCause.STARTUP && member.parameters.election().startsAsMaster()
                ? member.parameters.advertIntervalNanos() + member.skewNanos()
                : member.masterDownNanos();
    }

    /** The election timer of a router fired. */
    void electionTimer(Router router, long deadlineNanos, long nowNanos, ActionSink out) {
        if (router.state == RouterState.MASTER) {
            masterTimer(router, deadlineNanos, nowNanos, out);
        } else if (router.state == RouterState.BACKUP) {
            masterDownTimer(router, nowNanos - deadlineNanos, nowNanos, out);
        }
    }

    /**
     * Time for the next advert. The rhythm is kept, so that timers that fire a little late or early do not add up. A master that overslept a
     * whole down interval and heard nobody meanwhile asserts itself again: neighbours and peers may have lost it.
     */
    private void masterTimer(Router router, long deadlineNanos, long nowNanos, ActionSink out) {
        long interval = router.parameters.advertIntervalNanos();
        long lateNanos = nowNanos - deadlineNanos;
        boolean stalled = lateNanos > router.masterDownNanos();
        if (stalled) {
            stalls.notice(router, deadlineNanos, nowNanos, out);
        }
        transitions.advertise(router, nowNanos, out);
        timers.schedule(router.timer(Router.TIMER_ELECTION),
                Math.max(deadlineNanos, nowNanos - interval / 2) + interval);
        if (stalled) {
            announcer.takeOver(router, nowNanos, out);
        }
    }

    /**
     * No advert for a whole down interval, or so it seems: when the timer itself comes late by half an advert interval or more, this process
     * did not run and the master's adverts may have been lost with it. Then the router listens for one more interval, once.
     */
    private void masterDownTimer(Router router, long lateNanos, long nowNanos, ActionSink out) {
        if (lateNanos >= router.masterIntervalNanos / 2 && !router.stallGraceUsed) {
            router.stallGraceUsed = true;
            long wait = router.masterIntervalNanos + router.skewNanos();
            timers.schedule(router.timer(Router.TIMER_ELECTION), nowNanos + wait);
            stalls.notice(router, nowNanos - lateNanos, nowNanos, out);
            return;
        }
        out.accept(router.number, new Action.MasterTimeout());
        if (router.group == null) {
            transitions.toMaster(router, TransitionCause.MASTER_DOWN_TIMEOUT, nowNanos, out);
            return;
        }
        router.wantState = RouterState.MASTER;
        if (router.group.allWantMaster()) {
            moveGroup(router, RouterState.MASTER, TransitionCause.MASTER_DOWN_TIMEOUT, nowNanos, out);
        } else {
            timers.schedule(router.timer(Router.TIMER_ELECTION), nowNanos + router.masterDownNanos());
        }
    }

    /** A master gives way to another router. */
    void stepDown(Router router, TransitionCause cause, long nowNanos, ActionSink out) {
        if (router.group == null) {
            transitions.toBackup(router, cause, false, router.masterDownNanos(), nowNanos, out);
        } else {
            moveGroup(router, RouterState.BACKUP, cause, nowNanos, out);
        }
    }

    /** After a reload a master that joined a group that is BACKUP gives way. */
    void align(SyncGroup group, long nowNanos, ActionSink out) {
        if (group.state != RouterState.BACKUP) {
            return;
        }
        for (Router member : group.members) {
            moveMember(member, RouterState.BACKUP, TransitionCause.SYNC_GROUP, nowNanos, out);
        }
    }

    /** Ends a router. Its group is told by the caller. */
    void end(Router router, RouterState end, TransitionCause cause, long nowNanos, ActionSink out) {
        if (!router.ended()) {
            transitions.toEnd(router, end, cause, nowNanos, out);
        }
    }

    private static boolean allAre(SyncGroup group, RouterState state) {
        for (Router member : group.members) {
            if (member.state != state) {
                return false;
            }
        }
        return true;
    }

    /** INIT and FAULT: a router leaves these by itself when nothing holds it. */
    private static boolean isResting(RouterState state) {
        return state == RouterState.INIT || state == RouterState.FAULT;
    }
}
