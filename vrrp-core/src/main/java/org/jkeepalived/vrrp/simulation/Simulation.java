package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TransitionCause;

/**
 * Runs a scenario: rounds of trouble, each followed by quiet in which the network has to settle. Single threaded, no real time passes.
 * {@link Invariants} are checked after every event; the first one broken ends the run.
 */
public final class Simulation {

    private static final long MAX_WAKE_UP_LATENESS_NANOS = 400_000;
    private static final int MAX_FREEZE_DOWN_INTERVALS = 3;
    /** Longer than the longest wait before a resource is tried again. */
    private static final long LONGEST_RETRY_NANOS = 33_000_000_000L;

    private final Scenario scenario;
    private final SeededRandom random;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final SimulatedLan lan;
    private final Disturbances disturbances;
    private final List<Recording> recordings = new ArrayList<>();
    private final boolean recorded;
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
        this(scenario, false);
    }

    /** @param recorded whether to keep all inputs and actions, for {@link #recordings} */
    public Simulation(Scenario scenario, boolean recorded) {
        this.scenario = scenario;
        this.recorded = recorded;
        random = new SeededRandom(scenario.seed());
        for (NodeSpec spec : scenario.nodes()) {
            nodes.add(new SimulatedNode(spec, this));
        }
        lan = new SimulatedLan(random, this, nodes);
        disturbances = new Disturbances(this, random);
        thawAtNanos = new long[nodes.size()];
        steadySinceNanos = new long[nodes.size()];
        downNanos = Invariants.longestDownNanos(nodes);
    }

    /** Runs to the end or to the first broken rule. */
    public SimulationReport run() {
        for (int node = 0; node < nodes.size(); node++) {
            boot(node);
            check();
        }
        runFor(quietNanos());
        for (int round = 0; round < scenario.rounds() && violation == null; round++) {
            for (int trouble = 0; trouble < scenario.troublesPerRound() && violation == null; trouble++) {
                disturb();
                runFor(random.below(2 * downNanos));
            }
            healAll();
            runFor(quietNanos());
            checkResources();
        }
        finish();
        return new SimulationReport(scenario.seed(), events, adverts, transitions, timeline,
                Optional.ofNullable(violation));
    }

    private long quietNanos() {
        return Invariants.settleNanos(nodes, downNanos) + 3 * downNanos / 2;
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

    private void boot(int index) {
        SimulatedNode node = nodes.get(index);
        node.boot();
        if (recorded) {
            recordings.add(node.recording());
        }
    }

    private void disturb() {
        int a = (int) random.below(nodes.size());
        int b = (a + 1 + (int) random.below(nodes.size() - 1)) % nodes.size();
        String direction = nodes.get(a).name() + " -> " + nodes.get(b).name();
        switch ((int) random.below(14)) {
            case 0, 1 -> {
                lan.cut(a, b, true);
                networkTrouble("cut " + direction);
            }
            case 2 -> {
                lan.cut(a, b, true);
                lan.cut(b, a, true);
                networkTrouble("cut " + direction + " both ways");
            }
            case 3 -> {
                int permille = (int) random.between(50, 900);
                lan.lose(a, b, permille);
                networkTrouble("loss of " + permille + " per mille " + direction);
            }
            case 4 -> {
                lan.cut(a, b, false);
                lan.lose(a, b, 0);
                networkTrouble("healed " + direction);
            }
            case 5 -> {
                lan.duplicate((int) random.below(500));
                note("duplicates");
            }
            case 6 -> freeze(a);
            case 7 -> toggle(a);
            default -> {
                disturbances.befall(nodes.get(a));
                check();
            }
        }
    }

    private void freeze(int index) {
        SimulatedNode node = nodes.get(index);
        if (node.running() && !node.frozen()) {
            long nanos = random.below(MAX_FREEZE_DOWN_INTERVALS * downNanos);
            node.freeze();
            thawAtNanos[index] = nowNanos + nanos;
            trouble(node.name() + " frozen for " + nanos / 1_000_000L + " ms");
        }
    }

    private void thaw(int index) {
        steadySinceNanos[index] = nowNanos;
        trouble(nodes.get(index).name() + " runs again");
        nodes.get(index).thaw();
    }

    /** A dead node boots; a live one crashes or stops. */
    private void toggle(int index) {
        SimulatedNode node = nodes.get(index);
        if (!node.running()) {
            trouble(node.name() + " boots");
            boot(index);
        } else if (node.frozen() || random.chance(500)) {
            trouble(node.name() + " crashes");
            node.crash();
        } else {
            trouble(node.name() + " stops");
            node.stop();
        }
        check();
    }

    private void healAll() {
        lan.heal();
        networkTrouble("network healed");
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).frozen()) {
                thaw(i);
            }
            disturbances.heal(nodes.get(i));
            if (!nodes.get(i).running() && random.chance(700)) {
                toggle(i);
            }
            check();
        }
    }

    private void checkResources() {
        for (SimulatedNode node : nodes) {
            for (int router = 0; router < Invariants.VIRTUAL_ROUTERS && violation == null; router++) {
                String broken = Invariants.brokenResources(node, router);
                if (broken != null) {
                    broken(broken);
                }
            }
        }
    }

    /** In the end everything is there that the kernel has not refused for good. */
    private void finish() {
        if (violation == null && !awaited().isEmpty()) {
            runFor(LONGEST_RETRY_NANOS);
            checkResources();
            if (violation == null && !awaited().isEmpty()) {
                broken("still missing after " + LONGEST_RETRY_NANOS / 1_000_000_000L + " s of quiet: " + awaited());
            }
        }
    }

    private List<String> awaited() {
        List<String> awaited = new ArrayList<>();
        for (SimulatedNode node : nodes) {
            for (int router = 0; router < Invariants.VIRTUAL_ROUTERS; router++) {
                for (Resource resource : node.awaited(router)) {
                    awaited.add(node.name() + " " + resource);
                }
            }
        }
        return awaited;
    }

    private void check() {
        events++;
        if (violation == null) {
            boolean whole = lan.whole() && nodes.stream().noneMatch(SimulatedNode::frozen);
            boolean settled = whole && nowNanos - lastTroubleNanos > Invariants.settleNanos(nodes, downNanos);
            String broken = Invariants.broken(nodes, settled);
            if (broken != null) {
                broken(broken);
            }
        }
    }

    /** A rule is broken: the run ends. */
    void broken(String rule) {
        if (violation == null) {
            violation = "at " + time() + ": " + rule;
            note("BROKEN: " + rule);
        }
    }

    private void trouble(String text) {
        lastTroubleNanos = nowNanos;
        note(text);
    }

    /** Trouble after which nobody is blamed for not having heard somebody else. */
    void networkTrouble(String text) {
        trouble(text);
        lastNetworkTroubleNanos = nowNanos;
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

    boolean recorded() {
        return recorded;
    }

    /** What every process of routers took and did, in the order of their starts; empty unless recorded. */
    public List<Recording> recordings() {
        return List.copyOf(recordings);
    }

    SimulatedLan lan() {
        return lan;
    }

    void stateChanged(SimulatedNode node, int router, Action.StateChanged changed) {
        transitions++;
        note(node.name() + " router " + router + " " + changed.from() + " -> " + changed.to() + " (" + changed.cause()
                + ")");
        steadySinceNanos[nodes.indexOf(node)] = nowNanos;
        if (changed.cause() == TransitionCause.MASTER_DOWN_TIMEOUT) {
            String usurped = usurped(node, router);
            if (usurped != null) {
                broken(usurped);
            }
        }
    }

    /** Whoever times out must not have had a better master within hearing: not even when it was frozen itself meanwhile. */
    private String usurped(SimulatedNode node, int router) {
        long hearing = 3 * scenario.network().intervalNanos() / 2;
        for (int i = 0; i < nodes.size(); i++) {
            SimulatedNode master = nodes.get(i);
            boolean audible = master != node && master.running() && !master.frozen()
                    && master.state(router) == RouterState.MASTER && nowNanos - steadySinceNanos[i] > hearing
                    && nowNanos - lastNetworkTroubleNanos > hearing && lan.whole();
            if (audible && master.effectivePriority(router) > node.effectivePriority(router)) {
                return node.name() + " usurped " + master.name();
            }
        }
        return null;
    }

    /** Only a master advertises; a router that has just left MASTER may say so once. */
    void advertSent(SimulatedNode node, int router, int priority) {
        adverts++;
        RouterState state = node.state(router);
        if (priority > 0 && node.running() && state != null && state != RouterState.MASTER) {
            broken(node.name() + " sent an advert as " + state);
        }
    }
}
