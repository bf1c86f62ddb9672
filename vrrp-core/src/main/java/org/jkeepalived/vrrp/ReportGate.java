package org.jkeepalived.vrrp;

/**
 * How many reports packets may cause: anybody on the network can send as many as he likes, each from another address. A few may come at once,
 * then one a second; what was left out is counted and said with the next one.
 */
final class ReportGate {

    private static final int AT_ONCE = 20;
    private static final long NANOS_PER_REPORT = 1_000_000_000L;

    private int left = AT_ONCE;
    private long refilledNanos;
    private long suppressed;

    /** Whether a report may be made now. */
    boolean opens(int router, long nowNanos, ActionSink out) {
        long earned = (nowNanos - refilledNanos) / NANOS_PER_REPORT;
        if (left == AT_ONCE) {
            refilledNanos = nowNanos;
        } else if (earned > 0) {
            left = (int) Math.min(AT_ONCE, left + earned);
            refilledNanos += earned * NANOS_PER_REPORT;
        }
        if (left == 0) {
            suppressed++;
            return false;
        }
        left--;
        if (suppressed > 0) {
            out.accept(router, new Action.ReportsSuppressed(suppressed));
            suppressed = 0;
        }
        return true;
    }
}
