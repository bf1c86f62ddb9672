package org.jkeepalived.vrrp;

/**
 * How many reports packets may cause: anybody on the network can send as many as he likes, each from another address. A few may come at once,
 * then one a second; what was left out is counted and said with the next one.
 */
final class ReportGate {

    private static final int AT_ONCE = 20;
    private static final long NANOS_PER_REPORT = 1_000_000_000L;

    private final Allowance allowance = new Allowance(AT_ONCE);
    private long suppressed;

    /** Whether a report may be made now. */
    boolean opens(int router, long nowNanos, ActionSink out) {
        if (!allowance.take(NANOS_PER_REPORT, nowNanos)) {
            suppressed++;
            return false;
        }
        if (suppressed > 0) {
            out.accept(router, new Action.ReportsSuppressed(suppressed));
            suppressed = 0;
        }
        return true;
    }
}
