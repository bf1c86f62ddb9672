package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** Works out what a reload changes, and changes a router that stays in place. */
final class Reconfigurer {

    private final TimerQueue timers;
    private final Announcer announcer;
    private final ResourceKeeper keeper;
    private final Faults faults;

    Reconfigurer(TimerQueue timers, Announcer announcer, ResourceKeeper keeper, Faults faults) {
        this.timers = timers;
        this.announcer = announcer;
        this.keeper = keeper;
        this.faults = faults;
    }

    /** @param slots routers by number, null where a number is free */
    static Reconfiguration plan(List<Router> slots, RouterSetParameters after) {
        Map<RouterIdentity, Router> present = new HashMap<>();
        for (Router router : slots) {
            if (router != null) {
                present.put(router.parameters.identity(), router);
            }
        }
        List<Reconfiguration.Kept> kept = new ArrayList<>();
        List<Reconfiguration.Added> added = new ArrayList<>();
        int free = 0;
        for (RouterParameters parameters : after.routers()) {
            Router router = present.remove(parameters.identity());
            if (router != null) {
                kept.add(new Reconfiguration.Kept(router.number, router.parameters, parameters));
            } else {
                while (free < slots.size() && slots.get(free) != null) {
                    free++;
                }
                added.add(new Reconfiguration.Added(free++, parameters));
            }
        }
        List<Reconfiguration.Removed> removed = new ArrayList<>();
        for (Router router : slots) {
            if (router != null && present.containsKey(router.parameters.identity())) {
                removed.add(new Reconfiguration.Removed(router.number, router.parameters));
            }
        }
        return new Reconfiguration(after, kept, added, removed);
    }

    /**
     * Gives a router new parameters. It keeps its state, its master and its timers; the next advert of a master has the new contents and comes
     * no later than before; resources change in place, and new addresses are announced when the kernel has them.
     */
    void update(Router router, RouterParameters after, long nowNanos, ActionSink out) {
        RouterParameters before = router.parameters;
        if (before.equals(after)) {
            return;
        }
        long downBefore = router.masterDownNanos();
        router.parameters = after;
        router.interfaceIndex = after.interfaceIndex();
        router.source = after.sourceAddress();
        if (router.masterAddress == null || after.version() == ProtocolVersion.V2) {
            router.masterIntervalNanos = after.advertIntervalNanos();
        }
        changePreemptDelay(router, before.election(), after.election(), nowNanos, out);
        router.prepare();
        moveElectionTimer(router, downBefore, nowNanos);
        faults.sourceChanged(router, out);
        faults.configurationChanged(router, out);
        if (router.state == RouterState.MASTER) {
            if (before.resourceSet() != after.resourceSet()) {
                changeResources(router, before.resources(), after.resources(), out);
            }
            if (before.announcement().refreshNanos() != after.announcement().refreshNanos()) {
                announcer.startRefreshes(router, nowNanos);
            }
        }
    }

    /** A delay that runs starts again with its new length, as in keepalived. */
    private static void changePreemptDelay(Router router, ElectionSettings before, ElectionSettings after,
            long nowNanos, ActionSink out) {
        long delay = after.preempt() ? after.preemptDelayNanos() : 0;
        if (router.preemptDelayEndNanos == 0 || delay == before.preemptDelayNanos()) {
            return;
        }
        if (delay == 0) {
            router.preemptDelayEndNanos = 0;
        } else {
            router.preemptDelayEndNanos = nowNanos + delay;
            out.accept(router.number, new Action.PreemptDelayStarted(delay));
        }
    }

    private void moveElectionTimer(Router router, long downBefore, long nowNanos) {
        int timer = router.timer(Router.TIMER_ELECTION);
        if (!timers.isScheduled(timer)) {
            return;
        }
        long deadline = timers.deadline(timer);
        if (router.state == RouterState.MASTER) {
            timers.schedule(timer, Math.min(deadline, nowNanos + router.parameters.advertIntervalNanos()));
        } else {
            timers.schedule(timer, Math.max(deadline + router.masterDownNanos() - downBefore, nowNanos));
        }
    }

    private void changeResources(Router router, List<Resource> before, List<Resource> after, ActionSink out) {
        Set<Resource> gone = difference(before, after);
        Set<Resource> fresh = difference(after, before);
        keeper.forget(router, gone);
        announcer.forget(router, gone);
        if (!gone.isEmpty()) {
            out.accept(router.number, new Action.Remove(ResourceSet.byKind(List.copyOf(gone), false)));
        }
        if (!fresh.isEmpty()) {
            out.accept(router.number, new Action.Install(ResourceSet.byKind(List.copyOf(fresh), true), true));
        }
        router.resourcesSet = !after.isEmpty();
    }

    /** The first list without what the second has, in its order. */
    private static Set<Resource> difference(List<Resource> of, List<Resource> without) {
        Set<Resource> left = new LinkedHashSet<>(of);
        for (Resource resource : without) {
            left.remove(resource);
        }
        return left;
    }
}
