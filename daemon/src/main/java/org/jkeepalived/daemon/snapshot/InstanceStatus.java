package org.jkeepalived.daemon.snapshot;

import static org.jkeepalived.daemon.snapshot.GlobalStatus.micros;
import static org.jkeepalived.daemon.snapshot.GlobalStatus.orEmpty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.dump.AddressSnapshot;
import org.jkeepalived.daemon.dump.CounterSnapshot;
import org.jkeepalived.daemon.dump.DumpState;
import org.jkeepalived.daemon.dump.InstanceSnapshot;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.FaultReason;
import org.jkeepalived.vrrp.RouterCounters;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;

/** vrrp_instances as dumps show them. */
final class InstanceStatus {
    private static final int DEFAULT_TTL = 255;
    private static final int NO_TTL = -1;

    private final DaemonSnapshot situation;
    private final Sockets sockets;

    private InstanceStatus(DaemonSnapshot situation, Sockets sockets) {
        this.situation = situation;
        this.sockets = sockets;
    }

    static List<InstanceSnapshot> all(DaemonSnapshot situation, Sockets sockets) {
        Map<String, InstanceSettings> settings = new HashMap<>();
        situation.configuration().instances().forEach(instance -> settings.put(instance.name(), instance));
        InstanceStatus status = new InstanceStatus(situation, sockets);
        List<InstanceSnapshot> all = new ArrayList<>();
        for (RouterSnapshot router : situation.routers().routers()) {
            InstanceSettings own = settings.get(router.parameters().name());
            if (own != null) {
                all.add(status.instance(router, own));
            }
        }
        return all;
    }

    static DumpState state(RouterState state) {
        return switch (state) {
            case INIT -> DumpState.INIT;
            case BACKUP -> DumpState.BACKUP;
            case MASTER -> DumpState.MASTER;
            case FAULT -> DumpState.FAULT;
            case DELETED -> DumpState.DELETED;
            case STOP -> DumpState.STOP;
        };
    }

    private InstanceSnapshot instance(RouterSnapshot router, InstanceSettings settings) {
        WallClock clock = situation.clock();
        Sockets.Pair pair = sockets.pair(router);
        return new InstanceSnapshot(settings.name(), settings.version(),
                router.parameters().family() == AddressFamily.IPV6, orEmpty(router.group()), state(router.state()),
                state(router.wantState()), currentMaster(router), faults(router),
                clock.epochMicrosOf(router.lastTransitionNanos()), clock.epochMicrosOf(router.electionDeadlineNanos()),
                micros(router.masterDownNanos()), settings.interfaceName(),
                router.sourceAddress() == null ? "" : router.sourceAddress().toString(),
                settings.sourceAddress() != null, transport(router, settings), GlobalStatus.garp(settings.garp()),
                options(settings), settings.virtualRouterId(), settings.priority(), router.effectivePriority(),
                router.totalPriority(), micros(settings.advertIntervalNanos()),
                settings.password() == null
                        ? InstanceSnapshot.Authentication.NONE
                        : InstanceSnapshot.Authentication.PASS,
                addresses(settings.addresses(), router.addressesSet()),
                addresses(settings.excludedAddresses(), router.addressesSet()), router.addressesSet(), pair.in(),
                pair.out(), TrackStatus.interfaces(settings.trackInterfaces()),
                TrackStatus.trackedScripts(settings.trackScripts()), TrackStatus.commands(settings.notifyScripts()),
                counters(router.counters()));
    }

    private static InstanceSnapshot.CurrentMaster currentMaster(RouterSnapshot router) {
        return router.masterAddress() == null
                ? null
                : new InstanceSnapshot.CurrentMaster(router.masterAddress().toString(), router.masterPriority(),
                        micros(router.masterIntervalNanos()));
    }

    private static InstanceSnapshot.Faults faults(RouterSnapshot router) {
        int configuration = 0;
        int trackers = 0;
        for (FaultReason fault : router.faults()) {
            switch (fault) {
                case FaultReason.Configuration _ -> configuration++;
                case FaultReason.InterfaceDown _ -> trackers++;
                case FaultReason.InterfaceMissing _ -> trackers++;
                case FaultReason.NoSourceAddress _ -> trackers++;
                case FaultReason.TrackerDown _ -> trackers++;
            }
        }
        return new InstanceSnapshot.Faults(configuration, trackers, router.trackersPending());
    }

    private InstanceSnapshot.Transport transport(RouterSnapshot router, InstanceSettings settings) {
        if (!settings.unicast()) {
            return new InstanceSnapshot.Multicast(String.valueOf(router.parameters().multicastGroup()),
                    situation.links().index(settings.interfaceName()));
        }
        List<InstanceSnapshot.Peer> peers = settings.unicastPeers()
                .stream()
                .map(peer -> new InstanceSnapshot.Peer(peer.address().toString(), peer.minTtl(), peer.maxTtl()))
                .toList();
        int ttl = settings.unicastTtl() == NO_TTL ? DEFAULT_TTL : settings.unicastTtl();
        return new InstanceSnapshot.Unicast(ttl, settings.checkUnicastSource(), settings.v3ChecksumAsV2(), peers);
    }

    private static InstanceSnapshot.Options options(InstanceSettings settings) {
        return new InstanceSnapshot.Options(!settings.trackPrimary(), settings.skipCheckAdvAddr(), settings.strict(),
                settings.downTimerAdverts(), settings.lowerPrioNoAdvert(), settings.higherPrioSendAdvert(),
                settings.accept(), settings.nopreempt(), micros(settings.preemptDelayNanos()), false,
                settings.smtpAlert(), settings.notifyScripts().reportDeleted(), settings.notifyPriorityChanges(),
                settings.debug());
    }

    private List<AddressSnapshot> addresses(List<VirtualAddress> addresses, boolean set) {
        return addresses.stream().map(address -> address(address, set)).toList();
    }

    /** An address is set when its instance has set its addresses and the interface has it: the kernel may have refused this one. */
    private AddressSnapshot address(VirtualAddress address, boolean instanceSet) {
        var core = address.address();
        boolean set = instanceSet && situation.links().has(address.interfaceName(), core);
        String broadcast = address.broadcast() == null ? "" : address.broadcast().toString();
        return new AddressSnapshot(core.toString(), address.prefixLength(), core.family() == AddressFamily.IPV6,
                broadcast, address.interfaceName(), scope(address.scope()), orEmpty(address.label()), address.home(),
                address.preferredLifetimeSeconds(), set);
    }

    /** The names of iproute2's rt_scopes. */
    private static String scope(int scope) {
        return switch (scope) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(scope);
        };
    }

    private static CounterSnapshot counters(RouterCounters counters) {
        return new CounterSnapshot(counters.advertsReceived(), counters.advertsSent(), counters.becameMaster(),
                counters.releasedMaster(),
                new CounterSnapshot.PacketErrors(counters.lengthErrors(), counters.ttlErrors(), counters.typeErrors(),
                        counters.intervalErrors(), counters.addressListErrors()),
                new CounterSnapshot.AuthenticationErrors(counters.authenticationTypeUnknown(),
                        counters.authenticationTypeMismatch(), counters.authenticationFailures()),
                CounterSnapshot.ZERO.extension(), counters.priorityZeroReceived(), counters.priorityZeroSent());
    }
}
