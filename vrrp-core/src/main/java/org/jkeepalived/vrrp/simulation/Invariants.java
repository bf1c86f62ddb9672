package org.jkeepalived.vrrp.simulation;

import java.util.List;
import java.util.Set;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** What must hold: some of it after every event, some of it when the network has been whole for a while. */
final class Invariants {

    static final int VIRTUAL_ROUTERS = 3;

    private Invariants() {}

    /** The first rule that is broken now, or null. */
    static String broken(List<SimulatedNode> nodes, boolean settled) {
        for (int router = 0; router < VIRTUAL_ROUTERS; router++) {
            for (SimulatedNode node : nodes) {
                String broken = brokenOn(node, router);
                if (broken != null) {
                    return broken;
                }
            }
            if (settled) {
                String broken = oneMaster(nodes, router);
                if (broken != null) {
                    return broken;
                }
            }
        }
        return null;
    }

    /** Only a master has anything in the kernel, and FAULT has a reason. */
    private static String brokenOn(SimulatedNode node, int router) {
        RouterState state = node.state(router);
        if (state == null) {
            return null;
        }
        if (state != RouterState.MASTER && node.kernel.holdsAnyOf(node.number(router))) {
            return node.name() + " is " + state + " and holds " + node.kernel.heldBy(node.number(router));
        }
        if (!node.frozen() && state == RouterState.FAULT != faulty(node, router)) {
            return node.name() + " is " + state + " of router " + router
                    + (state == RouterState.FAULT ? " without" : " with") + " a reason for FAULT";
        }
        return null;
    }

    private static boolean faulty(SimulatedNode node, int router) {
        RouterPlan plan = node.plan().find(router);
        boolean faulty = node.faulty(router);
        for (RouterPlan other : node.plan().routers()) {
            faulty |= plan.grouped() && other.grouped() && node.faulty(other.virtualRouter());
        }
        return faulty;
    }

    /** When all is calm: a master's kernel has what is configured and nothing else, but for what is known to be missing. */
    static String brokenResources(SimulatedNode node, int router) {
        if (node.state(router) != RouterState.MASTER || node.frozen()) {
            return null;
        }
        RouterSnapshot snapshot = node.snapshot(router);
        Set<Resource> held = node.kernel.heldBy(node.number(router));
        for (Resource resource : snapshot.parameters().resources()) {
            boolean missing = snapshot.resourcesMissing().contains(resource);
            if (resource.tracked() && held.contains(resource) == missing) {
                return node.name() + (missing ? " misses" : " does not miss") + " " + resource + " of router " + router
                        + ", which is " + (missing ? "there" : "not there");
            }
        }
        for (Resource resource : held) {
            if (!snapshot.parameters().resourceSet().contains(resource)) {
                return node.name() + " still holds " + resource + " of router " + router;
            }
        }
        return null;
    }

    /** Exactly one master among those that can be, one of the highest priority where all preempt at once. */
    private static String oneMaster(List<SimulatedNode> nodes, int router) {
        int masters = 0;
        int masterPriority = 0;
        int highest = 0;
        int able = 0;
        boolean preempt = true;
        for (SimulatedNode node : nodes) {
            RouterState state = node.state(router);
            if (state == RouterState.MASTER || state == RouterState.BACKUP) {
                able++;
                int priority = node.effectivePriority(router);
                highest = Math.max(highest, priority);
                RouterPlan plan = node.plan().find(router);
                preempt &= plan.preempt() && plan.preemptDelayNanos() == 0;
                if (state == RouterState.MASTER) {
                    masters++;
                    masterPriority = priority;
                }
            }
        }
        boolean grouped = nodes.stream().anyMatch(node -> isGrouped(node, router));
        if (masters > 1 || able > 0 && masters == 0 && (!grouped || groupsAgree(nodes))) {
            return masters + " nodes are MASTER of router " + router + " in a whole network";
        }
        return masters == 1 && preempt && !grouped && masterPriority != highest
                ? "priority " + masterPriority + " is MASTER of router " + router + " where " + highest + " preempts"
                : null;
    }

    private static boolean isGrouped(SimulatedNode node, int router) {
        RouterPlan plan = node.plan().find(router);
        return plan != null && plan.grouped();
    }

    /** Whether every running node has the same routers in its group at one priority: groups that differ may block each other. */
    private static boolean groupsAgree(List<SimulatedNode> nodes) {
        for (SimulatedNode node : nodes) {
            int priority = 0;
            for (int router = 0; router < VIRTUAL_ROUTERS; router++) {
                boolean grouped = isGrouped(node, router);
                if (grouped != isGrouped(nodes.getFirst(), router)) {
                    return false;
                }
                int own = grouped ? node.plan().find(router).priority() : priority;
                if (priority != 0 && own != priority) {
                    return false;
                }
                priority = own;
            }
        }
        return true;
    }

    /** How long a whole network may take to agree, by the longest down interval and the preempt delays that are configured now. */
    static long settleNanos(List<SimulatedNode> nodes, long downNanos) {
        long delay = 0;
        for (SimulatedNode node : nodes) {
            for (RouterPlan router : node.plan().routers()) {
                delay = Math.max(delay, router.preemptDelayNanos());
            }
        }
        return 3 * downNanos / 2 + (delay > 0 ? downNanos + 2 * delay : 0);
    }

    /** The longest down interval of any router, by the slowest clock. */
    static long longestDownNanos(List<SimulatedNode> nodes) {
        long longest = 0;
        for (SimulatedNode node : nodes) {
            for (RouterParameters parameters : node.spec.plan().parameters().routers()) {
                longest = Math.max(longest, downNanos(parameters, node.spec.driftPpm()));
            }
        }
        return longest;
    }

    private static long downNanos(RouterParameters parameters, int driftPpm) {
        long interval = parameters.advertIntervalNanos();
        long skewUnit = parameters.version() == ProtocolVersion.V2 ? 1_000_000_000L : interval;
        long down = parameters.election().downTimerAdverts() * interval + skewUnit;
        return down + down / 1_000_000L * Math.max(0, -driftPpm);
    }
}
