package org.jkeepalived.daemon.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.LinkSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.TrackGroup;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;
import org.jkeepalived.daemon.dump.GarpDelayGroup;
import org.jkeepalived.daemon.dump.InterfaceSnapshot;
import org.jkeepalived.daemon.dump.Tracked;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;

/** The host's interfaces as dumps show them, and after them those that the configuration names and nobody has. */
final class LinkStatus {
    /** Shown for an instance that uses the interface and does not care for its state. */
    private static final int NOT_TRACKED = 255;
    private static final int NANOS_PER_MICRO = 1_000;

    private final Configuration configuration;
    private final Set<IpAddress> virtual = new HashSet<>();
    private final List<GarpDelayGroup> delayGroups;
    private final Map<String, Map<String, Tracked>> tracking = new LinkedHashMap<>();

    private LinkStatus(Configuration configuration) {
        this.configuration = configuration;
        this.delayGroups = delayGroups(configuration);
        for (InstanceSettings instance : configuration.instances()) {
            for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
                virtual.add(address.address());
            }
            track(instance);
        }
        for (SyncGroupSettings group : configuration.syncGroups()) {
            group.trackInterfaces()
                    .forEach(link -> group.members()
                            .forEach(member -> track(link.name(), member, link.weight(), link.reverse())));
        }
        track(configuration.statics());
    }

    /** What decides most comes first: the interface itself, those of addresses, those that are tracked; routes and rules decide over all. */
    private void track(InstanceSettings instance) {
        track(instance.interfaceName(), instance.name(), instance.trackPrimary() ? 0 : NOT_TRACKED, false);
        for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
            if (!address.noTrack()) {
                track(address.interfaceName(), instance.name(), 0, false);
            }
        }
        instance.trackInterfaces().forEach(link -> track(link.name(), instance.name(), link.weight(), link.reverse()));
        instance.routes()
                .stream()
                .filter(VirtualRoute::tracked)
                .forEach(route -> need(route.hop().interfaceName(), instance.name()));
        instance.rules().stream().filter(rule -> !rule.noTrack()).forEach(rule -> need(rule, instance.name()));
    }

    /** The members of a track group need the interfaces of what is in it. */
    private void track(StaticSettings statics) {
        for (TrackGroup group : statics.trackGroups()) {
            for (String member : group.members()) {
                statics.addresses()
                        .stream()
                        .filter(address -> group.name().equals(address.trackGroup()) && !address.address().noTrack())
                        .forEach(address -> need(address.address().interfaceName(), member));
                statics.routes()
                        .stream()
                        .filter(route -> group.name().equals(route.trackGroup()) && route.tracked())
                        .forEach(route -> need(route.hop().interfaceName(), member));
                statics.rules()
                        .stream()
                        .filter(rule -> group.name().equals(rule.trackGroup()) && !rule.noTrack())
                        .forEach(rule -> need(rule, member));
            }
        }
    }

    private void need(VirtualRule rule, String instance) {
        need(rule.incomingInterface(), instance);
        need(rule.outgoingInterface(), instance);
    }

    private void need(String link, String instance) {
        if (link != null) {
            tracking.computeIfAbsent(link, _ -> new LinkedHashMap<>()).put(instance, new Tracked(instance, 0, false));
        }
    }

    private void track(String link, String instance, int weight, boolean reverse) {
        tracking.computeIfAbsent(link, _ -> new LinkedHashMap<>())
                .putIfAbsent(instance, new Tracked(instance, weight, reverse));
    }

    static List<InterfaceSnapshot> all(DaemonSnapshot situation) {
        LinkStatus status = new LinkStatus(situation.configuration());
        List<InterfaceSnapshot> all = new ArrayList<>();
        for (HostLinks.Entry entry : situation.links().entries()) {
            all.add(status.present(entry));
        }
        for (String name : status.tracking.keySet()) {
            if (situation.links().index(name) == 0) {
                all.add(status.missing(name));
            }
        }
        return all;
    }

    /** The groups of garp_group, numbered, then one for each other interface with virtual addresses, all numbered 0. */
    static List<GarpDelayGroup> delayGroups(Configuration configuration) {
        List<GarpDelayGroup> all = new ArrayList<>();
        Set<String> grouped = new HashSet<>();
        for (LinkSettings.GarpGroup group : configuration.links().garpGroups()) {
            all.add(new GarpDelayGroup(all.size(), micros(group.garpIntervalNanos()), 0,
                    micros(group.gnaIntervalNanos()), 0, group.interfaces()));
            grouped.addAll(group.interfaces());
        }
        long garpMicros = micros(configuration.global().garpIntervalNanos());
        long naMicros = micros(configuration.global().gnaIntervalNanos());
        if (garpMicros == 0 && naMicros == 0) {
            return all;
        }
        Set<String> interfaces = new LinkedHashSet<>();
        configuration.instances()
                .forEach(instance -> InstanceMapper.allAddresses(instance)
                        .forEach(address -> interfaces.add(address.interfaceName())));
        interfaces.removeAll(grouped);
        interfaces.forEach(name -> all.add(new GarpDelayGroup(0, garpMicros, 0, naMicros, 0, List.of(name))));
        return all;
    }

    private InterfaceSnapshot present(HostLinks.Entry entry) {
        Link link = entry.link();
        String ipv4 = "";
        String ipv6 = "";
        for (InterfaceAddress address : entry.addresses()) {
            if (!virtual.contains(address.address())) {
                boolean v6 = address.address().isIpv6();
                if (!v6 && ipv4.isEmpty()) {
                    ipv4 = address.address().toString();
                } else if (v6 && ipv6.isEmpty() && address.address().isLinkLocal()) {
                    ipv6 = address.address().toString();
                }
            }
        }
        boolean hasMac = !link.hardware().equals(MacAddress.NONE);
        boolean broadcasts = (link.flags() & Link.BROADCAST) != 0;
        var flags = new InterfaceSnapshot.Flags(link.isUp(), link.isRunning(), broadcasts, link.isLoopback(),
                link.isMulticastCapable());
        return snapshot(link.name(), link.index(), ipv4, ipv6, hasMac ? link.hardware().toString() : "",
                hasMac && broadcasts ? MacAddress.BROADCAST.toString() : "", flags, link.mtu(), link.hardwareType());
    }

    private InterfaceSnapshot missing(String name) {
        return snapshot(name, 0, "", "", "", "", new InterfaceSnapshot.Flags(false, false, false, false, false), 0, 0);
    }

    private InterfaceSnapshot snapshot(String name, int index, String ipv4, String ipv6, String mac,
            String macBroadcast, InterfaceSnapshot.Flags flags, int mtu, int hardwareType) {
        var global = configuration.global();
        boolean canChange = global.dynamicInterfaces() && global.allowInterfaceChanges() && index != 0
                && !flags.loopback();
        LinkSettings.LinkDelay delay = configuration.links()
                .delays()
                .stream()
                .filter(entry -> entry.interfaceName().equals(name))
                .findFirst()
                .orElse(new LinkSettings.LinkDelay(name, 0, 0));
        GarpDelayGroup pace = delayGroups.stream()
                .filter(group -> group.interfaces().contains(name))
                .findFirst()
                .orElse(new GarpDelayGroup(0, 0, 0, 0, 0, List.of()));
        return new InterfaceSnapshot(name, index, ipv4, ipv6, mac, macBroadcast, flags, flags.up() && flags.running(),
                micros(delay.upNanos()), micros(delay.downNanos()), mtu, hardwareType, canChange,
                pace.garpIntervalMicros(), pace.naIntervalMicros(), pace.group(),
                List.copyOf(tracking.getOrDefault(name, Map.of()).values()));
    }

    private static long micros(long nanos) {
        return nanos / NANOS_PER_MICRO;
    }
}
