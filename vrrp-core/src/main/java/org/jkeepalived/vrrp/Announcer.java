package org.jkeepalived.vrrp;

/** Sends a master's announcements: bursts, second bursts, refreshes. */
final class Announcer {

    private final TimerQueue timers;

    Announcer(TimerQueue timers) {
        this.timers = timers;
    }

    /** First burst of a new master, and the clocks of the later ones. */
    void takeOver(Router router, long nowNanos, ActionSink out) {
        AnnouncementSettings settings = router.parameters.announcement();
        burst(router, router.takeOverBurst, settings.delayNanos(), nowNanos, out);
        startRefreshes(router, nowNanos);
    }

    /** Starts or stops the refreshes as configured. */
    void startRefreshes(Router router, long nowNanos) {
        long refreshNanos = router.parameters.announcement().refreshNanos();
        if (refreshNanos > 0) {
            timers.schedule(router.timer(Router.TIMER_REFRESH), nowNanos + refreshNanos);
        } else {
            timers.cancel(router.timer(Router.TIMER_REFRESH));
        }
    }

    /** A master heard another one, of lower priority or on its way out: neighbours may have learned the wrong address. */
    void contested(Router router, long nowNanos, ActionSink out) {
        burst(router, router.lowerPriorityBurst, router.parameters.announcement().lowerPrioDelayNanos(), nowNanos, out);
    }

    /** One burst now, another after the delay when there is one. */
    private void burst(Router router, Action.Announce burst, long delayNanos, long nowNanos, ActionSink out) {
        announce(router, burst, nowNanos, out);
        if (delayNanos > 0) {
            router.secondBurst = burst;
            timers.schedule(router.timer(Router.TIMER_SECOND_BURST), nowNanos + delayNanos);
        }
    }

    void secondBurst(Router router, long nowNanos, ActionSink out) {
        announce(router, router.secondBurst, nowNanos, out);
    }

    void refresh(Router router, long nowNanos, ActionSink out) {
        announce(router, router.refreshBurst, nowNanos, out);
        startRefreshes(router, nowNanos);
    }

    void announce(Router router, Action.Announce burst, long nowNanos, ActionSink out) {
        if (router.pacing != null) {
            router.pacing.announce(router, burst, nowNanos, out);
        } else if (!burst.addresses().isEmpty() && burst.repeat() > 0) {
            out.accept(router.number, burst);
        }
    }

    /** The router is no longer master: nothing more is announced. */
    void stop(Router router) {
        timers.cancel(router.timer(Router.TIMER_SECOND_BURST));
        timers.cancel(router.timer(Router.TIMER_REFRESH));
        if (router.pacing != null) {
            router.pacing.cancel(router);
        }
    }
}
