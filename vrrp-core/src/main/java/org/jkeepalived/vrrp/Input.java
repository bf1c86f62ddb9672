package org.jkeepalived.vrrp;

import java.util.Arrays;
import java.util.HexFormat;
import org.jkeepalived.net.IpAddress;

/**
 * Everything that can make a {@link RouterSet} do something, as a value that can be kept: the same inputs with the same times give the same
 * actions. The methods of the set are the quick way in, {@link RouterSet#step} the one for whoever replays what was recorded.
 */
public sealed interface Input {

    /** {@link RouterSet#start}. */
    record Started() implements Input {}

    /** {@link RouterSet#fireTimers}. */
    record TimersFired() implements Input {}

    /** {@link RouterSet#handle}. */
    record Happened(Event event) implements Input {}

    /** A reload: {@link RouterSet#plan} and {@link RouterSet#apply}. */
    record Reconfigured(RouterSetParameters parameters) implements Input {}

    /** {@link RouterSet#clearCounters}. */
    record CountersCleared() implements Input {}

    /** {@link RouterSet#stop}. */
    record Stopped() implements Input {}

    /**
     * A packet: {@link RouterSet#receive}.
     *
     * @param interfaceIndex index of the interface that it came in by
     * @param ttl its TTL or hop limit, -1 when unknown
     * @param multicast whether it was sent to a multicast group
     * @param source its sender
     * @param destination whom it was sent to, of the same family
     * @param message the bytes behind the IP header; not to be changed
     */
    record Received(
            int interfaceIndex,
            int ttl,
            boolean multicast,
            IpAddress source,
            IpAddress destination,
            byte[] message) implements Input {

        @Override
        public boolean equals(Object other) {
            return other instanceof Received that && interfaceIndex == that.interfaceIndex && ttl == that.ttl
                    && multicast == that.multicast && source.equals(that.source) && destination.equals(that.destination)
                    && Arrays.equals(message, that.message);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(message) + source.hashCode();
        }

        @Override
        public String toString() {
            return "Received[" + interfaceIndex + " ttl " + ttl + " " + source + " -> " + destination + " "
                    + HexFormat.of().formatHex(message) + "]";
        }
    }
}
