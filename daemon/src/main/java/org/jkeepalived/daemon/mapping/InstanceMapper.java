package org.jkeepalived.daemon.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.OddBytes;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.resource.AddressObject;
import org.jkeepalived.daemon.resource.RouteObject;
import org.jkeepalived.daemon.resource.RuleObject;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.AnnouncementPacing;
import org.jkeepalived.vrrp.AnnouncementSettings;
import org.jkeepalived.vrrp.ElectionSettings;
import org.jkeepalived.vrrp.ReceiveSettings;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterParametersBuilder;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.SyncGroupParameters;
import org.jkeepalived.vrrp.Tracker;
import org.jkeepalived.vrrp.Tracking;
import org.jkeepalived.vrrp.UnicastPeer;
import org.jkeepalived.vrrp.packet.Authentication;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** vrrp_instance and vrrp_sync_group blocks as the core's parameters. */
public final class InstanceMapper {

    /** What the mapping needs to know of the machine now. */
    public interface Links {
        /** The index of an interface, 0 when there is none. */
        int index(String interfaceName);

        /** The address that adverts of this family leave from, null when there is none. */
        IpAddress sourceAddress(String interfaceName, AddressFamily family);

        /** Whether the interface exists, is up and running. */
        boolean up(String interfaceName);
    }

    private final List<TrackerKind> kinds;
    private final TrackerIds trackerIds;
    private final Links links;

    /** @param kinds what can be followed */
    public InstanceMapper(List<TrackerKind> kinds, TrackerIds trackerIds, Links links) {
        this.kinds = kinds;
        this.trackerIds = trackerIds;
        this.links = links;
    }

    /** The whole configuration for the core. */
    public RouterSetParameters map(Configuration configuration) {
        Map<Integer, Tracker> trackers = new LinkedHashMap<>();
        for (TrackerKind kind : kinds) {
            kind.declare(configuration, links, (name, condition) -> {
                int id = trackerIds.of(new TrackerId(kind.name(), name));
                trackers.put(id, new Tracker(id, condition));
            });
        }
        Map<String, SyncGroupSettings> groupOf = new LinkedHashMap<>();
        configuration.syncGroups().forEach(group -> group.members().forEach(member -> groupOf.put(member, group)));
        List<RouterParameters> routers = new ArrayList<>();
        Set<String> interfaces = new LinkedHashSet<>();
        for (InstanceSettings instance : configuration.instances()) {
            routers.add(router(instance, trackings(instance, configuration.statics(), groupOf.get(instance.name()))));
            for (VirtualAddress address : allAddresses(instance)) {
                interfaces.add(address.interfaceName());
            }
        }
        List<SyncGroupParameters> groups = configuration.syncGroups()
                .stream()
                .map(group -> new SyncGroupParameters(group.name(), group.members()))
                .toList();
        long garpInterval = configuration.global().garpIntervalNanos();
        long gnaInterval = configuration.global().gnaIntervalNanos();
        List<AnnouncementPacing> pacings = garpInterval == 0 && gnaInterval == 0
                ? List.of()
                : interfaces.stream()
                        .map(name -> new AnnouncementPacing(List.of(name), garpInterval, gnaInterval))
                        .toList();
        return new RouterSetParameters(routers, groups, List.copyOf(trackers.values()), pacings,
                configuration.global().startupDelayNanos());
    }

    /** The addresses of an instance in the order in which they are set: advertised ones first. */
    public static List<VirtualAddress> allAddresses(InstanceSettings instance) {
        List<VirtualAddress> all = new ArrayList<>(instance.addresses());
        all.addAll(instance.excludedAddresses());
        return all;
    }

    /** What an instance holds while it is MASTER. */
    private static List<Resource> resources(InstanceSettings instance) {
        List<Resource> resources = new ArrayList<>();
        instance.addresses().forEach(address -> resources.add(address(address, true)));
        instance.excludedAddresses().forEach(address -> resources.add(address(address, false)));
        instance.routes().forEach(route -> resources.add(RouteObject.resource(route)));
        instance.rules().forEach(rule -> resources.add(RuleObject.resource(rule)));
        return resources;
    }

    /** The core's form of an address of an instance. */
    public static Resource address(VirtualAddress settings, boolean advertised) {
        return new Resource(ResourceKind.ADDRESS, settings.interfaceName(),
                new IpPrefix(settings.address(), settings.prefixLength()), advertised, true, !settings.noTrack(),
                new AddressObject(settings));
    }

    /** By itself, then through its group; of entries that say the same one counts. */
    private List<Tracking> trackings(InstanceSettings instance, StaticSettings statics, SyncGroupSettings group) {
        List<Tracking> trackings = new ArrayList<>();
        boolean weights = group == null || group.trackingWeight();
        for (TrackerKind kind : kinds) {
            add(kind, kind.of(instance, statics), weights, trackings);
        }
        if (group != null) {
            for (TrackerKind kind : kinds) {
                add(kind, kind.of(group), weights, trackings);
            }
        }
        return trackings;
    }

    private void add(TrackerKind kind, List<Tracked> followed, boolean weights, List<Tracking> trackings) {
        for (Tracked tracked : followed) {
            if (weights || tracked.weight() == 0) {
                int id = trackerIds.of(new TrackerId(kind.name(), tracked.name()));
                boolean known = false;
                for (Tracking other : trackings) {
                    known |= other.trackerId() == id && other.weight() == tracked.weight()
                            && other.reverse() == tracked.reverse();
                }
                if (!known) {
                    trackings.add(new Tracking(id, tracked.weight(), tracked.reverse()));
                }
            }
        }
    }

    private RouterParameters router(InstanceSettings instance, List<Tracking> trackings) {
        AddressFamily family = instance.family();
        IpAddress configuredSource = instance.sourceAddress();
        IpAddress source = configuredSource != null && !instance.trackSourceAddress()
                ? configuredSource
                : links.sourceAddress(instance.interfaceName(), family);
        RouterParametersBuilder builder = new RouterParametersBuilder(instance.name(), family,
                instance.virtualRouterId()).version(instance.version() == 2 ? ProtocolVersion.V2 : ProtocolVersion.V3)
                .onInterface(instance.interfaceName(), links.index(instance.interfaceName()))
                .configuredSource(instance.identity().endpoint())
                .source(source)
                .advertIntervalNanos(instance.advertIntervalNanos())
                .checksumAsV2(instance.v3ChecksumAsV2())
                .trackInterface(instance.trackPrimary())
                .election(new ElectionSettings(instance.priority(), !instance.nopreempt(), instance.preemptDelayNanos(),
                        instance.downTimerAdverts(), instance.lowerPrioNoAdvert(), instance.higherPrioSendAdvert(),
                        instance.ownerIgnoreAdverts(), instance.state() == InitialState.BACKUP))
                .receive(new ReceiveSettings(instance.checkUnicastSource(), instance.skipCheckAdvAddr(),
                        instance.strict()))
                .announcement(announcement(instance.garp()))
                .resources(resources(instance))
                .trackings(trackings);
        if (instance.multicastDestination() != null) {
            builder.multicastGroup(instance.multicastDestination());
        }
        if (instance.unicast()) {
            builder.unicastPeers(instance.unicastPeers()
                    .stream()
                    .map(peer -> new UnicastPeer(peer.address(), peer.minTtl(), peer.maxTtl()))
                    .toList());
        }
        if (instance.password() != null) {
            builder.authentication(Authentication.password(OddBytes.encode(instance.password())));
        }
        if (instance.unicastFault()) {
            builder.configurationFaults(List.of("unicast without peers"));
        }
        return builder.build();
    }

    private static AnnouncementSettings announcement(Garp garp) {
        return new AnnouncementSettings(garp.masterRepeat(), garp.masterDelayNanos(), garp.masterRefreshNanos(),
                garp.masterRefreshRepeat(), garp.lowerPrioRepeat(), garp.lowerPrioDelayNanos());
    }
}
