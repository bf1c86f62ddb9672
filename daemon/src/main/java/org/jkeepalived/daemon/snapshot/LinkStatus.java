package org.jkeepalived.daemon.snapshot;

import static org.jkeepalived.daemon.snapshot.GlobalStatus.micros;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.dump.GarpDelayGroup;
import org.jkeepalived.daemon.dump.InstanceSnapshot.Tracked;
import org.jkeepalived.daemon.dump.InterfaceSnapshot;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;

/** The host's interfaces as dumps show them, and after them those that the configuration names and nobody has. */
final class LinkStatus {
    /** Shown for an instance that uses the interface and does not care for its state. */
    private static final int NOT_TRACKED = 255;

    private final Configuration configuration;
    private final Set<IpAddress> virtual = new HashSet<>();
    private final Set<String> paced = new HashSet<>();
    private final Map<String, Map<String, Tracked>> tracking = new LinkedHashMap<>();

    private LinkStatus(Configuration configuration) {
        this.configuration = configuration;
        for (InstanceSettings instance : configuration.instances()) {
            for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
                virtual.add(address.address());
                paced.add(address.interfaceName());
            }
            track(instance);
        }
        for (SyncGroupSettings group : configuration.syncGroups()) {
            group.trackInterfaces()
                    .forEach(link -> group.members()
                            .forEach(member -> track(link.name(), member, link.weight(), link.reverse())));
        }
    }

    /** What decides most comes first: the interface itself, those of addresses, those that are tracked. */
    private void track(InstanceSettings instance) {
        track(instance.interfaceName(), instance.name(), instance.trackPrimary() ? 0 : NOT_TRACKED, false);
        for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
            track(address.interfaceName(), instance.name(), 0, false);
        }
        instance.trackInterfaces().forEach(link -> track(link.name(), instance.name(), link.weight(), link.reverse()));
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

    /** One group for each interface with virtual addresses, numbered 0 as all that are not configured by name. */
    static List<GarpDelayGroup> delayGroups(Configuration configuration) {
        long garpMicros = micros(configuration.global().garpIntervalNanos());
        long naMicros = micros(configuration.global().gnaIntervalNanos());
        if (garpMicros == 0 && naMicros == 0) {
            return List.of();
        }
        Set<String> interfaces = new LinkedHashSet<>();
        configuration.instances()
                .forEach(instance -> InstanceMapper.allAddresses(instance)
                        .forEach(address -> interfaces.add(address.interfaceName())));
        return interfaces.stream()
                .map(name -> new GarpDelayGroup(0, garpMicros, 0, naMicros, 0, List.of(name)))
                .toList();
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
        boolean limited = paced.contains(name);
        return new InterfaceSnapshot(name, index, ipv4, ipv6, mac, macBroadcast, flags, flags.up() && flags.running(),
                0, 0, mtu, hardwareType, canChange, limited ? micros(global.garpIntervalNanos()) : 0,
                limited ? micros(global.gnaIntervalNanos()) : 0,
                List.copyOf(tracking.getOrDefault(name, Map.of()).values()));
    }
}
