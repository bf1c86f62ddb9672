package org.jkeepalived.config.settings;

/** The numbers of a route that TCP and IP work by (rtnetlink(7), RTA_METRICS), in the order of the kernel's attributes. */
public enum RouteMetric {
    MTU("mtu", 2, true, RouteMetric.UNSIGNED_MAX),
    WINDOW("window", 3, false, RouteMetric.UNSIGNED_MAX),
    /** In 1/8 milliseconds. */
    RTT("rtt", 4, true, 960_000),
    /** In 1/4 milliseconds. */
    RTTVAR("rttvar", 5, true, 480_000),
    SSTHRESH("ssthresh", 6, true, RouteMetric.UNSIGNED_MAX),
    CWND("cwnd", 7, true, RouteMetric.UNSIGNED_MAX),
    ADVMSS("advmss", 8, true, RouteMetric.UNSIGNED_MAX),
    REORDERING("reordering", 9, true, RouteMetric.UNSIGNED_MAX),
    HOPLIMIT("hoplimit", 10, false, 255),
    INITCWND("initcwnd", 11, false, RouteMetric.UNSIGNED_MAX),
    /** Bits: 1 is ECN. */
    FEATURES("features", 12, false, 1),
    /** In milliseconds. */
    RTO_MIN("rto_min", 13, true, 120_000),
    INITRWND("initrwnd", 14, false, RouteMetric.UNSIGNED_MAX),
    QUICKACK("quickack", 15, false, 1),
    FASTOPEN_NO_COOKIE("fastopen_no_cookie", 17, false, 1);

    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    private final String word;
    private final int attribute;
    private final boolean lockable;
    private final long max;

    RouteMetric(String word, int attribute, boolean lockable, long max) {
        this.word = word;
        this.attribute = attribute;
        this.lockable = lockable;
        this.max = max;
    }

    /** The option's word. */
    public String word() {
        return word;
    }

    /** RTAX_*. */
    public int attribute() {
        return attribute;
    }

    /** Whether {@code lock} may stand before the value. */
    public boolean lockable() {
        return lockable;
    }

    /** The highest value, in the kernel's unit. */
    public long max() {
        return max;
    }

    /**
     * A value of a metric.
     *
     * @param value in the kernel's unit
     * @param locked the kernel may not change it
     */
    public record Value(long value, boolean locked) {}

    /** The option with its value. */
    public String asWritten(Value value) {
        String text = this == FEATURES ? "ecn" : Long.toString(value.value());
        return word + (value.locked() ? " lock " : " ") + text;
    }
}
