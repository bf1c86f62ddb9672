package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.Garp;

/** Gratuitous message settings; null where nothing was written. */
public final class GarpDraft {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long DEFAULT_DELAY_SECONDS = 5;
    private static final long DEFAULT_REPEAT = 5;

    /** Seconds. */
    public Long masterDelay;
    /** Packets. */
    public Long masterRepeat;
    /** Seconds. */
    public Long masterRefresh;
    /** Packets. */
    public Long masterRefreshRepeat;
    /** Seconds. */
    public Long lowerPrioDelay;
    /** Packets. */
    public Long lowerPrioRepeat;

    /** The settings of global_defs. */
    public Garp settings(boolean minimal) {
        long delay = value(masterDelay, minimal ? 0 : DEFAULT_DELAY_SECONDS);
        long repeat = value(masterRepeat, minimal ? 1 : DEFAULT_REPEAT);
        return new Garp(nanos(delay), count(repeat), nanos(value(masterRefresh, 0)),
                count(value(masterRefreshRepeat, 1)), nanos(value(lowerPrioDelay, delay)),
                count(value(lowerPrioRepeat, repeat)));
    }

    /** The settings of an instance, which inherits what it does not set. */
    public Garp settings(Garp inherited) {
        return new Garp(nanosOr(masterDelay, inherited.masterDelayNanos()),
                countOr(masterRepeat, inherited.masterRepeat()), nanosOr(masterRefresh, inherited.masterRefreshNanos()),
                countOr(masterRefreshRepeat, inherited.masterRefreshRepeat()),
                nanosOr(lowerPrioDelay, inherited.lowerPrioDelayNanos()),
                countOr(lowerPrioRepeat, inherited.lowerPrioRepeat()));
    }

    private static long value(Long written, long otherwise) {
        return written == null ? otherwise : written;
    }

    private static long nanosOr(Long seconds, long otherwise) {
        return seconds == null ? otherwise : nanos(seconds);
    }

    private static int countOr(Long packets, int otherwise) {
        return packets == null ? otherwise : count(packets);
    }

    private static long nanos(long seconds) {
        return seconds * NANOS_PER_SECOND;
    }

    private static int count(long packets) {
        return (int) Math.min(packets, Integer.MAX_VALUE);
    }
}
