package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.vrrp.RouterState;

/** One vrrp_sync_group. */
public record GroupSnapshot(
        SyncGroupSettings settings,
        RouterState state,
        int membersInFault,
        int membersInInit,
        List<String> members) {
    /** Copies the list. */
    public GroupSnapshot {
        members = List.copyOf(members);
    }
}
