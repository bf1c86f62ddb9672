package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TransitionCause;

/**
 * Runs a scenario: rounds of trouble, each followed by quiet in which the network has to settle. Single threaded, no real time passes.
 * {@link Invariants} are checked after every event; the first one broken ends the run.
 */
public final class Simulation {

    private static final long MAX_WAKE_UP_LATENESS_NANOS = 400_000;
    private static final int QUIET_DOWN_INTERVALS = 3;
    private static final int MAX_FREEZE_DOWN_INTERVALS = 3;

    private final Scenario scenario;
    private final SeededRandom random;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final SimulatedLan lan;
    private final List<String> timeline = new ArrayList<>();
    private final long[] thawAtNanos;
    private final long[] steadySinceNanos;
    private final long downNanos;
    private String violation;
    private long nowNanos;
    private long lastTroubleNanos;
    private long lastNetworkTroubleNanos;
    private long events;
    private long adverts;
    private long transitions;

    public Simulation(Scenario scenario) {
        this.scenario = scenario;
        random = new SeededRandom(scenario.seed());
        for (NodeSpec spec : scenario.nodes()) {
            nodes.add(new SimulatedNode(spec, this));
        }
        lan = new SimulatedLan(random, this, nodes);
        thawAtNanos = new long[nodes.size()];
        steadySinceNanos = new long[nodes.size()];
        downNanos = Invariants.longestDownNanos(nodes, 0);
    }

    /** Runs to the end or to the first broken rule. */
    public SimulationReport run() {
        for (SimulatedNode node : nodes) {
            node.boot();
            check();
        }
        runFor(QUIET_DOWN_INTERVALS * downNanos);
        for (int round = 0; round < scenario.rounds() && violation == null; round++) {
            for (int trouble = 0; trouble < scenario.troublesPerRound() && violation == null; trouble++) {
                disturb();
                runFor(random.below(2 * downNanos));
            }
            healAll();
            runFor(QUIET_DOWN_INTERVALS * downNanos);
        }
        return new SimulationReport(scenario.seed(), events, adverts, transitions, timeline,
                Optional.ofNullable(violation));
    }

    private void runFor(long nanos) {
        long end = nowNanos + nanos;
        while (violation == null) {
            int node = nextNode();
            long timer = node < 0 ? Long.MAX_VALUE : wakeUp(node);
            long arrival = lan.nextArrivalNanos();
            long next = Math.min(timer, arrival);
            if (next > end) {
                break;
            }
            nowNanos = Math.max(nowNanos, next);
            if (arrival <= timer) {
                lan.deliverNext();
            } else if (nodes.get(node).frozen()) {
                thaw(node);
            } else {
                nowNanos += random.below(MAX_WAKE_UP_LATENESS_NANOS);
                deliverEarlier();
                nodes.get(node).fireTimers();
            }
            check();
        }
        nowNanos = Math.max(nowNanos, end);
    }

    /** A process that wakes up late finds what arrived meanwhile in its sockets. */
    private void deliverEarlier() {
        while (lan.nextArrivalNanos() <= nowNanos && violation == null) {
            lan.deliverNext();
            check();
        }
    }

    private int nextNode() {
        int next = -1;
        for (int i = 0; i < nodes.size(); i++) {
            if (wakeUp(i) != Long.MAX_VALUE && (next < 0 || wakeUp(i) < wakeUp(next))) {
                next = i;
            }
        }
        return next;
    }

    private long wakeUp(int node) {
        return nodes.get(node).frozen() ? thawAtNanos[node] : nodes.get(node).nextDeadlineNanos();
    }

    private void disturb() {
        int a = (int) random.below(nodes.size());
        int b = (a + 1 + (int) random.below(nodes.size() - 1)) % nodes.size();
        String direction = nodes.get(a).spec.name() + " -> " + nodes.get(b).spec.name();
        switch ((int) random.below(8)) {
            case 0, 1 -> {
                lan.cut(a, b, true);
                trouble("cut " + direction);
                lastNetworkTroubleNanos = nowNanos;
            }
            case 2 -> {
                lan.cut(a, b, true);
                lan.cut(b, a, true);
                trouble("cut " + direction + " both ways");
                lastNetworkTroubleNanos = nowNanos;
            }
            case 3 -> {
                int permille = (int) random.between(50, 900);
                lan.lose(a, b, permille);
                trouble("loss of " + permille + " per mille " + direction);
                lastNetworkTroubleNanos = nowNanos;
            }
            case 4 -> {
                lan.cut(a, b, false);
                lan.lose(a, b, 0);
                trouble("healed " + direction);
                lastNetworkTroubleNanos = nowNanos;
            }
            case 5 -> {
                lan.duplicate((int) random.below(500));
                note("duplicates");
            }
            case 6 -> freeze(a);
            default -> toggle(a);
        }
    }

    private void freeze(int index) {
        SimulatedNode node = nodes.get(index);
        if (node.running() && !node.frozen()) {
            long nanos = random.below(MAX_FREEZE_DOWN_INTERVALS * downNanos);
            node.freeze();
            thawAtNanos[index] = nowNanos + nanos;
            trouble(node.spec.name() + " frozen for " + nanos / 1_000_000L + " ms");
        }
    }

    private void thaw(int index) {
        steadySinceNanos[index] = nowNanos;
        trouble(nodes.get(index).spec.name() + " runs again");
        nodes.get(index).thaw();
    }

    /** A dead node boots; a live one crashes or stops. */
    private void toggle(int index) {
        SimulatedNode node = nodes.get(index);
        if (!node.running()) {
            trouble(node.spec.name() + " boots");
            node.boot();
        } else if (node.frozen() || random.chance(500)) {
            trouble(node.spec.name() + " crashes");
            node.crash();
        } else {
            trouble(node.spec.name() + " stops");
            node.stop();
        }
        check();
    }

    private void healAll() {
        lan.heal();
        trouble("network healed");
        lastNetworkTroubleNanos = nowNanos;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).frozen()) {
                thaw(i);
            } else if (!nodes.get(i).running() && random.chance(700)) {
                toggle(i);
            }
            check();
        }
    }

    private void check() {
        events++;
        if (violation == null) {
            boolean whole = lan.whole() && nodes.stream().noneMatch(SimulatedNode::frozen);
            String broken = Invariants.broken(nodes, whole ? nowNanos - lastTroubleNanos : 0);
            if (broken != null) {
                violation = "at " + time() + ": " + broken;
                note("BROKEN: " + broken);
            }
        }
    }

    private void trouble(String text) {
        lastTroubleNanos = nowNanos;
        note(text);
    }

    void note(String text) {
        timeline.add(time() + "  " + text);
    }

    private String time() {
        return String.format(Locale.ROOT, "%10.3f s", nowNanos / 1e9);
    }

    long now() {
        return nowNanos;
    }

    SimulatedLan lan() {
        return lan;
    }

    void stateChanged(SimulatedNode node, int router, Action.StateChanged changed) {
        transitions++;
        note(node.spec.name() + " router " + router + " " + changed.from() + " -> " + changed.to() + " ("
                + changed.cause() + ")");
        steadySinceNanos[nodes.indexOf(node)] = nowNanos;
        if (changed.cause() == TransitionCause.MASTER_DOWN_TIMEOUT && violation == null) {
            violation = usurped(node, router);
        }
    }

    /** Whoever times out must not have had a better master within hearing: not even when it was frozen itself meanwhile. */
    private String usurped(SimulatedNode node, int router) {
        long hearing = 3 * node.spec.parameters().routers().get(router).advertIntervalNanos() / 2;
        for (int i = 0; i < nodes.size(); i++) {
            SimulatedNode master = nodes.get(i);
            boolean audible = master != node && master.running() && !master.frozen()
                    && master.state(router) == RouterState.MASTER && nowNanos - steadySinceNanos[i] > hearing
                    && nowNanos - lastNetworkTroubleNanos > hearing && lan.whole();
            if (audible && master.effectivePriority(router) > node.effectivePriority(router)) {
                return "at " + time() + ": " + node.spec.name() + " usurped " + master.spec.name();
            }
        }
        return null;
    }

    /** Only a master advertises; a router that has just left MASTER may say so once. */
    void advertSent(SimulatedNode node, int router, int priority) {
        adverts++;
        if (priority > 0 && node.running() && node.state(router) != RouterState.MASTER && violation == null) {
            violation = "at " + time() + ": " + node.spec.name() + " sent an advert as " + node.state(router);
        }
    }
}
