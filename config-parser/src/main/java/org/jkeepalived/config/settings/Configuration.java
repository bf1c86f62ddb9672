package org.jkeepalived.config.settings;

import java.util.List;

/**
 * A whole configuration.
 *
 * @param global global_defs and the settings beside it
 * @param daemon the words outside any block
 * @param links how links are watched
 * @param scripts usable vrrp_script blocks, in file order
 * @param syncGroups usable vrrp_sync_group blocks; members are instances that exist
 * @param instances usable vrrp_instance blocks, in file order
 * @param trackSources what can be followed besides scripts and interfaces
 * @param statics static_* and track_group
 * @param loadBalancing virtual servers
 */
public record Configuration(
        GlobalSettings global,
        DaemonSettings daemon,
        LinkSettings links,
        List<ScriptSettings> scripts,
        List<SyncGroupSettings> syncGroups,
        List<InstanceSettings> instances,
        TrackSources trackSources,
        StaticSettings statics,
        LoadBalancing loadBalancing) {
    public Configuration {
        scripts = List.copyOf(scripts);
        syncGroups = List.copyOf(syncGroups);
        instances = List.copyOf(instances);
    }
}
