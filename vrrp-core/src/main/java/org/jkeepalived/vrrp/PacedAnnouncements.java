package org.jkeepalived.vrrp;

import java.util.ArrayDeque;
import java.util.List;
import org.jkeepalived.net.AddressFamily;

/**
 * Announcements of interfaces that share a limit: one lane for gratuitous ARP, one for neighbour advertisements. The packets of a lane
 * leave one by one, at least its interval apart; a router has at most one burst waiting per lane, a newer one takes its place.
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
        final List<VirtualAddress> addresses;
        int next;
        int roundsLeft;

        Burst(Router router, List<VirtualAddress> addresses, int rounds) {
            this.router = router;
            this.addresses = addresses;
            roundsLeft = rounds;
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
            List<VirtualAddress> own = burst.addresses().stream().filter(a -> a.address().family() == family).toList();
            if (own.isEmpty() || burst.repeat() == 0) {
                return;
            }
            if (intervalNanos == 0) {
                out.accept(router.number, new Action.Announce(own, burst.repeat()));
                return;
            }
            waiting.removeIf(earlier -> earlier.router == router);
            waiting.add(new Burst(router, own, burst.repeat()));
            if (!timers.isScheduled(timer)) {
                long due = lastSentNanos + intervalNanos;
                if (due <= nowNanos) {
                    sendNext(nowNanos, out);
                } else {
                    timers.schedule(timer, due);
                }
            }
        }

        void sendNext(long nowNanos, ActionSink out) {
            timers.cancel(timer);
            Burst burst = waiting.peek();
            if (burst == null) {
                return;
            }
            out.accept(burst.router.number, new Action.Announce(List.of(burst.addresses.get(burst.next)), 1));
            lastSentNanos = nowNanos;
            if (++burst.next == burst.addresses.size()) {
                burst.next = 0;
                burst.roundsLeft--;
            }
            if (burst.roundsLeft == 0) {
                waiting.remove();
            }
            if (!waiting.isEmpty()) {
                timers.schedule(timer, nowNanos + intervalNanos);
            }
        }
    }
}
