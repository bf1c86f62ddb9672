package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * An interface of the host.
 *
 * @param index 0 when it does not exist (any more)
 * @param ipv4Address the first one, empty when there is none
 * @param ipv6Address the link-local one, empty when there is none
 * @param mac empty when it has none
 * @param macBroadcast empty when it has none
 * @param hardwareType the ARP hardware type: 1 Ethernet, 772 loopback
 * @param delayGroup number of the group of interfaces with which it shares its pauses, 0 without one
 * @param tracking the instances that depend on it; 255 is the weight of one that uses but does not track it
 */
public record InterfaceSnapshot(
        String name,
        int index,
        String ipv4Address,
        String ipv6Address,
        String mac,
        String macBroadcast,
        Flags flags,
        boolean seenUp,
        long upDebounceMicros,
        long downDebounceMicros,
        int mtu,
        int hardwareType,
        boolean canChange,
        long garpIntervalMicros,
        long naIntervalMicros,
        int delayGroup,
        List<Tracked> tracking) {
    /** Copies the list. */
    public InterfaceSnapshot {
        tracking = List.copyOf(tracking);
    }

    /** Link flags. */
    public record Flags(boolean up, boolean running, boolean broadcast, boolean loopback, boolean multicast) {}
}
