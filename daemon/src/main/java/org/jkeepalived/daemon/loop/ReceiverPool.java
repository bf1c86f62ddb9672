package org.jkeepalived.daemon.loop;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.jkeepalived.netlink.packet.ReceivedAdverts;
import org.jkeepalived.netlink.packet.VrrpReceiver;
import org.jkeepalived.vrrp.ActionSink;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** The sockets that hear adverts: one for each interface and family that a router uses. The loop's thread owns it. */
final class ReceiverPool implements AutoCloseable {

    private record Key(int interfaceIndex, String interfaceName, AddressFamily family) {}

    private static final class Open {
        private final VrrpReceiver receiver;
        private final AddressFamily family;
        private final Set<IpAddress> groups = new LinkedHashSet<>();

        Open(VrrpReceiver receiver, AddressFamily family) {
            this.receiver = receiver;
            this.family = family;
        }
    }

    /** Bounds one drain, so that a flood cannot keep the loop from its timers. */
    private static final int BATCHES_PER_DRAIN = 64;

    private final Poller poller;
    private final LinkTable links;
    private final Consumer<String> log;
    private final int firstToken;
    private final Map<Key, Integer> slots = new HashMap<>();
    private final List<Open> open = new ArrayList<>();
    private final ReceivedAdverts batch = new ReceivedAdverts();
    private final ReceivedAdvert advert = new ReceivedAdvert();
    private final Set<String> complained = new LinkedHashSet<>();

    /** @param firstToken the poller's tokens from here on are this pool's */
    ReceiverPool(Poller poller, LinkTable links, int firstToken, Consumer<String> log) {
        this.poller = poller;
        this.links = links;
        this.firstToken = firstToken;
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
        slots.entrySet().removeIf(entry -> {
            if (needed.containsKey(entry.getKey())) {
                return false;
            }
            close(open.set(entry.getValue(), null).receiver);
            return true;
        });
        needed.forEach(this::open);
    }

    private void open(Key key, Set<IpAddress> groups) {
        try {
            Integer slot = slots.get(key);
            if (slot == null) {
                VrrpReceiver receiver = VrrpReceiver.open(key.family(), key.interfaceIndex(), key.interfaceName());
                slot = freeSlot();
                open.set(slot, new Open(receiver, key.family()));
                slots.put(key, slot);
                poller.register(receiver, firstToken + slot);
            }
            Open entry = open.get(slot);
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

    /** Taken out of the poller first: a child that is being started may hold a copy, which would keep it readable there. */
    private void close(VrrpReceiver receiver) {
        try {
            poller.unregister(receiver);
        } catch (SystemCallException e) {
            log.accept("cannot stop waiting for " + receiver.interfaceName() + ": " + e.getMessage());
        }
        receiver.close();
    }

    private int freeSlot() {
        int free = open.indexOf(null);
        if (free < 0) {
            open.add(null);
            free = open.size() - 1;
        }
        return free;
    }

    /** Hands everything that this token's socket has to the routers. */
    void drain(int token, RouterSet routers, ActionSink out) {
        int slot = token - firstToken;
        Open entry = slot < open.size() ? open.get(slot) : null;
        if (entry != null) {
            drain(entry, routers, out);
        }
    }

    /** Hands everything that any socket has to the routers. */
    void drainAll(RouterSet routers, ActionSink out) {
        for (int slot = 0; slot < open.size(); slot++) {
            if (open.get(slot) != null) {
                drain(open.get(slot), routers, out);
            }
        }
    }

    private void drain(Open entry, RouterSet routers, ActionSink out) {
        for (int round = 0; round < BATCHES_PER_DRAIN; round++) {
            int count = entry.receiver.receive(batch);
            long nowNanos = System.nanoTime();
            for (int i = 0; i < count; i++) {
                advert.message(batch.buffer(), batch.payloadOffset(i), batch.payloadLength(i))
                        .header(entry.family, entry.receiver.interfaceIndex(), batch.hopLimit(i), batch.multicast(i))
                        .addresses(batch.sourceHigh(i), batch.sourceLow(i), batch.destinationHigh(i),
                                batch.destinationLow(i));
                routers.receive(advert, nowNanos, out);
            }
            if (count < ReceivedAdverts.CAPACITY) {
                return;
            }
        }
    }

    @Override
    public void close() {
        for (Open entry : open) {
            if (entry != null) {
                entry.receiver.close();
            }
        }
    }
}
