package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything read so far. */
public final class ConfigurationDraft {
    /** global_defs. */
    public final GlobalDraft global = new GlobalDraft();
    /** The words outside any block. */
    public final DaemonDraft daemon = new DaemonDraft();
    /** linkbeat_interfaces, interface_up_down_delays and garp_group. */
    public final LinkDraft links = new LinkDraft();
    /** vrrp_script blocks by name, in file order. */
    public final Map<String, ScriptDraft> scripts = new LinkedHashMap<>();
    /** vrrp_sync_group blocks by name, in file order. */
    public final Map<String, SyncGroupDraft> syncGroups = new LinkedHashMap<>();
    /** vrrp_instance blocks by name, in file order. */
    public final Map<String, InstanceDraft> instances = new LinkedHashMap<>();

    /** The instance's group, or null. */
    public SyncGroupDraft groupOf(InstanceDraft instance) {
        return syncGroups.values().stream().filter(group -> group.members.contains(instance.name)).findFirst()
                .orElse(null);
    }

    /** Every command of notify lines, with the owner's name for messages. */
    public List<CommandDraft> notifyCommands() {
        List<CommandDraft> all = new ArrayList<>();
        syncGroups.values().forEach(group -> all.addAll(group.notify.commands.values()));
        instances.values().forEach(instance -> all.addAll(instance.notify.commands.values()));
        return all;
    }
}
