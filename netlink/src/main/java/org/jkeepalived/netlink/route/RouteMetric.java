package org.jkeepalived.netlink.route;

/**
 * A number of a route that TCP and IP work by: RTA_METRICS, ip-route(8).
 *
 * @param number RTAX_*: {@link #MTU} and so on
 * @param value 0 to 4294967295, in the kernel's unit
 * @param locked the kernel may not change it (RTAX_LOCK)
 */
public record RouteMetric(int number, long value, boolean locked) {
    public static final int MTU = 2;
    public static final int WINDOW = 3;
    /** In 1/8 milliseconds. */
    public static final int RTT = 4;
    /** In 1/4 milliseconds. */
    public static final int RTTVAR = 5;
    public static final int SSTHRESH = 6;
    public static final int CWND = 7;
    public static final int ADVMSS = 8;
    public static final int REORDERING = 9;
    public static final int HOPLIMIT = 10;
    public static final int INITCWND = 11;
    /** Bits: 1 is ECN. */
    public static final int FEATURES = 12;
    /** In milliseconds. */
    public static final int RTO_MIN = 13;
    public static final int INITRWND = 14;
    public static final int QUICKACK = 15;
    public static final int FASTOPEN_NO_COOKIE = 17;
}
