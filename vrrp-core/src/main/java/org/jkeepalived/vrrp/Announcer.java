package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends a master's announcements: bursts, second bursts, refreshes. */
final class Announcer {

    private final TimerQueue timers;
    private final PacingTable pacings;

    Announcer(TimerQueue timers, PacingTable pacings) {
        this.timers = timers;
        this.pacings = pacings;
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

    /** Announces those of the addresses that the kernel is not known to be without, each at the pace of its interface. */
    void announce(Router router, Action.Announce burst, long nowNanos, ActionSink out) {
        Action.Announce present = router.troubles.isEmpty() ? burst : withoutMissing(router, burst);
        if (present.resources().isEmpty() || present.repeat() == 0) {
            return;
        }
        if (pacings.isEmpty()) {
            out.accept(router.number, present);
        } else {
            pacings.announce(router, present, nowNanos, out);
        }
    }

    private static Action.Announce withoutMissing(Router router, Action.Announce burst) {
        List<Resource> present = new ArrayList<>(burst.resources().size());
        for (Resource resource : burst.resources()) {
            ResourceTrouble trouble = router.troubles.get(resource);
            if (trouble == null || !trouble.isAway()) {
                present.add(resource);
            }
        }
        return present.size() == burst.resources().size()
                ? burst
                : new Action.Announce(List.copyOf(present), burst.repeat());
    }

    /** The router is no longer master: nothing more is announced. */
    void stop(Router router) {
        timers.cancel(router.timer(Router.TIMER_SECOND_BURST));
        timers.cancel(router.timer(Router.TIMER_REFRESH));
        pacings.cancel(router);
    }

    /** Addresses that a reload took from a router are announced no more. */
    void forget(Router router, Set<Resource> gone) {
        pacings.forget(router, gone);
    }
}
