package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.route.KernelRoute;
import org.jkeepalived.netlink.route.RouteKey;
import org.jkeepalived.netlink.route.RouteSpec;
import org.jkeepalived.netlink.route.RoutingGroup;
import org.jkeepalived.netlink.route.RoutingListener;
import org.jkeepalived.netlink.route.RuleSpec;

/**
 * Hears of routes and rules of protocol 18 that come and go, and finds the claims that have lost one. Loaded only where a configuration has
 * routes or rules. The loop's thread owns it.
 */
public final class RoutingWatch implements RoutingListener {
    private final Holdings holdings;
    private final Consumer<List<Claim>> lost;
    /** Claimed routes by what the kernel tells them by; made anew when claims have changed. */
    private final Map<RouteKey, List<RouteSpec>> routes = new HashMap<>();
    private int indexedGeneration = -1;
    private final Map<RoutingGroup, Set<Object>> dumped = new EnumMap<>(RoutingGroup.class);

    /** @param lost told the claims that have lost something, on the loop's thread */
    public RoutingWatch(Holdings holdings, Consumer<List<Claim>> lost) {
        this.holdings = holdings;
        this.lost = lost;
    }

    /** The groups in which something of ours could be lost. */
    public Set<RoutingGroup> groups() {
        Set<RoutingGroup> groups = EnumSet.noneOf(RoutingGroup.class);
        for (Object key : holdings.keys()) {
            if (key instanceof RouteSpec route && route.protocol() == RouteSpec.PROTOCOL_KEEPALIVED) {
                groups.add(route.family() == AddressFamily.IPV6 ? RoutingGroup.IPV6_ROUTES : RoutingGroup.IPV4_ROUTES);
            } else if (key instanceof RuleSpec rule && rule.protocol() == RouteSpec.PROTOCOL_KEEPALIVED) {
                groups.add(rule.family() == AddressFamily.IPV6 ? RoutingGroup.IPV6_RULES : RoutingGroup.IPV4_RULES);
            }
        }
        return groups;
    }

    private List<RouteSpec> claimed(KernelRoute route) {
        if (indexedGeneration != holdings.generation()) {
            routes.clear();
            for (Object key : holdings.keys()) {
                if (key instanceof RouteSpec spec) {
                    routes.computeIfAbsent(spec.key(), _ -> new ArrayList<>(1)).add(spec);
                }
            }
            indexedGeneration = holdings.generation();
        }
        return routes.getOrDefault(route.key(), List.of());
    }

    @Override
    public void dumpStarted(RoutingGroup group) {
        dumped.put(group, new HashSet<>());
    }

    @Override
    public void dumpCompleted(RoutingGroup group) {
        Set<Object> present = dumped.remove(group);
        if (present == null) {
            return;
        }
        List<Claim> losers = holdings
                .compare(key -> belongsTo(group, key) ? Boolean.valueOf(present.contains(key)) : null);
        if (!losers.isEmpty()) {
            lost.accept(losers);
        }
    }

    private static boolean belongsTo(RoutingGroup group, Object key) {
        return group.isRules()
                ? key instanceof RuleSpec rule && rule.family() == group.family()
                        && rule.protocol() == RouteSpec.PROTOCOL_KEEPALIVED
                : key instanceof RouteSpec route && route.family() == group.family()
                        && route.protocol() == RouteSpec.PROTOCOL_KEEPALIVED;
    }

    @Override
    public void routeAdded(KernelRoute route) {
        if (!dumped.isEmpty()) {
            for (RouteSpec spec : claimed(route)) {
                if (route.matches(spec)) {
                    noteDumped(spec, false, spec.family());
                }
            }
        }
    }

    private void noteDumped(Object key, boolean rules, AddressFamily family) {
        dumped.forEach((group, present) -> {
            if (group.isRules() == rules && group.family() == family) {
                present.add(key);
            }
        });
    }

    @Override
    public void routeRemoved(KernelRoute route) {
        for (RouteSpec spec : List.copyOf(claimed(route))) {
            if (route.matches(spec)) {
                tell(holdings.gone(spec));
            }
        }
    }

    @Override
    public void ruleAdded(RuleSpec rule) {
        if (!dumped.isEmpty()) {
            noteDumped(rule, true, rule.family());
        }
    }

    @Override
    public void ruleRemoved(RuleSpec rule) {
        tell(holdings.gone(rule));
    }

    private void tell(List<Claim> losers) {
        if (!losers.isEmpty()) {
            lost.accept(losers);
        }
    }
}
