package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.SyncGroupParameters;
import org.jkeepalived.vrrp.Tracker;
import org.jkeepalived.vrrp.TrackerCondition;

/** The configuration of one host: random to begin with, and with random changes for reloads. */
record NodePlan(NetworkPlan network, int node, List<RouterPlan> routers) {

    private static final int VIRTUAL_ROUTERS = 3;

    NodePlan {
        routers = List.copyOf(routers);
    }

    RouterSetParameters parameters() {
        List<RouterParameters> all = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (RouterPlan router : routers) {
            all.add(router.parameters(network, node));
            if (router.grouped()) {
                members.add(router.name());
            }
        }
        List<SyncGroupParameters> groups = members.isEmpty()
                ? List.of()
                : List.of(new SyncGroupParameters("G" + members.size(), members));
        List<Tracker> trackers = List.of(new Tracker(RouterPlan.FAULT_TRACKER, TrackerCondition.UP),
                new Tracker(RouterPlan.WEIGHT_TRACKER, TrackerCondition.UP));
        return new RouterSetParameters(all, groups, trackers, List.of(), 0);
    }

    /** The plan of a virtual router, null where the host does not have it. */
    RouterPlan find(int virtualRouter) {
        for (RouterPlan router : routers) {
            if (router.virtualRouter() == virtualRouter) {
                return router;
            }
        }
        return null;
    }

    /** A changed configuration and, in the second place of the result, what was changed. */
    Change change(SeededRandom random) {
        int at = (int) random.below(routers.size());
        RouterPlan router = routers.get(at);
        return switch ((int) random.below(8)) {
            case 0, 1 -> priority(router, (int) random.between(1, 254));
            case 2, 3 -> {
                RouterPlan changed = router.withResources((int) random.between(1, 4), (int) random.below(3));
                yield new Change(replace(router, changed), "other resources of " + router.name());
            }
            case 4 -> {
                RouterPlan changed = router.withPreemption(random.chance(700),
                        random.below(2) * network.intervalNanos());
                yield new Change(replace(router, changed), "other preemption of " + router.name());
            }
            case 5 -> new Change(replace(router, router.withGrouped(!router.grouped())),
                    router.name() + (router.grouped() ? " leaves the group" : " joins the group"));
            case 6 -> routers.size() > 1 ? without(router) : new Change(this, "nothing");
            default -> withAnother(random);
        };
    }

    /** Members of a group have one priority: groups that want to be split never settle. */
    private Change priority(RouterPlan router, int priority) {
        List<RouterPlan> changed = new ArrayList<>();
        for (RouterPlan other : routers) {
            boolean follows = other == router || router.grouped() && other.grouped();
            changed.add(follows ? other.withPriority(priority) : other);
        }
        return new Change(new NodePlan(network, node, changed), "priority " + priority + " of " + router.name());
    }

    private Change without(RouterPlan router) {
        List<RouterPlan> left = new ArrayList<>(routers);
        left.remove(router);
        return new Change(new NodePlan(network, node, left), router.name() + " removed");
    }

    private Change withAnother(SeededRandom random) {
        for (int virtualRouter = 0; virtualRouter < VIRTUAL_ROUTERS; virtualRouter++) {
            if (find(virtualRouter) == null) {
                List<RouterPlan> more = new ArrayList<>(routers);
                more.add(new RouterPlan(virtualRouter, (int) random.between(1, 254), true, 0, 1, 0, false));
                return new Change(new NodePlan(network, node, more), "V" + virtualRouter + " added");
            }
        }
        return new Change(this, "nothing");
    }

    private NodePlan replace(RouterPlan before, RouterPlan after) {
        List<RouterPlan> changed = new ArrayList<>(routers);
        changed.set(changed.indexOf(before), after);
        return new NodePlan(network, node, changed);
    }

    /** A configuration and how it differs from the one before. */
    record Change(NodePlan plan, String what) {}
}
