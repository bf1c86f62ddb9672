package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;

/**
 * Keeps a master's resources in the kernel: puts back what others removed, tries again what was refused, and announces an address when the
 * kernel has it.
 *
 * <p>A lost resource is put back after {@link #SETTLE_NANOS}, so that news of the same breath is known before. Somebody who removes it again
 * and again is answered more and more slowly; after a minute of peace the quarrel is forgotten. An address is not put back before an address
 * of the host's own in the same network that vanished with it, and nothing is put back before a resource of an earlier kind that waits so.
 */
final class ResourceKeeper {

    private static final long SETTLE_NANOS = 5_000_000L;
    private static final long FIRST_WAIT_NANOS = 1_000_000_000L;
    private static final long LONGEST_WAIT_NANOS = 32_000_000_000L;
    private static final long PEACE_NANOS = 60_000_000_000L;
    private static final long LONGEST_HOLD_NANOS = 10_000_000_000L;

    private final TimerQueue timers;
    private final Announcer announcer;
    private final HostAddresses hostAddresses = new HostAddresses();

    ResourceKeeper(TimerQueue timers, Announcer announcer) {
        this.timers = timers;
        this.announcer = announcer;
    }

    void lost(Router router, Resource resource, long nowNanos, ActionSink out) {
        if (!resource.tracked() || !isHeldBy(router, resource)) {
            return;
        }
        ResourceTrouble trouble = router.troubles.get(resource);
        if (trouble == null) {
            trouble = new ResourceTrouble(resource);
            router.troubles.put(resource, trouble);
        } else if (trouble.isAway()) {
            return;
        }
        router.confirmed.remove(resource);
        if (nowNanos - trouble.restoredNanos > PEACE_NANOS) {
            trouble.backOffNanos = 0;
        }
        trouble.lostNanos = nowNanos;
        trouble.holdReported = false;
        enter(router, trouble, ResourceTrouble.Stage.LOST, restorationNanos(trouble, nowNanos));
        wake(router, trouble.dueNanos);
        long delay = trouble.dueNanos - nowNanos;
        if (delay > SETTLE_NANOS) {
            out.accept(router.number, new Action.ResourceRestorationDelayed(resource, delay));
        }
    }

    /** When a lost resource may be put back. */
    private static long restorationNanos(ResourceTrouble trouble, long nowNanos) {
        long settled = nowNanos + SETTLE_NANOS;
        return trouble.backOffNanos == 0 ? settled : Math.max(settled, trouble.restoredNanos + trouble.backOffNanos);
    }

    void refused(Router router, Event.ResourceRefused refusal, long nowNanos, ActionSink out) {
        Resource resource = refusal.resource();
        if (!isHeldBy(router, resource)) {
            return;
        }
        ResourceTrouble trouble = router.troubles.get(resource);
        if (trouble == null) {
            trouble = new ResourceTrouble(resource);
            router.troubles.put(resource, trouble);
        } else if (trouble.isAway()) {
            return;
        }
        router.confirmed.remove(resource);
        // What looks impossible may only lack something that is missing, too: a route its source address.
        if (refusal.permanent() && !earlierIsMissing(router, resource.kind())) {
            enter(router, trouble, ResourceTrouble.Stage.GIVEN_UP, Long.MAX_VALUE);
            out.accept(router.number, new Action.ResourceGivenUp(resource, refusal.reason()));
            return;
        }
        trouble.retryNanos = longer(trouble.retryNanos);
        enter(router, trouble, ResourceTrouble.Stage.REFUSED, nowNanos + trouble.retryNanos);
        wake(router, trouble.dueNanos);
        out.accept(router.number, new Action.ResourceRetryScheduled(resource, refusal.reason(), trouble.retryNanos));
    }

    private static boolean earlierIsMissing(Router router, ResourceKind kind) {
        for (int earlier = 0; earlier < kind.ordinal(); earlier++) {
            if (router.missingByKind[earlier] > 0) {
                return true;
            }
        }
        return false;
    }

    private static void enter(Router router, ResourceTrouble trouble, ResourceTrouble.Stage stage, long dueNanos) {
        int kind = trouble.resource.kind().ordinal();
        router.missingByKind[kind] -= trouble.isComing() ? 1 : 0;
        trouble.stage = stage;
        trouble.dueNanos = dueNanos;
        router.missingByKind[kind] += trouble.isComing() ? 1 : 0;
    }

    private static long longer(long waitNanos) {
        return waitNanos == 0 ? FIRST_WAIT_NANOS : Math.min(2 * waitNanos, LONGEST_WAIT_NANOS);
    }

    /** What was installed with confirmation is there: its announcement leaves with the timers of this turn. */
    void installed(Router router, Resource resource, long nowNanos) {
        if (!isHeldBy(router, resource)) {
            return;
        }
        ResourceTrouble trouble = router.troubles.get(resource);
        if (trouble != null) {
            if (trouble.isAway()) {
                return;
            }
            trouble.retryNanos = 0;
            enter(router, trouble, ResourceTrouble.Stage.RESTORED, Long.MAX_VALUE);
            if (trouble.backOffNanos == 0) {
                router.troubles.remove(resource);
            }
        }
        if (resource.announced()) {
            router.confirmed.add(resource);
            wake(router, nowNanos);
        }
    }

    /** Takes note of an address of the host's own; what was held back for it is due. */
    void hostAddressChanged(List<Router> routers, Event.HostAddressChanged change, long nowNanos) {
        hostAddresses.changed(change, nowNanos);
        if (!change.present()) {
            return;
        }
        for (Router router : routers) {
            for (ResourceTrouble trouble : router.troubles.values()) {
                if (trouble.stage == ResourceTrouble.Stage.HELD) {
                    enter(router, trouble, ResourceTrouble.Stage.LOST, nowNanos);
                    wake(router, nowNanos);
                }
            }
        }
    }

    /** Announces what was confirmed and asks the kernel again for what is due, all of it at once. */
    void fire(Router router, long nowNanos, ActionSink out) {
        if (!router.confirmed.isEmpty()) {
            List<Resource> fresh = List.copyOf(router.confirmed);
            router.confirmed.clear();
            announcer.announce(router, new Action.Announce(fresh, router.parameters.announcement().repeat()), nowNanos,
                    out);
        }
        for (ResourceTrouble trouble : router.troubles.values()) {
            if (trouble.dueNanos <= nowNanos && trouble.stage == ResourceTrouble.Stage.LOST) {
                holdForHost(router, trouble, nowNanos, out);
            }
        }
        ResourceTrouble[] awaited = awaitedByKind(router, nowNanos);
        List<Resource> due = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (ResourceTrouble trouble : router.troubles.values()) {
            if (trouble.dueNanos <= nowNanos && !waitsForEarlier(router, trouble, awaited)) {
                due.add(trouble.resource);
                ask(router, trouble, nowNanos, out);
            }
            next = Math.min(next, trouble.dueNanos);
        }
        if (!due.isEmpty()) {
            out.accept(router.number, new Action.Install(ResourceSet.byKind(due, true), true));
        }
        if (next != Long.MAX_VALUE) {
            wake(router, next);
        }
    }

    /** IPv4 only: elsewhere an address does not go when another one of its network goes. */
    private void holdForHost(Router router, ResourceTrouble trouble, long nowNanos, ActionSink out) {
        IpPrefix address = trouble.resource.address();
        long limit = trouble.lostNanos + LONGEST_HOLD_NANOS;
        if (address == null || address.address().family() != AddressFamily.IPV4 || nowNanos >= limit) {
            return;
        }
        IpPrefix awaited = hostAddresses.awaited(trouble.resource.interfaceName(), address, trouble.lostNanos);
        if (awaited == null) {
            return;
        }
        enter(router, trouble, ResourceTrouble.Stage.HELD, limit);
        if (!trouble.holdReported) {
            trouble.holdReported = true;
            out.accept(router.number, new Action.ResourceHeldBack(trouble.resource, awaited, limit - nowNanos));
        }
    }

    /** For each kind the resource that is held back, or will be put back within the time of a breath, and is so last. */
    private static ResourceTrouble[] awaitedByKind(Router router, long nowNanos) {
        ResourceTrouble[] last = new ResourceTrouble[router.missingByKind.length];
        for (ResourceTrouble trouble : router.troubles.values()) {
            boolean awaited = trouble.stage == ResourceTrouble.Stage.HELD
                    || trouble.stage == ResourceTrouble.Stage.LOST && trouble.dueNanos - nowNanos <= SETTLE_NANOS;
            int kind = trouble.resource.kind().ordinal();
            if (awaited && trouble.dueNanos > nowNanos
                    && (last[kind] == null || last[kind].dueNanos < trouble.dueNanos)) {
                last[kind] = trouble;
            }
        }
        return last;
    }

    /** Whether a lost resource that is due waits for one of an earlier kind; it is due with that one then. */
    private static boolean waitsForEarlier(Router router, ResourceTrouble trouble, ResourceTrouble[] awaited) {
        if (trouble.stage != ResourceTrouble.Stage.LOST) {
            return false;
        }
        for (int kind = 0; kind < trouble.resource.kind().ordinal(); kind++) {
            if (awaited[kind] != null) {
                enter(router, trouble, awaited[kind].stage, awaited[kind].dueNanos);
                return true;
            }
        }
        return false;
    }

    private static void ask(Router router, ResourceTrouble trouble, long nowNanos, ActionSink out) {
        if (trouble.stage != ResourceTrouble.Stage.REFUSED) {
            if (trouble.stage == ResourceTrouble.Stage.HELD && trouble.holdReported) {
                out.accept(router.number, new Action.ResourceHoldExpired(trouble.resource));
            }
            trouble.restoredNanos = nowNanos;
            trouble.backOffNanos = longer(trouble.backOffNanos);
            router.counters.addressesRestored++;
            out.accept(router.number, new Action.ResourceRestored(trouble.resource));
        }
        enter(router, trouble, ResourceTrouble.Stage.ASKED, Long.MAX_VALUE);
    }

    /** A reload took resources from the router. */
    void forget(Router router, Set<Resource> gone) {
        for (Resource resource : gone) {
            ResourceTrouble trouble = router.troubles.remove(resource);
            if (trouble != null) {
                enter(router, trouble, ResourceTrouble.Stage.RESTORED, Long.MAX_VALUE);
            }
            router.confirmed.remove(resource);
        }
    }

    /** The router is no longer master: nothing is missed any more. */
    void stop(Router router) {
        timers.cancel(router.timer(Router.TIMER_RESOURCES));
        router.troubles.clear();
        Arrays.fill(router.missingByKind, 0);
        router.confirmed.clear();
    }

    private void wake(Router router, long nanos) {
        int timer = router.timer(Router.TIMER_RESOURCES);
        if (!timers.isScheduled(timer) || timers.deadline(timer) > nanos) {
            timers.schedule(timer, nanos);
        }
    }

    private static boolean isHeldBy(Router router, Resource resource) {
        return router != null && router.state == RouterState.MASTER
                && router.parameters.resourceSet().contains(resource);
    }
}
