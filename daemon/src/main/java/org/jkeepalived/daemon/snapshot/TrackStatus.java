package org.jkeepalived.daemon.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.ScriptSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.TrackedScript;
import org.jkeepalived.daemon.dump.GroupSnapshot;
import org.jkeepalived.daemon.dump.ScriptSnapshot;
import org.jkeepalived.daemon.dump.Tracked;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;

/** Sync groups and scripts as dumps show them. */
final class TrackStatus {
    private TrackStatus() {}

    static List<GroupSnapshot> groups(DaemonSnapshot situation) {
        Map<String, SyncGroupSettings> settings = new HashMap<>();
        situation.configuration().syncGroups().forEach(group -> settings.put(group.name(), group));
        Map<Integer, RouterSnapshot> routers = new HashMap<>();
        situation.routers().routers().forEach(router -> routers.put(router.router(), router));
        List<GroupSnapshot> all = new ArrayList<>();
        for (var group : situation.routers().groups()) {
            SyncGroupSettings own = settings.get(group.name());
            if (own != null) {
                List<RouterSnapshot> members = group.members().stream().map(routers::get).toList();
                int starting = (int) members.stream().filter(member -> member.state() == RouterState.INIT).count();
                all.add(new GroupSnapshot(own, group.state(), group.faultyMembers(), starting,
                        members.stream().map(member -> member.parameters().name()).toList()));
            }
        }
        return all;
    }

    static List<ScriptSnapshot> scripts(Configuration configuration, List<CheckStatus> checks) {
        Map<String, CheckStatus> byName = new HashMap<>();
        checks.forEach(check -> byName.put(check.name(), check));
        List<ScriptSnapshot> all = new ArrayList<>();
        for (ScriptSettings script : configuration.scripts()) {
            CheckStatus check = byName.getOrDefault(script.name(),
                    new CheckStatus(script.name(), CheckResult.UNKNOWN, 0, CheckStatus.RunState.IDLE, -1, ""));
            all.add(new ScriptSnapshot(script, check, trackers(configuration, script.name())));
        }
        return all;
    }

    /** The instances that track a script, by themselves or through their group. */
    private static List<Tracked> trackers(Configuration configuration, String script) {
        List<Tracked> trackers = new ArrayList<>();
        for (InstanceSettings instance : configuration.instances()) {
            for (TrackedScript tracked : instance.trackScripts()) {
                if (tracked.name().equals(script)) {
                    trackers.add(new Tracked(instance.name(), tracked.weight(), tracked.reverse()));
                }
            }
        }
        for (SyncGroupSettings group : configuration.syncGroups()) {
            for (TrackedScript tracked : group.trackScripts()) {
                if (tracked.name().equals(script)) {
                    group.members()
                            .forEach(member -> trackers.add(new Tracked(member, tracked.weight(), tracked.reverse())));
                }
            }
        }
        return trackers;
    }
}
