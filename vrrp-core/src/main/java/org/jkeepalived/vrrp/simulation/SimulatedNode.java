package org.jkeepalived.vrrp.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * A host with one process of routers: a clock of its own, a bounded receive queue that fills while it is frozen, and addresses that come
 * and go with its actions.
 */
final class SimulatedNode {

    /** Packets that a socket holds while nobody reads. */
    private static final int INBOX_LIMIT = 64;

    final NodeSpec spec;
    private final Simulation simulation;
    private final ReceivedAdvert view = new ReceivedAdvert();
    private final ArrayDeque<SimulatedLan.Packet> inbox = new ArrayDeque<>();
    private final boolean[] holdsAddresses;
    private RouterSet set;
    private boolean frozen;
    private long bootedAtNanos;

    SimulatedNode(NodeSpec spec, Simulation simulation) {
        this.spec = spec;
        this.simulation = simulation;
        holdsAddresses = new boolean[spec.parameters().routers().size()];
    }

    boolean running() {
        return set != null;
    }

    boolean frozen() {
        return frozen;
    }

    RouterState state(int router) {
        return set == null ? RouterState.INIT : set.state(router);
    }

    boolean holdsAddresses(int router) {
        return holdsAddresses[router];
    }

    int effectivePriority(int router) {
        return spec.parameters().routers().get(router).election().priority();
    }

    void boot() {
        bootedAtNanos = simulation.now();
        set = new RouterSet(spec.parameters());
        set.start(localNow(), this::act);
    }

    /** The host dies without a word; its addresses die with it. */
    void crash() {
        set = null;
        frozen = false;
        inbox.clear();
        Arrays.fill(holdsAddresses, false);
    }

    /** The process ends in good order. */
    void stop() {
        set.stop(localNow(), this::act);
        crash();
    }

    void freeze() {
        frozen = true;
    }

    /** The process runs again: as the daemon does, it reads what waits in its sockets before it looks at its timers. */
    void thaw() {
        frozen = false;
        while (!inbox.isEmpty()) {
            receive(inbox.poll());
        }
        set.fireTimers(localNow(), this::act);
    }

    void deliver(SimulatedLan.Packet packet) {
        if (frozen && inbox.size() < INBOX_LIMIT) {
            inbox.add(packet);
        } else if (!frozen && set != null) {
            receive(packet);
        }
    }

    void fireTimers() {
        set.fireTimers(localNow(), this::act);
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

    private void receive(SimulatedLan.Packet packet) {
        IpAddress from = packet.source();
        IpAddress to = packet.destination();
        view.message(ByteBuffer.wrap(packet.message()), 0, packet.message().length)
                .header(from.family(), packet.segment(), AdvertFormat.TTL, true)
                .addresses(from.high(), from.low(), to.high(), to.low());
        set.receive(view, localNow(), this::act);
    }

    private void act(int router, Action action) {
        if (action instanceof Action.SendAdvert(var payload)) {
            var parameters = spec.parameters().routers().get(router);
            simulation.advertSent(this, router, payload.priority());
            simulation.lan()
                    .send(this, new SimulatedLan.Packet(parameters.interfaceIndex(), parameters.sourceAddress(),
                            parameters.multicastGroup(), payload.bytes(0)));
        } else if (action instanceof Action.Install) {
            holdsAddresses[router] = true;
        } else if (action instanceof Action.Remove) {
            holdsAddresses[router] = false;
        } else if (action instanceof Action.StateChanged changed) {
            simulation.stateChanged(this, router, changed);
        } else if (action instanceof Action.StallNoticed(var state, var lateBy)) {
            simulation.note(spec.name() + " noticed a stall of " + lateBy / 1_000_000L + " ms as " + state);
        }
    }
}
