package org.jkeepalived.netlink.route;

/**
 * Told by {@link RouteMonitor#follow} which routes and rules exist and which come and go.
 *
 * <p>The kernel is silent about some losses: IPv4 routes that go because their interface went down or lost an address
 * are not told, and of a route that another took the place of (NLM_F_REPLACE) the other alone is told, if it is of the
 * protocol that is followed. A dump shows what is left.
 */
public interface RoutingListener {
    /**
     * From here to {@link #dumpCompleted} everything of the group that exists is told, as if it had been added; what a
     * listener knows and is not told in between is gone. Comes when the group is followed, and when the kernel had to
     * drop events.
     */
    void dumpStarted(RoutingGroup group);

    /** @see #dumpStarted */
    void dumpCompleted(RoutingGroup group);

    /** A route is new, or exists, or has changed. */
    void routeAdded(KernelRoute route);

    void routeRemoved(KernelRoute route);

    /** @param rule equal to {@link RuleSpec#asTold} of the one that was asked for */
    void ruleAdded(RuleSpec rule);

    /** @param rule equal to {@link RuleSpec#asTold} of the one that was asked for */
    void ruleRemoved(RuleSpec rule);
}
