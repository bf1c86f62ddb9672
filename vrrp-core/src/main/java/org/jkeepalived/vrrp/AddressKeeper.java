package org.jkeepalived.vrrp;

import java.util.List;

/** Keeps a master's addresses set: puts back what others removed, tries again what could not be added. */
final class AddressKeeper {

    private static final long MAX_RETRY_NANOS = 32_000_000_000L;

    private final TimerQueue timers;
    private final Announcer announcer;

    AddressKeeper(TimerQueue timers, Announcer announcer) {
        this.timers = timers;
        this.announcer = announcer;
    }

    void removedByOthers(Router router, VirtualAddress address, long nowNanos, ActionSink out) {
        if (!isSetBy(router, address)) {
            return;
        }
        router.counters.addressesRestored++;
        out.accept(router.number, new Action.AddressRestored(address));
        add(router, List.of(address), nowNanos, out);
    }

    void notAdded(Router router, Event.AddressNotAdded failed, long nowNanos, ActionSink out) {
        if (!isSetBy(router, failed.address()) || router.addressesToRetry.contains(failed.address())) {
            return;
        }
        router.addressesToRetry.add(failed.address());
        int timer = router.timer(Router.TIMER_ADDRESS_RETRY);
        if (!timers.isScheduled(timer)) {
            timers.schedule(timer, nowNanos + router.addressRetryDelayNanos);
        }
        long delay = timers.deadline(timer) - nowNanos;
        out.accept(router.number, new Action.AddressRetryScheduled(failed.address(), failed.reason(), delay));
    }

    void retry(Router router, long nowNanos, ActionSink out) {
        List<VirtualAddress> again = List.copyOf(router.addressesToRetry);
        router.addressesToRetry.clear();
        router.addressRetryDelayNanos = Math.min(2 * router.addressRetryDelayNanos, MAX_RETRY_NANOS);
        if (!again.isEmpty()) {
            add(router, again, nowNanos, out);
        }
    }

    private void add(Router router, List<VirtualAddress> addresses, long nowNanos, ActionSink out) {
        out.accept(router.number, new Action.AddAddresses(addresses));
        announcer.announce(router, new Action.Announce(addresses, router.parameters.announcement().repeat()), nowNanos,
                out);
    }

    private static boolean isSetBy(Router router, VirtualAddress address) {
        return router != null && router.state == RouterState.MASTER && router.parameters.addresses().contains(address);
    }
}
