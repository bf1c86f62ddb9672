package org.jkeepalived.vrrp;

/** Changes effective priorities. */
final class Priorities {

    private final TimerQueue timers;

    Priorities(TimerQueue timers) {
        this.timers = timers;
    }

    /** Base priority and weights, limited to 1..254; the owner's priority never changes. */
    static int effective(Router router, int total) {
        return router.owner()
                ? ElectionSettings.OWNER_PRIORITY
                : Math.clamp(total, 1, ElectionSettings.OWNER_PRIORITY - 1);
    }

    /** A master's next advert has the new priority; a backup's wait gets longer or shorter by the difference in skew. */
    void change(Router router, int priority, long nowNanos, ActionSink out) {
        int before = router.effectivePriority;
        if (priority == before) {
            return;
        }
        long downBefore = router.masterDownNanos();
        router.effectivePriority = priority;
        router.prepareAdvert();
        int timer = router.timer(Router.TIMER_ELECTION);
        if (router.state == RouterState.BACKUP && timers.isScheduled(timer)) {
            long deadline = timers.deadline(timer) + router.masterDownNanos() - downBefore;
            timers.schedule(timer, Math.max(deadline, nowNanos));
        }
        out.accept(router.number, new Action.EffectivePriorityChanged(before, priority, router.state));
    }

    /** An owner that gave way to another owner counts as owner again. */
    void restoreOwner(Router router, long nowNanos, ActionSink out) {
        if (router.owner()) {
            change(router, ElectionSettings.OWNER_PRIORITY, nowNanos, out);
        }
    }
}
