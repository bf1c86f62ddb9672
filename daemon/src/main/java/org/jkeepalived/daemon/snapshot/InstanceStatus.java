package org.jkeepalived.daemon.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.dump.AddressSnapshot;
import org.jkeepalived.daemon.dump.InstanceSnapshot;
import org.jkeepalived.daemon.dump.RouteSnapshot;
import org.jkeepalived.vrrp.FaultReason;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;

/** vrrp_instances as dumps show them. */
final class InstanceStatus {
    private static final int NANOS_PER_MICRO = 1_000;

    private final DaemonSnapshot situation;
    private final RouteEchoes echoes;
    private final Sockets sockets;

    private InstanceStatus(DaemonSnapshot situation, RouteEchoes echoes, Sockets sockets) {
        this.situation = situation;
        this.echoes = echoes;
        this.sockets = sockets;
    }

    static List<InstanceSnapshot> all(DaemonSnapshot situation, RouteEchoes echoes, Sockets sockets) {
        Map<String, InstanceSettings> settings = new HashMap<>();
        situation.configuration().instances().forEach(instance -> settings.put(instance.name(), instance));
        InstanceStatus status = new InstanceStatus(situation, echoes, sockets);
        List<InstanceSnapshot> all = new ArrayList<>();
        for (RouterSnapshot router : situation.routers().routers()) {
            InstanceSettings own = settings.get(router.parameters().name());
            if (own != null) {
                all.add(status.instance(router, own));
            }
        }
        return all;
    }

    private InstanceSnapshot instance(RouterSnapshot router, InstanceSettings settings) {
        WallClock clock = situation.clock();
        Sockets.Pair pair = sockets.pair(router);
        boolean set = router.resourcesSet();
        return new InstanceSnapshot(settings, state(router), wantedState(router, settings), currentMaster(router),
                faults(router), clock.epochMicrosOf(router.lastTransitionNanos()),
                clock.epochMicrosOf(router.electionDeadlineNanos()), router.masterDownNanos() / NANOS_PER_MICRO,
                router.sourceAddress() == null ? "" : router.sourceAddress().toString(),
                situation.links().index(settings.interfaceName()), router.effectivePriority(), router.totalPriority(),
                addresses(settings.addresses(), set), addresses(settings.excludedAddresses(), set), routes(settings),
                set, pair.in(), pair.out(), router.counters());
    }

    /** While the first result of a tracker is waited for, keepalived shows an instance in FAULT. */
    private static RouterState state(RouterSnapshot router) {
        return router.state() == RouterState.INIT ? RouterState.FAULT : router.state();
    }

    /** In FAULT an instance wants FAULT, but for the wait for a first result: then, and before, what is configured; BACKUP in a group. */
    private static RouterState wantedState(RouterSnapshot router, InstanceSettings settings) {
        return switch (router.state()) {
            case FAULT -> RouterState.FAULT;
            case INIT -> settings.state() == InitialState.MASTER && router.group() == null
                    ? RouterState.MASTER
                    : RouterState.BACKUP;
            default -> router.wantState();
        };
    }

    private static InstanceSnapshot.CurrentMaster currentMaster(RouterSnapshot router) {
        return router.masterAddress() == null
                ? null
                : new InstanceSnapshot.CurrentMaster(router.masterAddress().toString(), router.masterPriority(),
                        router.masterIntervalNanos() / NANOS_PER_MICRO);
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

    private List<AddressSnapshot> addresses(List<VirtualAddress> addresses, boolean set) {
        return addresses.stream().map(address -> address(address, set)).toList();
    }

    /** An address is set when its instance has set its addresses and the interface has it: the kernel may have refused this one. */
    private AddressSnapshot address(VirtualAddress address, boolean instanceSet) {
        return new AddressSnapshot(address,
                instanceSet && situation.links().has(address.interfaceName(), address.address()));
    }

    private List<RouteSnapshot> routes(InstanceSettings settings) {
        return settings.routes()
                .stream()
                .map(route -> new RouteSnapshot(route,
                        echoes.missesVirtual(route) && situation.resources().installed(settings.name(), route)))
                .toList();
    }
}
