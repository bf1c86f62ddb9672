package org.jkeepalived.daemon.snapshot;

import java.time.Instant;

/**
 * The same moment on the two clocks: what was measured on the monotonic one is shown on the other.
 *
 * @param nowNanos on the clock of {@link System#nanoTime}
 * @param epochMicros wall clock, microseconds since 1970
 */
public record WallClock(long nowNanos, long epochMicros) {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** This moment. */
    public static WallClock now() {
        long nowNanos = System.nanoTime();
        Instant now = Instant.now();
        return new WallClock(nowNanos, now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / NANOS_PER_MICRO);
    }

    /** Another moment of the monotonic clock on the wall clock; 0 and {@link Long#MAX_VALUE}, which mean never, are 0. */
    public long epochMicrosOf(long nanos) {
        return nanos == 0 || nanos == Long.MAX_VALUE ? 0 : epochMicros + (nanos - nowNanos) / NANOS_PER_MICRO;
    }
}
