package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.net.IpPrefix;

/** The addresses of the host's own: which are there, and which vanished when. */
final class HostAddresses {

    /** A loss of a router's address and one of the host's this far apart have one cause. */
    private static final long SAME_BREATH_NANOS = 1_000_000_000L;
    /** Longer than the longest wait between a loss and the decision about it. */
    private static final long REMEMBERED_NANOS = 60_000_000_000L;

    private record Vanished(String interfaceName, IpPrefix address, long atNanos) {}

    private final Map<String, List<IpPrefix>> present = new HashMap<>();
    private final List<Vanished> vanished = new ArrayList<>();

    void changed(Event.HostAddressChanged change, long nowNanos) {
        String name = change.interfaceName();
        IpPrefix address = change.address();
        List<IpPrefix> there = present.get(name);
        if (there == null) {
            there = new ArrayList<>();
            present.put(name, there);
        }
        if (change.present()) {
            if (!there.contains(address)) {
                there.add(address);
            }
            if (!vanished.isEmpty()) {
                vanished.removeIf(gone -> gone.interfaceName().equals(name) && gone.address().sameNetwork(address));
            }
        } else {
            there.remove(address);
            vanished.removeIf(gone -> nowNanos - gone.atNanos() > REMEMBERED_NANOS);
            vanished.add(new Vanished(name, address, nowNanos));
        }
    }

    /**
     * The address of the host's own that is to be back on an interface before an address of the same network that was lost at a moment: one that
     * vanished within a second of it, while no other of that network is left.
     *
     * @return null when there is nothing to wait for
     */
    IpPrefix awaited(String interfaceName, IpPrefix lost, long lostAtNanos) {
        IpPrefix awaited = null;
        for (Vanished gone : vanished) {
            if (gone.interfaceName().equals(interfaceName) && gone.address().sameNetwork(lost)
                    && Math.abs(gone.atNanos() - lostAtNanos) <= SAME_BREATH_NANOS) {
                awaited = gone.address();
            }
        }
        if (awaited != null) {
            for (IpPrefix left : present.getOrDefault(interfaceName, List.of())) {
                if (left.sameNetwork(lost)) {
                    return null;
                }
            }
        }
        return awaited;
    }
}
