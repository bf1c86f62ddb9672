package org.jkeepalived.config;

import java.util.List;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.Followed;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.draft.StaticDraft;
import org.jkeepalived.config.draft.SyncGroupDraft;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.rule.ScriptAccountRule;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.DaemonSettings;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.TrackGroup;
import org.jkeepalived.config.settings.TrackedInterface;
import org.jkeepalived.config.settings.TrackedScript;
import org.jkeepalived.config.settings.UnicastChecksum;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** Checked drafts to settings: what an instance leaves open comes from its group, from global_defs or from the built-in default. */
final class SettingsBuilder {
    private static final double NANOS_PER_SECOND = 1e9;

    private final ConfigurationDraft draft;
    private final GlobalDraft globalDraft;
    private final GlobalSettings global;
    private final SourceSettingsBuilder sources;

    SettingsBuilder(ConfigurationDraft draft, HostFacts facts) {
        this.draft = draft;
        this.globalDraft = draft.global;
        this.sources = new SourceSettingsBuilder(draft);
        double uptime = facts.uptimeSeconds();
        this.global = globalDraft.settings(facts.hostName(), uptime < 0 ? -1 : (long) (uptime * NANOS_PER_SECOND),
                scriptAccount(facts));
    }

    /** The account of what names none. */
    private UserIds scriptAccount(HostFacts facts) {
        if (globalDraft.scriptUser == null) {
            return facts.user(ScriptAccountRule.DEFAULT_USER).orElse(new UserIds("root", 0, 0));
        }
        UserIds user = facts.user(globalDraft.scriptUser).orElse(new UserIds("root", 0, 0));
        int gid = globalDraft.scriptGroup == null
                ? user.gid()
                : facts.group(globalDraft.scriptGroup).orElse(user.gid());
        return new UserIds(user.name(), user.uid(), gid);
    }

    Configuration build() {
        List<InstanceSettings> instances = draft.instances.values()
                .stream()
                .filter(instance -> instance.own(InstanceSettings.VIRTUAL_ROUTER_ID) != null
                        && instance.interfaceName != null)
                .map(this::instance)
                .toList();
        return new Configuration(global, new DaemonSettings(draft.daemon.frozen()), draft.links.settings(),
                draft.scripts.values()
                        .stream()
                        .filter(script -> script.command.settings() != null)
                        .map(ScriptDraft::settings)
                        .toList(),
                draft.syncGroups.values().stream().map(this::group).toList(), instances, sources.all(), statics(),
                new LoadBalancingBuilder(draft).build());
    }

    private StaticSettings statics() {
        StaticDraft statics = draft.statics;
        return new StaticSettings(statics.trackGroups.values()
                .stream()
                .map(group -> new TrackGroup(group.name, List.copyOf(group.members)))
                .toList(), statics.addresses, statics.routing.routes, statics.routing.rules);
    }

    private SyncGroupSettings group(SyncGroupDraft group) {
        return new SyncGroupSettings(group.values.frozen(), group.name, group.members, interfaces(group.followed),
                scripts(group.followed), sources.followed(group.followed), group.notify.settings());
    }

    private InstanceSettings instance(InstanceDraft i) {
        SyncGroupDraft group = draft.groupOf(i);
        AddressFamily family = i.family == null ? AddressFamily.IPV4 : i.family;
        IpAddress destination = i.mcastDestination != null
                ? i.mcastDestination
                : family == AddressFamily.IPV6 ? global.mcastGroup6() : global.mcastGroup4();
        return new InstanceSettings(i.settled(group), i.name, i.interfaceName, i.interfaceExists, family,
                placed(i.addresses, i.interfaceName), placed(i.excluded, i.interfaceName), i.routing.routes,
                i.routing.rules, authentication(i), i.source, i.trackSource, destination, List.copyOf(i.peers.values()),
                i.unicastTtl, or(i.checkUnicastSource, global.checkUnicastSource()), i.unicastFault,
                interfaces(i.followed), scripts(i.followed), sources.followed(i.followed), i.trackPrimary,
                new Garp(i.garp.frozen()), i.notify.settings(), group == null ? null : group.name, i.link.settings(),
                i.unicastChecksum == null ? UnicastChecksum.AUTOMATIC : i.unicastChecksum, i.timerExpiredPriority);
    }

    private static Authentication authentication(InstanceDraft i) {
        if (i.authType == null && i.hmac == null) {
            return Authentication.NONE;
        }
        return new Authentication(i.authType == null ? Authentication.Type.NONE : i.authType, i.authPass,
                i.hmac == null ? null : i.hmac.settings(i.get(InstanceSettings.ADVERT_INTERVAL)));
    }

    private static boolean or(Boolean own, boolean inherited) {
        return own == null ? inherited : own;
    }

    /** The addresses without dev put onto the instance's interface. */
    private static List<VirtualAddress> placed(List<VirtualAddress> addresses, String interfaceName) {
        return addresses.stream().map(a -> a.interfaceName() != null ? a : a.on(interfaceName)).toList();
    }

    private static List<TrackedInterface> interfaces(Followed followed) {
        return followed.interfaces.values()
                .stream()
                .map(t -> new TrackedInterface(t.name, t.weight == null ? 0 : t.weight, Boolean.TRUE.equals(t.reverse)))
                .toList();
    }

    private List<TrackedScript> scripts(Followed followed) {
        return followed.scripts.values()
                .stream()
                .filter(t -> draft.scripts.containsKey(t.name))
                .map(this::script)
                .toList();
    }

    private TrackedScript script(TrackDraft track) {
        ScriptDraft script = draft.scripts.get(track.name);
        return new TrackedScript(track.name, track.weight == null ? script.weight : track.weight,
                or(track.reverse, script.reverse));
    }
}
