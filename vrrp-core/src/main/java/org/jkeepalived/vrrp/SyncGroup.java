package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;

/** A sync group: its members and the state they share. */
final class SyncGroup {

    final String name;
    final Router[] members;
    RouterState state;

    /**
     * A group before the start or after a reload. Its state is that of the groups that its members come from: who joins a group follows it, and
     * those who stay do not move, whatever the group is called now. Where nobody comes from a group, it is that of the members that run. Where
     * these disagree, FAULT goes before BACKUP before MASTER.
     *
     * @param members routers whose {@link Router#group} is still that of before
     */
    SyncGroup(String name, List<Router> members) {
        this.name = name;
        this.members = members.toArray(Router[]::new);
        RouterState ofGroups = null;
        RouterState ofRunning = null;
        for (Router member : members) {
            if (member.group != null) {
                ofGroups = lower(ofGroups, member.group.state);
            }
            if (member.state != RouterState.INIT) {
                ofRunning = lower(ofRunning, member.state);
            }
        }
        state = ofGroups != null ? ofGroups : ofRunning != null ? ofRunning : RouterState.INIT;
    }

    private static RouterState lower(RouterState known, RouterState other) {
        return known == null || rank(other) < rank(known) ? other : known;
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
