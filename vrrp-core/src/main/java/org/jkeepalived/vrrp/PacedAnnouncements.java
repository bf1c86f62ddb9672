package org.jkeepalived.vrrp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.net.AddressFamily;

/**
 * Announcements of interfaces that share a limit: one lane for gratuitous ARP, one for neighbour advertisements. The packets of a lane
 * leave one by one, at least its interval apart; a router has at most one burst waiting per lane, a newer one is joined with it.
 */
final class PacedAnnouncements {

    private final Lane[] lanes;

    /** @param firstTimer id of the timer of the first lane; the second lane has the next */
    PacedAnnouncements(long garpIntervalNanos, long gnaIntervalNanos, int firstTimer, TimerQueue timers) {
        lanes = new Lane[]{new Lane(AddressFamily.IPV4, garpIntervalNanos, firstTimer, timers),
            new Lane(AddressFamily.IPV6, gnaIntervalNanos, firstTimer + 1, timers)};
    }

    void announce(Router router, Action.Announce burst, long nowNanos, ActionSink out) {
        for (Lane lane : lanes) {
            lane.add(router, burst, nowNanos, out);
        }
    }

    /** Takes back what waits of some resources of a router. */
    void forget(Router router, Set<Resource> gone) {
        for (Lane lane : lanes) {
            lane.forget(router, gone);
        }
    }

    void cancel(Router router) {
        for (Lane lane : lanes) {
            lane.waiting.removeIf(burst -> burst.router == router);
        }
    }

    void fire(int lane, long nowNanos, ActionSink out) {
        lanes[lane].sendNext(nowNanos, out);
    }

    private static final class Burst {
        final Router router;
        List<Resource> resources;
        int next;
        int roundsLeft;

        Burst(Router router, List<Resource> resources, int rounds) {
            this.router = router;
            this.resources = resources;
            roundsLeft = rounds;
        }

        /** Drops addresses and keeps its place among the others; whether anything is left to send. */
        boolean goesOnWithout(Set<Resource> gone) {
            List<Resource> kept = new ArrayList<>();
            int keptBeforeNext = 0;
            for (int i = 0; i < resources.size(); i++) {
                if (!gone.contains(resources.get(i))) {
                    kept.add(resources.get(i));
                    keptBeforeNext += i < next ? 1 : 0;
                }
            }
            resources = kept;
            next = keptBeforeNext;
            endRound();
            return !kept.isEmpty() && roundsLeft > 0;
        }

        void endRound() {
            if (next == resources.size()) {
                next = 0;
                roundsLeft--;
            }
        }
    }

    private static final class Lane {
        final AddressFamily family;
        final long intervalNanos;
        final int timer;
        final TimerQueue timers;
        final ArrayDeque<Burst> waiting = new ArrayDeque<>();
        long lastSentNanos = Long.MIN_VALUE / 2;

        Lane(AddressFamily family, long intervalNanos, int timer, TimerQueue timers) {
            this.family = family;
            this.intervalNanos = intervalNanos;
            this.timer = timer;
            this.timers = timers;
        }

        void add(Router router, Action.Announce burst, long nowNanos, ActionSink out) {
            List<Resource> own = ofFamily(burst.resources());
            if (own.isEmpty() || burst.repeat() == 0) {
                return;
            }
            if (intervalNanos == 0) {
                out.accept(router.number, new Action.Announce(own, burst.repeat()));
                return;
            }
            waiting.add(joined(router, own, burst.repeat()));
            if (!timers.isScheduled(timer)) {
                long due = lastSentNanos + intervalNanos;
                if (due <= nowNanos) {
                    sendNext(nowNanos, out);
                } else {
                    timers.schedule(timer, due);
                }
            }
        }

        private List<Resource> ofFamily(List<Resource> resources) {
            List<Resource> own = new ArrayList<>(resources.size());
            for (Resource resource : resources) {
                if (resource.address().address().family() == family) {
                    own.add(resource);
                }
            }
            return own;
        }

        /** A burst in place of what the router has waiting; addresses that only the earlier one has are not lost. */
        private Burst joined(Router router, List<Resource> own, int rounds) {
            int roundsOfAll = rounds;
            Set<Resource> all = new LinkedHashSet<>(own);
            for (Burst earlier : waiting) {
                if (earlier.router == router && all.addAll(earlier.resources)) {
                    roundsOfAll = Math.max(rounds, earlier.roundsLeft);
                }
            }
            waiting.removeIf(earlier -> earlier.router == router);
            return new Burst(router, List.copyOf(all), roundsOfAll);
        }

        private void forget(Router router, Set<Resource> gone) {
            waiting.removeIf(burst -> burst.router == router && !burst.goesOnWithout(gone));
        }

        void sendNext(long nowNanos, ActionSink out) {
            timers.cancel(timer);
            Burst burst = waiting.peek();
            if (burst == null) {
                return;
            }
            out.accept(burst.router.number, new Action.Announce(List.of(burst.resources.get(burst.next)), 1));
            lastSentNanos = nowNanos;
            burst.next++;
            burst.endRound();
            if (burst.roundsLeft == 0) {
                waiting.remove();
            }
            if (!waiting.isEmpty()) {
                timers.schedule(timer, nowNanos + intervalNanos);
            }
        }
    }
}
