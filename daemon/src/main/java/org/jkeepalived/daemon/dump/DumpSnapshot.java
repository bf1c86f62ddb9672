package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * Everything that the dump files show, at one moment. Lists are in the order of the configuration.
 *
 * @param garpDelayGroups empty unless a gratuitous ARP or NA interval is set
 */
public record DumpSnapshot(
        GlobalSnapshot global,
        List<GarpDelayGroup> garpDelayGroups,
        StaticSnapshot statics,
        List<InstanceSnapshot> instances,
        List<SocketSnapshot> sockets,
        List<GroupSnapshot> groups,
        List<ScriptSnapshot> scripts,
        List<InterfaceSnapshot> interfaces) {
    /** Copies the lists. */
    public DumpSnapshot {
        garpDelayGroups = List.copyOf(garpDelayGroups);
        instances = List.copyOf(instances);
        sockets = List.copyOf(sockets);
        groups = List.copyOf(groups);
        scripts = List.copyOf(scripts);
        interfaces = List.copyOf(interfaces);
    }
}
