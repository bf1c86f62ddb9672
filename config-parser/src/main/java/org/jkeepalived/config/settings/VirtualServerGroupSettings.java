package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A virtual_server_group: addresses and marks that share a virtual server.
 *
 * @param name as written
 * @param entries at least one, in file order
 */
public record VirtualServerGroupSettings(String name, List<GroupEntry> entries) {
    public VirtualServerGroupSettings {
        entries = List.copyOf(entries);
    }
}
