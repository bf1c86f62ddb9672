package org.jkeepalived.daemon.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.event.ReadyHandler;
import org.jkeepalived.netlink.packet.ReceivedAdverts;
import org.jkeepalived.netlink.packet.VrrpReceiver;
import org.jkeepalived.vrrp.RouterParameters;

/** The sockets that hear adverts: one for each interface and family that a router uses. The loop's thread owns it. */
final class ReceiverPool implements AutoCloseable {

    private record Key(int interfaceIndex, String interfaceName, AddressFamily family) {}

    private final class Open implements ReadyHandler {
        private final VrrpReceiver receiver;
        private final AddressFamily family;
        private final Set<IpAddress> groups = new LinkedHashSet<>();

        Open(VrrpReceiver receiver, AddressFamily family) {
            this.receiver = receiver;
            this.family = family;
        }

        @Override
        public void ready() throws SystemCallException {
            drain(this);
        }
    }

    /** Bounds one drain, so that a flood cannot keep the loop from its timers. */
    private static final int BATCHES_PER_DRAIN = 64;

    private final Poller poller;
    private final LinkTable links;
    private final Consumer<String> log;
    private final AdvertListener listener;
    private final Map<Key, Open> open = new LinkedHashMap<>();
    /** The same, to walk through without an iterator. */
    private final List<Open> all = new ArrayList<>();
    private final ReceivedAdverts batch = new ReceivedAdverts();
    private final Set<String> complained = new LinkedHashSet<>();

    /** Told of each advert, on the loop's thread: the one at a position of a batch, which is reused. */
    @FunctionalInterface
    interface AdvertListener {
        void heard(ReceivedAdverts batch, int i, AddressFamily family, int interfaceIndex, long nowNanos);
    }

    ReceiverPool(Poller poller, LinkTable links, AdvertListener listener, Consumer<String> log) {
        this.poller = poller;
        this.links = links;
        this.listener = listener;
        this.log = log;
    }

    /** Opens and closes sockets until they are what these routers need on the interfaces that exist now. */
    void fit(Iterable<RouterParameters> routers) {
        Map<Key, Set<IpAddress>> needed = new HashMap<>();
        for (RouterParameters router : routers) {
            String name = router.identity().interfaceName();
            int index = links.index(name);
            if (index != 0) {
                Set<IpAddress> groups = needed.computeIfAbsent(new Key(index, name, router.family()),
                        _ -> new LinkedHashSet<>());
                if (!router.unicast()) {
                    groups.add(router.multicastGroup());
                }
            }
        }
        open.entrySet().removeIf(entry -> {
            if (needed.containsKey(entry.getKey())) {
                return false;
            }
            all.remove(entry.getValue());
            close(entry.getValue().receiver);
            return true;
        });
        needed.forEach(this::open);
    }

    private void open(Key key, Set<IpAddress> groups) {
        try {
            Open present = open.get(key);
            Open entry = present == null ? open(key) : present;
            for (IpAddress group : groups) {
                if (!entry.groups.contains(group)) {
                    entry.receiver.join(group);
                    entry.groups.add(group);
                }
            }
        } catch (SystemCallException e) {
            if (complained.add(key + e.getMessage())) {
                log.accept("cannot listen for adverts on " + key.interfaceName() + ": " + e.getMessage());
            }
        }
    }

    private Open open(Key key) throws SystemCallException {
        VrrpReceiver receiver = VrrpReceiver.open(key.family(), key.interfaceIndex(), key.interfaceName());
        Open opened = new Open(receiver, key.family());
        open.put(key, opened);
        all.add(opened);
        poller.register(receiver, opened);
        return opened;
    }

    /** Taken out of the poller first: a child that is being started may hold a copy, which would keep it readable there. */
    private void close(VrrpReceiver receiver) {
        try {
            poller.unregister(receiver);
        } catch (SystemCallException e) {
            log.accept("cannot stop waiting for " + receiver.interfaceName() + ": " + e.getMessage());
        }
        receiver.close();
    }

    /** Hands over everything that any socket has. */
    void drainAll() {
        for (int i = 0; i < all.size(); i++) {
            drain(all.get(i));
        }
    }

    private void drain(Open entry) {
        for (int round = 0; round < BATCHES_PER_DRAIN; round++) {
            int count = entry.receiver.receive(batch);
            long nowNanos = System.nanoTime();
            for (int i = 0; i < count; i++) {
                listener.heard(batch, i, entry.family, entry.receiver.interfaceIndex(), nowNanos);
            }
            if (count < ReceivedAdverts.CAPACITY) {
                return;
            }
        }
    }

    @Override
    public void close() {
        all.forEach(entry -> entry.receiver.close());
    }
}
