package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The limits on announcements, and which interface is under which. What counts is where an address lies, not where its router advertises. */
final class PacingTable {

    private static final int LANES = 2;

    private final List<PacedAnnouncements> pacings = new ArrayList<>();
    private final Map<String, PacedAnnouncements> byInterface = new HashMap<>();
    private List<AnnouncementPacing> configured = List.of();
    private TimerQueue timers = new TimerQueue();

    /** Unchanged limits keep what is waiting. */
    void configure(List<AnnouncementPacing> wanted) {
        if (wanted.equals(configured)) {
            return;
        }
        configured = wanted;
        pacings.clear();
        byInterface.clear();
        timers = new TimerQueue();
        for (AnnouncementPacing pacing : wanted) {
            PacedAnnouncements paced = new PacedAnnouncements(pacing.garpIntervalNanos(), pacing.gnaIntervalNanos(),
                    LANES * pacings.size(), timers);
            pacings.add(paced);
            for (String name : pacing.interfaceNames()) {
                byInterface.putIfAbsent(name, paced);
            }
        }
    }

    boolean isEmpty() {
        return pacings.isEmpty();
    }

    /** Announces at once what is under no limit, the rest at the pace of its interfaces. */
    void announce(Router router, Action.Announce burst, long nowNanos, ActionSink out) {
        List<Resource> unpaced = new ArrayList<>();
        Map<PacedAnnouncements, List<Resource>> paced = new LinkedHashMap<>();
        for (Resource resource : burst.resources()) {
            PacedAnnouncements pacing = byInterface.get(resource.interfaceName());
            (pacing == null ? unpaced : paced.computeIfAbsent(pacing, key -> new ArrayList<>())).add(resource);
        }
        if (!unpaced.isEmpty()) {
            out.accept(router.number, new Action.Announce(List.copyOf(unpaced), burst.repeat()));
        }
        for (Map.Entry<PacedAnnouncements, List<Resource>> part : paced.entrySet()) {
            router.paced = true;
            part.getKey().announce(router, new Action.Announce(part.getValue(), burst.repeat()), nowNanos, out);
        }
    }

    /** Takes back what a router has waiting. */
    void cancel(Router router) {
        if (router.paced) {
            router.paced = false;
            for (PacedAnnouncements pacing : pacings) {
                pacing.cancel(router);
            }
        }
    }

    /** Takes back what waits of some addresses of a router. */
    void forget(Router router, Set<Resource> gone) {
        if (router.paced && !gone.isEmpty()) {
            for (PacedAnnouncements pacing : pacings) {
                pacing.forget(router, gone);
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
