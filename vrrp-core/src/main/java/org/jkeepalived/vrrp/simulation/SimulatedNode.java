package org.jkeepalived.vrrp.simulation;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Input;
import org.jkeepalived.vrrp.LinkState;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TrackerCondition;
import org.jkeepalived.vrrp.packet.AdvertFormat;

/**
 * A host with one process of routers: a clock of its own, a bounded receive queue that fills while it is frozen, interfaces, trackers, and a
 * kernel that holds what its routers install.
 */
final class SimulatedNode {

    /** Packets that a socket holds while nobody reads. */
    private static final int INBOX_LIMIT = 64;

    private record GivenUp(int router, Resource resource) {}

    final NodeSpec spec;
    final SimulatedKernel kernel = new SimulatedKernel();
    private final Simulation simulation;
    private final ArrayDeque<SimulatedLan.Packet> inbox = new ArrayDeque<>();
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private final Map<Integer, Integer> routersByVrid = new HashMap<>();
    private final Set<GivenUp> givenUp = new HashSet<>();
    private final boolean[] linkDown = new boolean[NetworkPlan.segments()];
    private final boolean[] sourceLost = new boolean[NetworkPlan.segments()];
    private final boolean[] hostFlushed = new boolean[NetworkPlan.segments()];
    private final boolean[] trackerDown = new boolean[2];
    private NodePlan plan;
    private RouterSet set;
    private Recording recording;
    private boolean frozen;
    private boolean sendsFail;
    private long bootedAtNanos;

    SimulatedNode(NodeSpec spec, Simulation simulation) {
        this.spec = spec;
        this.simulation = simulation;
        plan = spec.plan();
    }

    String name() {
        return spec.name();
    }

    NodePlan plan() {
        return plan;
    }

    boolean running() {
        return set != null;
    }

    boolean frozen() {
        return frozen;
    }

    boolean sendsFail() {
        return sendsFail;
    }

    /** The number of a virtual router, -1 where the host does not run it. */
    int number(int virtualRouter) {
        return set == null ? -1 : routersByVrid.getOrDefault(RouterPlan.vrid(virtualRouter), -1);
    }

    /** The state of a virtual router, null where the host does not run it. */
    RouterState state(int virtualRouter) {
        int number = number(virtualRouter);
        return number < 0 ? null : set.state(number);
    }

    int effectivePriority(int virtualRouter) {
        return set.effectivePriority(number(virtualRouter));
    }

    RouterSnapshot snapshot(int virtualRouter) {
        int number = number(virtualRouter);
        return set.snapshot(localNow())
                .routers()
                .stream()
                .filter(router -> router.router() == number)
                .findFirst()
                .orElseThrow();
    }

    /** Resources of a virtual router that are missing and will be tried again. */
    List<Resource> awaited(int virtualRouter) {
        if (state(virtualRouter) != RouterState.MASTER) {
            return List.of();
        }
        int number = number(virtualRouter);
        return snapshot(virtualRouter).resourcesMissing()
                .stream()
                .filter(resource -> !givenUp.contains(new GivenUp(number, resource)))
                .toList();
    }

    /** Whether something on this host forbids a virtual router by itself, without its group. */
    boolean faulty(int virtualRouter) {
        int segment = NetworkPlan.segment(virtualRouter);
        return linkDown[segment] || sourceLost[segment] || trackerDown[RouterPlan.FAULT_TRACKER];
    }

    boolean linkUp(int segment) {
        return !linkDown[segment];
    }

    boolean hostFlushed(int segment) {
        return hostFlushed[segment];
    }

    boolean trackerDown(int tracker) {
        return trackerDown[tracker];
    }

    boolean sourceLost(int segment) {
        return sourceLost[segment];
    }

    Recording recording() {
        return recording;
    }

    void boot() {
        bootedAtNanos = simulation.now();
        RouterSetParameters parameters = plan.parameters();
        set = new RouterSet(parameters);
        recording = simulation.recorded() ? new Recording(parameters) : null;
        routersByVrid.clear();
        for (int i = 0; i < parameters.routers().size(); i++) {
            routersByVrid.put(parameters.routers().get(i).vrid(), i);
        }
        for (int segment = 0; segment < NetworkPlan.segments(); segment++) {
            hostAddress(segment, !hostFlushed[segment]);
            link(segment, linkDown[segment]);
            source(segment, sourceLost[segment]);
        }
        for (int tracker = 0; tracker < trackerDown.length; tracker++) {
            tracker(tracker, trackerDown[tracker]);
        }
        take(new Input.Started());
    }

    /** The host dies without a word; what its kernel held dies with it. */
    void crash() {
        set = null;
        frozen = false;
        inbox.clear();
        events.clear();
        kernel.clear();
        givenUp.clear();
    }

    /** The process ends in good order, and must leave nothing behind. */
    void stop() {
        take(new Input.Stopped());
        for (int number : routersByVrid.values()) {
            if (kernel.holdsAnyOf(number)) {
                simulation.broken(name() + " left " + kernel.heldBy(number) + " behind at its stop");
            }
        }
        crash();
    }

    void freeze() {
        frozen = true;
    }

    /** The process runs again: as the daemon does, it takes events and reads its sockets before it looks at its timers. */
    void thaw() {
        frozen = false;
        takeEvents();
        while (!inbox.isEmpty()) {
            receive(inbox.poll(), AdvertFormat.TTL);
        }
        fireTimers();
    }

    /** A master that stays in its group, or alone, stays MASTER unless a new member of its group has a fault. */
    void reload(NodePlan changed) {
        NodePlan before = plan;
        List<RouterPlan> masters = before.routers()
                .stream()
                .filter(router -> state(router.virtualRouter()) == RouterState.MASTER)
                .toList();
        change(changed);
        for (RouterPlan router : masters) {
            RouterPlan after = changed.find(router.virtualRouter());
            RouterState state = state(router.virtualRouter());
            if (after != null && after.grouped() == router.grouped() && state != RouterState.MASTER
                    && state != RouterState.FAULT) {
                simulation.broken(name() + " became " + state + " of " + router.name() + " by a reload");
            }
        }
    }

    private void change(NodePlan changed) {
        plan = changed;
        RouterSetParameters after = changed.parameters();
        var reconfiguration = set.plan(after);
        routersByVrid.clear();
        reconfiguration.kept().forEach(kept -> routersByVrid.put(kept.after().vrid(), kept.router()));
        reconfiguration.added().forEach(added -> routersByVrid.put(added.parameters().vrid(), added.router()));
        take(new Input.Reconfigured(after));
        // The new parameters name the source address that is configured, not the one that is there.
        for (int segment = 0; segment < NetworkPlan.segments(); segment++) {
            source(segment, sourceLost[segment]);
        }
    }

    void deliver(SimulatedLan.Packet packet) {
        if (frozen && inbox.size() < INBOX_LIMIT) {
            inbox.add(packet);
        } else if (!frozen && set != null) {
            receive(packet, AdvertFormat.TTL);
        }
    }

    void receive(SimulatedLan.Packet packet, int ttl) {
        take(new Input.Received(NetworkPlan.interfaceIndex(packet.segment()), ttl, packet.destination().isMulticast(),
                packet.source(), packet.destination(), packet.message()));
    }

    void fireTimers() {
        take(new Input.TimersFired());
    }

    void link(int segment, boolean down) {
        linkDown[segment] = down;
        happen(new Event.InterfaceChanged(NetworkPlan.interfaceName(segment), NetworkPlan.interfaceIndex(segment),
                down ? LinkState.DOWN : LinkState.UP));
    }

    void source(int segment, boolean lost) {
        sourceLost[segment] = lost;
        IpAddress source = lost ? null : plan.network().source(plan.node(), segment);
        for (RouterPlan router : plan.routers()) {
            if (NetworkPlan.segment(router.virtualRouter()) == segment && number(router.virtualRouter()) >= 0) {
                happen(new Event.SourceAddressChanged(number(router.virtualRouter()), source));
            }
        }
    }

    void tracker(int tracker, boolean down) {
        trackerDown[tracker] = down;
        happen(new Event.TrackerChanged(tracker, down ? TrackerCondition.DOWN : TrackerCondition.UP));
    }

    private void hostAddress(int segment, boolean present) {
        happen(new Event.HostAddressChanged(NetworkPlan.interfaceName(segment),
                plan.network().host(plan.node(), segment), present));
    }

    /** Somebody flushes an interface: the virtual addresses go, and the host's own. */
    void flush(int segment) {
        hostFlushed[segment] = true;
        for (RouterPlan router : plan.routers()) {
            for (Resource resource : router.parameters(plan.network(), plan.node()).resources()) {
                if (resource.address() != null && NetworkPlan.segment(router.virtualRouter()) == segment) {
                    happen(kernel.steal(resource));
                }
            }
        }
        hostAddress(segment, false);
    }

    void unflush(int segment) {
        hostFlushed[segment] = false;
        hostAddress(segment, true);
    }

    void sendsFail(boolean fail) {
        sendsFail = fail;
    }

    void happen(List<Event> happened) {
        events.addAll(happened);
        takeEvents();
    }

    void happen(Event event) {
        happen(List.of(event));
    }

    /** When this node's next timer is due on the simulation's clock. */
    long nextDeadlineNanos() {
        if (set == null || frozen) {
            return Long.MAX_VALUE;
        }
        long local = set.nextDeadlineNanos();
        if (local == Long.MAX_VALUE) {
            return local;
        }
        long elapsed = Math.max(local, 0) * 1_000_000L / (1_000_000L + spec.driftPpm());
        long global = bootedAtNanos + elapsed;
        while (local(global) < local) {
            global++;
        }
        return Math.max(global, simulation.now());
    }

    private long localNow() {
        return local(simulation.now());
    }

    private long local(long global) {
        long elapsed = global - bootedAtNanos;
        return elapsed + elapsed / 1_000_000L * spec.driftPpm() + elapsed % 1_000_000L * spec.driftPpm() / 1_000_000L;
    }

    private void take(Input input) {
        step(input);
        takeEvents();
    }

    /** What the kernel answered comes in the next turn, which is now. */
    private void takeEvents() {
        while (set != null && !frozen && !events.isEmpty()) {
            step(new Input.Happened(events.poll()));
        }
        if (set == null) {
            events.clear();
        }
    }

    private void step(Input input) {
        if (recording != null) {
            recording.input(localNow(), input);
        }
        set.step(input, localNow(), this::act);
    }

    private void act(int router, Action action) {
        if (recording != null) {
            recording.action(router, action);
        }
        if (action instanceof Action.SendAdvert(var payload)) {
            RouterParameters parameters = set.parameters(router);
            int virtualRouter = RouterPlan.virtualRouter(parameters);
            simulation.advertSent(this, virtualRouter, payload.priority());
            if (sendsFail) {
                events.add(new Event.AdvertNotSent(router, "simulated"));
                return;
            }
            int segment = NetworkPlan.segment(virtualRouter);
            IpAddress source = plan.network().source(plan.node(), segment);
            List<IpAddress> destinations = parameters.destinations();
            for (int i = 0; i < destinations.size(); i++) {
                simulation.lan()
                        .send(this, new SimulatedLan.Packet(segment, source, destinations.get(i), payload.bytes(i)));
            }
        } else if (action instanceof Action.Install install) {
            events.addAll(kernel.install(router, install.resources(), install.confirm()));
        } else if (action instanceof Action.Remove remove) {
            kernel.remove(router, remove.resources());
        } else if (action instanceof Action.StateChanged changed) {
            givenUp.removeIf(gone -> gone.router() == router);
            simulation.stateChanged(this, RouterPlan.virtualRouter(set.parameters(router)), changed);
        } else if (action instanceof Action.StallNoticed(var state, var lateBy)) {
            simulation.note(name() + " noticed a stall of " + lateBy / 1_000_000L + " ms as " + state);
        } else if (action instanceof Action.ResourceGivenUp given) {
            givenUp.add(new GivenUp(router, given.resource()));
        } else if (action instanceof Action.ResourceHeldBack || action instanceof Action.ResourceHoldExpired) {
            simulation.note(name() + " " + action);
        }
    }
}
