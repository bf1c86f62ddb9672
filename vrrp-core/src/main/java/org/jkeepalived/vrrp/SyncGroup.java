package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;

/** A sync group: its members and the state they share. */
final class SyncGroup {

    final String name;
    final Router[] members;
    RouterState state;

    SyncGroup(String name, List<Router> members) {
        this.name = name;
        this.members = members.toArray(Router[]::new);
        state = sharedState();
    }

    /** The state of all members when they agree; FAULT before BACKUP before MASTER when a reload joined routers that do not. */
    private RouterState sharedState() {
        RouterState shared = null;
        for (Router member : members) {
            if (shared == null || rank(member.state) < rank(shared)) {
                shared = member.state;
            }
        }
        return shared == null ? RouterState.INIT : shared;
    }

    private static int rank(RouterState state) {
        return switch (state) {
            case INIT -> 0;
            case FAULT -> 1;
            case BACKUP -> 2;
            case MASTER -> 3;
            case STOP, DELETED -> 4;
        };
    }

    boolean anyFault() {
        return faultyMembers() > 0;
    }

    int faultyMembers() {
        int count = 0;
        for (Router member : members) {
            count += member.faults.isEmpty() ? 0 : 1;
        }
        return count;
    }

    boolean anyTrackerPending() {
        for (Router member : members) {
            if (member.trackersPending > 0) {
                return true;
            }
        }
        return false;
    }

    boolean allStartAsMaster() {
        for (Router member : members) {
            if (!member.parameters.election().startsAsMaster()) {
                return false;
            }
        }
        return true;
    }

    /** Whether every member is, or wants to be, MASTER. */
    boolean allWantMaster() {
        for (Router member : members) {
            if (member.state != RouterState.MASTER && member.wantState != RouterState.MASTER) {
                return false;
            }
        }
        return true;
    }

    GroupSnapshot snapshot() {
        List<Integer> numbers = new ArrayList<>(members.length);
        for (Router member : members) {
            numbers.add(member.number);
        }
        return new GroupSnapshot(name, state, List.copyOf(numbers), faultyMembers());
    }
}
