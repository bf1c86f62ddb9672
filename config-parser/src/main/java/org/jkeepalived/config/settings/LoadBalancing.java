package org.jkeepalived.config.settings;

import java.util.List;

/**
 * What is balanced over which servers.
 *
 * @param groups virtual_server_group blocks, in file order
 * @param virtualServers usable virtual_server blocks, in file order
 * @param tls the SSL block, or null
 */
public record LoadBalancing(
        List<VirtualServerGroupSettings> groups,
        List<VirtualServerSettings> virtualServers,
        TlsSettings tls) {
    /** Nothing is balanced. */
    public static final LoadBalancing NONE = new LoadBalancing(List.of(), List.of(), null);

    public LoadBalancing {
        groups = List.copyOf(groups);
        virtualServers = List.copyOf(virtualServers);
    }
}
