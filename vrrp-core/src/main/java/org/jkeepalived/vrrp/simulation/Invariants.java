package org.jkeepalived.vrrp.simulation;

import java.util.List;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** What must hold after every event. */
final class Invariants {

    private Invariants() {}

    /** The first rule that is broken now, or null. */
    static String broken(List<SimulatedNode> nodes, long wholeForNanos) {
        int routers = nodes.getFirst().spec.parameters().routers().size();
        for (int router = 0; router < routers; router++) {
            String broken = addressesFollowState(nodes, router);
            if (broken == null && wholeForNanos > 3 * longestDownNanos(nodes, router) / 2) {
                broken = oneMaster(nodes, router);
            }
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    private static String addressesFollowState(List<SimulatedNode> nodes, int router) {
        for (SimulatedNode node : nodes) {
            if (node.holdsAddresses(router) != (node.state(router) == RouterState.MASTER)) {
                return node.spec.name() + " is " + node.state(router)
                        + (node.holdsAddresses(router) ? " with" : " without") + " the address of router " + router;
            }
        }
        return null;
    }

    /** Exactly one master among the live nodes; with preemption one of the highest priority. */
    private static String oneMaster(List<SimulatedNode> nodes, int router) {
        int masters = 0;
        int masterPriority = 0;
        int highest = 0;
        int live = 0;
        boolean preempt = true;
        for (SimulatedNode node : nodes) {
            if (node.running()) {
                live++;
                highest = Math.max(highest, node.effectivePriority(router));
                preempt &= node.spec.parameters().routers().get(router).election().preempt();
                if (node.state(router) == RouterState.MASTER) {
                    masters++;
                    masterPriority = node.effectivePriority(router);
                }
            }
        }
        if (live > 0 && masters != 1) {
            return masters + " nodes are MASTER of router " + router + " in a whole network";
        }
        return live > 0 && preempt && masterPriority != highest
                ? "priority " + masterPriority + " is MASTER of router " + router + " where " + highest + " preempts"
                : null;
    }

    /** The down interval of the slowest node, by the slowest clock. */
    static long longestDownNanos(List<SimulatedNode> nodes, int router) {
        long longest = 0;
        for (SimulatedNode node : nodes) {
            RouterParameters parameters = node.spec.parameters().routers().get(router);
            long interval = parameters.advertIntervalNanos();
            long skewUnit = parameters.version() == ProtocolVersion.V2 ? 1_000_000_000L : interval;
            long down = parameters.election().downTimerAdverts() * interval
                    + (256 - parameters.election().priority()) * skewUnit / 256;
            longest = Math.max(longest, down + down / 1_000_000L * Math.max(0, -node.spec.driftPpm()));
        }
        return longest;
    }
}
