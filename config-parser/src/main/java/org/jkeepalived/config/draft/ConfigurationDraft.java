package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.Iproute2Files;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.DaemonSettings;
import org.jkeepalived.config.settings.Directories;

/** Everything read so far. */
public final class ConfigurationDraft {
    /** global_defs. */
    public final GlobalDraft global = new GlobalDraft();
    /** The words outside any block. */
    public final Values daemon = new Values(DaemonSettings.SECTION, "");
    /** The name after net_namespace, or null. */
    public Place networkNamespacePlace;
    /** linkbeat_interfaces, interface_up_down_delays and garp_group. */
    public final LinkWatchDraft links = new LinkWatchDraft();
    /** vrrp_script blocks by name, in file order. */
    public final Map<String, ScriptDraft> scripts = new LinkedHashMap<>();
    /** vrrp_sync_group blocks by name, in file order. */
    public final Map<String, SyncGroupDraft> syncGroups = new LinkedHashMap<>();
    /** vrrp_instance blocks by name, in file order. */
    public final Map<String, InstanceDraft> instances = new LinkedHashMap<>();
    /** What routes and rules share, wherever they stand. */
    public final SharedRouting sharedRouting = new SharedRouting(() -> Iproute2Files.directories(
            global.directories.get(Directories.IPROUTE_USR), global.directories.get(Directories.IPROUTE_ETC)));
    /** static_* and track_group. */
    public final StaticDraft statics = new StaticDraft(sharedRouting);
    /** virtual_server_group blocks, in file order; of two with one name the first counts. */
    public final List<VirtualServerGroupDraft> virtualServerGroups = new ArrayList<>();
    /** virtual_server blocks, in file order. */
    public final List<VirtualServerDraft> virtualServers = new ArrayList<>();
    /** The SSL block, or null. */
    public TlsDraft tls;

    /** The group of this name, or null. */
    public VirtualServerGroupDraft virtualServerGroup(String name) {
        return virtualServerGroups.stream().filter(group -> group.name.equals(name)).findFirst().orElse(null);
    }

    /** Every server and its real servers, in file order. */
    public Stream<ServerDraft> servers() {
        return virtualServers.stream()
                .flatMap(service -> Stream.concat(Stream.of(service), service.realServers.stream()));
    }

    /** track_file blocks, in file order; a name may stand several times, the first holds. */
    public final List<TrackFileDraft> trackFiles = new ArrayList<>();
    /** vrrp_track_process blocks, in file order; a name may stand several times, the first holds. */
    public final List<TrackProcessDraft> trackProcesses = new ArrayList<>();
    /** bfd_instance blocks by name, in file order. */
    public final Map<String, BfdDraft> sessions = new LinkedHashMap<>();

    /** The track_file of this name, or null. */
    public TrackFileDraft trackFile(String name) {
        return trackFiles.stream().filter(file -> file.name.equals(name)).findFirst().orElse(null);
    }

    /** The vrrp_track_process of this name, or null. */
    public TrackProcessDraft trackProcess(String name) {
        return trackProcesses.stream().filter(process -> process.name.equals(name)).findFirst().orElse(null);
    }

    /** The weight of a track_file entry: its own or the file's. */
    public int fileWeight(TrackDraft track) {
        return track.weight != null ? track.weight : trackFile(track.name).effectiveWeight();
    }

    /** The weight of a track_bfd entry: its own or the session's. */
    public int sessionWeight(TrackDraft track) {
        return track.weight != null ? track.weight : sessions.get(track.name).weight;
    }

    /** The instance's group, or null. */
    public SyncGroupDraft groupOf(InstanceDraft instance) {
        return syncGroups.values()
                .stream()
                .filter(group -> group.members.contains(instance.name))
                .findFirst()
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
