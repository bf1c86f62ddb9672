package org.jkeepalived.vrrp;

/** How the members of a sync group follow each other. A router without a group is its own. */
final class GroupRules {

    private final Transitions transitions;

    GroupRules(Transitions transitions) {
        this.transitions = transitions;
    }

    /** A master gives way to another router. */
    void stepDown(Router router, TransitionCause cause, long nowNanos, ActionSink out) {
        if (router.group == null) {
            transitions.toBackup(router, cause, false, router.masterDownNanos(), nowNanos, out);
        } else {
            move(router, RouterState.BACKUP, cause, nowNanos, out);
        }
    }

    /**
     * A backup accepted somebody else as master while its group is MASTER here: it joined by a reload, and the group can only be whole where
     * that master is.
     */
    void acceptedMaster(Router router, long nowNanos, ActionSink out) {
        if (router.group != null && router.group.state == RouterState.MASTER) {
            move(router, RouterState.BACKUP, TransitionCause.HIGHER_PRIORITY_HEARD, nowNanos, out);
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

    /**
     * The first member goes first, then the group is reported, then the others follow, then the group is notified. At the start there is no
     * report and the notification comes first, as in keepalived.
     */
    void move(Router trigger, RouterState to, TransitionCause cause, long nowNanos, ActionSink out) {
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

    void moveMember(Router member, RouterState to, TransitionCause cause, long nowNanos, ActionSink out) {
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
}
