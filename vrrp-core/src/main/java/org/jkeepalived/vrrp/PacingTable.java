package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;

/** The limits on announcements, and which router is under which. */
final class PacingTable {

    private static final int LANES = 2;

    private final List<PacedAnnouncements> pacings = new ArrayList<>();
    private List<AnnouncementPacing> configured = List.of();
    private TimerQueue timers = new TimerQueue();

    /** Unchanged limits keep what is waiting. */
    void configure(List<AnnouncementPacing> wanted, List<Router> routers) {
        if (!wanted.equals(configured)) {
            configured = wanted;
            pacings.clear();
            timers = new TimerQueue();
            for (AnnouncementPacing pacing : wanted) {
                pacings.add(new PacedAnnouncements(pacing.garpIntervalNanos(), pacing.gnaIntervalNanos(),
                        LANES * pacings.size(), timers));
            }
        }
        for (Router router : routers) {
            router.pacing = null;
            for (int i = 0; i < configured.size(); i++) {
                if (configured.get(i).interfaceNames().contains(router.parameters.identity().interfaceName())) {
                    router.pacing = pacings.get(i);
                }
            }
        }
    }

    long firstDeadline() {
        return timers.firstDeadline();
    }

    /** Sends what is due: with a late wake-up one packet per lane, never a catch-up burst. */
    void fire(long nowNanos, ActionSink out) {
        int left = timers.size();
        while (timers.firstDeadline() <= nowNanos && left-- > 0) {
            int timer = timers.firstId();
            pacings.get(timer / LANES).fire(timer % LANES, nowNanos, out);
        }
    }
}
