package org.jkeepalived.daemon.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.dump.SocketSnapshot;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSnapshot;

/**
 * The pairs of sockets that instances share, as keepalived groups them. Their numbers here count up from keepalived's first one: they tell
 * pairs apart, and those that are open from those that are not.
 */
final class Sockets {
    private static final int FIRST_DESCRIPTOR = 13;
    private static final int NOT_OPEN = -1;

    private record Key(
            String interfaceName,
            AddressFamily family,
            boolean authenticationHeader,
            boolean unicast,
            IpAddress unicastSource) {}

    /** A pair's numbers, both -1 when it is not open. */
    record Pair(int in, int out) {}

    private final Map<Key, Pair> pairs = new LinkedHashMap<>();
    private final Map<Key, List<SocketSnapshot.Member>> members = new HashMap<>();
    private final Map<Key, Long> buffers = new HashMap<>();
    private final Map<String, InstanceSettings> settings = new HashMap<>();

    private Sockets() {}

    static Sockets of(DaemonSnapshot situation) {
        Sockets sockets = new Sockets();
        situation.configuration().instances().forEach(own -> sockets.settings.put(own.name(), own));
        int next = FIRST_DESCRIPTOR;
        for (RouterSnapshot router : situation.routers().routers()) {
            RouterParameters parameters = router.parameters();
            Key key = sockets.key(router);
            if (!sockets.pairs.containsKey(key)) {
                boolean open = situation.links().index(key.interfaceName()) != 0;
                sockets.pairs.put(key, open ? new Pair(next, next + 1) : new Pair(NOT_OPEN, NOT_OPEN));
                next += open ? 2 : 0;
            }
            sockets.members.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new SocketSnapshot.Member(parameters.name(), parameters.vrid()));
            InstanceSettings own = sockets.settings.get(parameters.name());
            if (own != null) {
                sockets.buffers.merge(key, ReceiveBuffers.bytes(own, situation.configuration().global().buffers(),
                        situation.links().mtu(key.interfaceName())), Long::sum);
            }
        }
        return sockets;
    }

    private Key key(RouterSnapshot router) {
        RouterParameters parameters = router.parameters();
        InstanceSettings own = settings.get(parameters.name());
        boolean header = own != null && own.authentication().type() == Authentication.Type.AH;
        return new Key(parameters.identity().interfaceName(), parameters.family(), header, parameters.unicast(),
                parameters.unicast() ? router.sourceAddress() : null);
    }

    Pair pair(RouterSnapshot router) {
        return pairs.get(key(router));
    }

    List<SocketSnapshot> snapshots() {
        List<SocketSnapshot> all = new ArrayList<>();
        pairs.forEach((key, pair) -> {
            String source = key.unicastSource() == null ? "" : key.unicastSource().toString();
            all.add(new SocketSnapshot(pair.in(), pair.out(), key.interfaceName(), key.family() == AddressFamily.IPV6,
                    key.authenticationHeader(), key.unicast(), source, buffers.getOrDefault(key, 0L),
                    members.get(key)));
        });
        return all;
    }
}
