package org.jkeepalived.vrrp;

/** When a router enters FAULT, and when it leaves FAULT or INIT: RFC 9568 section 6.4.1 with keepalived's faults and trackers. */
final class FaultRules {

    private final Transitions transitions;
    private final GroupRules groups;

    FaultRules(Transitions transitions, GroupRules groups) {
        this.transitions = transitions;
        this.groups = groups;
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
                transitions.toBackup(router, readyCause(router.state, readyCause), false, router.masterDownNanos(),
                        nowNanos, out);
            }
        }
    }

    private void settleGroup(Router trigger, TransitionCause readyCause, long nowNanos, ActionSink out) {
        SyncGroup group = trigger.group;
        if (group.anyFault()) {
            boolean alreadyThere = group.state == RouterState.FAULT && allAre(group, RouterState.FAULT);
            if (!alreadyThere) {
                groups.move(trigger, RouterState.FAULT, TransitionCause.FAULT, nowNanos, out);
            }
        } else if (!isResting(group.state)) {
            join(trigger, readyCause, nowNanos, out);
        } else if (!group.anyTrackerPending()) {
            if (group.allStartAsMaster() && group.state == RouterState.INIT) {
                groups.move(trigger, RouterState.MASTER, TransitionCause.OWNER, nowNanos, out);
            } else {
                groups.move(trigger, RouterState.BACKUP, readyCause(group.state, readyCause), nowNanos, out);
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
        if (atOnce) {
            groups.moveMember(router, RouterState.MASTER, TransitionCause.OWNER, nowNanos, out);
        } else {
            groups.moveMember(router, RouterState.BACKUP, readyCause(router.state, readyCause), nowNanos, out);
        }
    }

    private static TransitionCause readyCause(RouterState from, TransitionCause otherwise) {
        return from == RouterState.FAULT ? TransitionCause.FAULTS_CLEARED : otherwise;
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
