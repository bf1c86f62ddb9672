package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends a master's announcements: bursts, second bursts, refreshes. */
final class Announcer {

    private static final long SHORTEST_CONTESTED_GAP_NANOS = 1_000_000_000L;

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

    /** A new master's first contested burst need not wait. */
    void mayContest(Router router, long nowNanos) {
        router.lastContestedNanos = nowNanos - contestedGapNanos(router);
    }

    /**
     * A master heard another one, of lower priority or on its way out: neighbours may have learned the wrong address. Whoever is on the network
     * can send such adverts as fast as he likes and from anywhere, and each would cause hundreds of frames: a burst comes at once or when the
     * last one is a second, or an advert interval, ago; what comes meanwhile is answered by that one.
     */
    void contested(Router router, long nowNanos, ActionSink out) {
        int timer = router.timer(Router.TIMER_CONTESTED);
        long earliest = router.lastContestedNanos + contestedGapNanos(router);
        if (nowNanos >= earliest) {
            timers.cancel(timer);
            contestedBurst(router, nowNanos, out);
        } else if (!timers.isScheduled(timer)) {
            timers.schedule(timer, earliest);
        }
    }

    private static long contestedGapNanos(Router router) {
        return Math.max(router.parameters.advertIntervalNanos(), SHORTEST_CONTESTED_GAP_NANOS);
    }

    void contestedBurst(Router router, long nowNanos, ActionSink out) {
        router.lastContestedNanos = nowNanos;
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
        timers.cancel(router.timer(Router.TIMER_CONTESTED));
        pacings.cancel(router);
    }

    /** Addresses that a reload took from a router are announced no more. */
    void forget(Router router, Set<Resource> gone) {
        pacings.forget(router, gone);
    }
}
