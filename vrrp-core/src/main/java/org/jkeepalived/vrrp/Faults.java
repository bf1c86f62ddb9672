package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;

/** Keeps a router's list of faults and its tracking results true to what is known, and reports changes of a running router. */
final class Faults {

    private final Trackers trackers;
    private final Priorities priorities;

    Faults(Trackers trackers, Priorities priorities) {
        this.trackers = trackers;
        this.priorities = priorities;
    }

    /** Applies the state of the router's interface. A missing interface is a fault even where its link state is not tracked. */
    void linkChanged(Router router, LinkState link, ActionSink out) {
        String name = router.parameters.identity().interfaceName();
        FaultReason down = new FaultReason.InterfaceDown(name);
        FaultReason missing = new FaultReason.InterfaceMissing(name);
        set(router, down, link == LinkState.DOWN && router.parameters.trackInterface(), out);
        set(router, missing, link == LinkState.MISSING, out);
    }

    void sourceChanged(Router router, ActionSink out) {
        set(router, new FaultReason.NoSourceAddress(), router.source == null, out);
    }

    void configurationChanged(Router router, ActionSink out) {
        List<String> texts = router.parameters.configurationFaults();
        for (FaultReason fault : List.copyOf(router.faults)) {
            if (fault instanceof FaultReason.Configuration(String text) && !texts.contains(text)) {
                set(router, fault, false, out);
            }
        }
        for (String text : texts) {
            set(router, new FaultReason.Configuration(text), true, out);
        }
    }

    /** Works out faults, pending results and priority from all trackers of the router. */
    void trackersChanged(Router router, long nowNanos, ActionSink out) {
        int total = router.parameters.election().priority();
        int pending = 0;
        List<Integer> down = new ArrayList<>();
        for (Tracking tracking : router.parameters.trackings()) {
            total += trackers.weight(tracking);
            pending += trackers.isPending(tracking) ? 1 : 0;
            if (trackers.isFault(tracking)) {
                down.add(tracking.trackerId());
            }
        }
        router.totalPriority = total;
        router.trackersPending = pending;
        for (FaultReason fault : List.copyOf(router.faults)) {
            if (fault instanceof FaultReason.TrackerDown(int id) && !down.contains(id)) {
                set(router, fault, false, out);
            }
        }
        for (int id : down) {
            set(router, new FaultReason.TrackerDown(id), true, out);
        }
        priorities.change(router, Priorities.effective(router, total), nowNanos, out);
    }

    private static void set(Router router, FaultReason reason, boolean present, ActionSink out) {
        boolean before = router.faults.contains(reason);
        if (before == present) {
            return;
        }
        if (present) {
            router.faults.add(reason);
            out.accept(router.number, new Action.FaultRaised(reason));
        } else {
            router.faults.remove(reason);
            out.accept(router.number, new Action.FaultCleared(reason));
        }
    }
}
