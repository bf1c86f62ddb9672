package org.jkeepalived.netlink.route;

import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told of routes and rules. */
final class RoutingTranscript implements RoutingListener {
    final List<String> lines = new ArrayList<>();
    final List<KernelRoute> routes = new ArrayList<>();
    final List<RuleSpec> rules = new ArrayList<>();

    @Override
    public void dumpStarted(RoutingGroup group) {
        lines.add("dump " + group);
    }

    @Override
    public void dumpCompleted(RoutingGroup group) {
        lines.add("complete " + group);
    }

    @Override
    public void routeAdded(KernelRoute route) {
        lines.add("route " + route.key().destination());
        routes.add(route);
    }

    @Override
    public void routeRemoved(KernelRoute route) {
        lines.add("no route " + route.key().destination());
        routes.add(route);
    }

    @Override
    public void ruleAdded(RuleSpec rule) {
        lines.add("rule " + rule.priority());
        rules.add(rule);
    }

    @Override
    public void ruleRemoved(RuleSpec rule) {
        lines.add("no rule " + rule.priority());
        rules.add(rule);
    }
}
