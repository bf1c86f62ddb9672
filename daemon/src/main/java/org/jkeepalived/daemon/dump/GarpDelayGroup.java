package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * Interfaces that share a pause between gratuitous packets.
 *
 * @param garpIntervalMicros 0 when gratuitous ARPs are sent without a pause
 * @param garpNextEpochMicros when the next one may be sent, 0 before the first
 * @param naIntervalMicros 0 when NAs are sent without a pause
 * @param naNextEpochMicros when the next one may be sent, 0 before the first
 */
public record GarpDelayGroup(
        int group,
        long garpIntervalMicros,
        long garpNextEpochMicros,
        long naIntervalMicros,
        long naNextEpochMicros,
        List<String> interfaces) {
    /** Copies the list. */
    public GarpDelayGroup {
        interfaces = List.copyOf(interfaces);
    }
}
