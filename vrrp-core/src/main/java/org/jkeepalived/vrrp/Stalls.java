package org.jkeepalived.vrrp;

/** Reports that this process did not run for a while: once, however many routers notice it. */
final class Stalls {

    /**
     * A processor that was short, rather than a machine that was stopped. After so little nobody has lost sight of a master for good, and if
     * all masters of a busy host gave way and came back, it would be busier.
     */
    static final long SHORT_NANOS = 3_000_000_000L;

    private boolean noticed;
    private long noticedNanos;

    /** A router found that its timer is late: what was due before the last stall was noticed belongs to that stall. */
    void notice(Router router, long deadlineNanos, long nowNanos, ActionSink out) {
        router.counters.stalls++;
        if (!noticed || deadlineNanos - noticedNanos >= 0) {
            noticed = true;
            noticedNanos = nowNanos;
            out.accept(RouterSet.WHOLE_SET, new Action.StallNoticed(router.state, nowNanos - deadlineNanos));
        }
    }
}
