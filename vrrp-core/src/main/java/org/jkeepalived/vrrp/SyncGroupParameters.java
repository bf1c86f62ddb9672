package org.jkeepalived.vrrp;

import java.util.List;

/**
 * Routers that change state together.
 *
 * @param name name of the group
 * @param members names of routers in the same set; a router is in one group at most
 */
public record SyncGroupParameters(String name, List<String> members) {

    public SyncGroupParameters {
        members = List.copyOf(members);
    }
}
