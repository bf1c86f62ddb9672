package org.jkeepalived.daemon.dump;

import java.util.List;

/** One vrrp_sync_group. */
public record GroupSnapshot(
        String name,
        DumpState state,
        int membersInFault,
        int membersInInit,
        List<String> members,
        boolean smtpAlert,
        List<InstanceSnapshot.Tracked> trackedInterfaces,
        List<InstanceSnapshot.Tracked> trackedScripts,
        NotifyCommands notifyCommands) {
    /** Copies the lists. */
    public GroupSnapshot {
        members = List.copyOf(members);
        trackedInterfaces = List.copyOf(trackedInterfaces);
        trackedScripts = List.copyOf(trackedScripts);
    }
}
