package org.jkeepalived.vrrp.simulation;

import java.util.Arrays;
import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;

/** What happens to the hosts of a simulation, besides what their clocks and the network do. */
final class Disturbances {

    private final Simulation simulation;
    private final SeededRandom random;

    Disturbances(Simulation simulation, SeededRandom random) {
        this.simulation = simulation;
        this.random = random;
    }

    /** Something befalls a running host. */
    void befall(SimulatedNode node) {
        if (!node.running()) {
            return;
        }
        int segment = (int) random.below(NetworkPlan.segments());
        switch ((int) random.below(12)) {
            case 0 -> {
                boolean down = node.linkUp(segment);
                simulation.networkTrouble(node.name() + (down ? " loses" : " regains") + " the link of " + segment);
                node.link(segment, down);
            }
            case 1 -> {
                boolean lost = !node.sourceLost(segment);
                simulation.networkTrouble(node.name() + (lost ? " loses" : " regains") + " its source on " + segment);
                node.source(segment, lost);
            }
            case 2, 3 -> {
                int tracker = (int) random.below(2);
                boolean down = !node.trackerDown(tracker);
                simulation.networkTrouble(node.name() + " tracker " + tracker + (down ? " down" : " up"));
                node.tracker(tracker, down);
            }
            case 4, 5 -> reload(node);
            case 6 -> flush(node, segment);
            case 7 -> {
                node.sendsFail(!node.sendsFail());
                simulation.networkTrouble(node.name() + (node.sendsFail() ? " cannot send" : " can send again"));
            }
            case 8 -> announce(node);
            case 9 -> nonsense(node);
            default -> interfere(node);
        }
    }

    private void reload(SimulatedNode node) {
        if (!node.frozen()) {
            NodePlan.Change change = node.plan().change(random);
            simulation.networkTrouble(node.name() + " reload: " + change.what());
            node.reload(change.plan());
        }
    }

    private void flush(SimulatedNode node, int segment) {
        simulation.note(
                node.name() + (node.hostFlushed(segment) ? " has its address again on " : " flushed on ") + segment);
        if (node.hostFlushed(segment)) {
            node.unflush(segment);
        } else {
            node.flush(segment);
        }
    }

    private void announce(SimulatedNode node) {
        for (RouterPlan router : node.plan().routers()) {
            node.happen(new Event.AnnouncementRequested(node.number(router.virtualRouter())));
        }
    }

    /** Somebody takes a resource away, once or again and again, or the kernel refuses one from now on. */
    private void interfere(SimulatedNode node) {
        List<RouterPlan> routers = node.plan().routers();
        RouterPlan router = routers.get((int) random.below(routers.size()));
        List<Resource> all = router.parameters(node.plan().network(), node.plan().node()).resources();
        Resource resource = all.get((int) random.below(all.size()));
        switch ((int) random.below(5)) {
            case 0, 1 -> {
                simulation.note(node.name() + " robbed of " + resource);
                node.happen(node.kernel.steal(resource));
            }
            case 2 -> {
                simulation.note(node.name() + " in a fight over " + resource);
                node.happen(node.kernel.fight(resource));
            }
            case 3 -> node.kernel.refuse(resource, false);
            default -> node.kernel.refuse(resource, true);
        }
    }

    /** Packets that must not matter: damaged ones, and ones for others. Nothing on the host may change. */
    private void nonsense(SimulatedNode node) {
        List<RouterPlan> routers = node.plan().routers();
        RouterPlan router = routers.get((int) random.below(routers.size()));
        NetworkPlan network = node.plan().network();
        if (node.frozen()) {
            return;
        }
        RouterParameters parameters = router.withPriority(254).parameters(network, node.plan().node());
        int segment = NetworkPlan.segment(router.virtualRouter());
        IpAddress source = network.source(100, segment);
        byte[] message = parameters.advertFormat(source).encode(254).bytes(0);
        List<Object> before = picture(node);
        int ttl = 255;
        switch ((int) random.below(5)) {
            case 0 -> message = Arrays.copyOf(message, (int) random.below(message.length));
            case 1 -> message = Arrays.copyOf(message, message.length + 1 + (int) random.below(1400));
            case 2 -> message[(int) random.below(message.length)] ^= (byte) (1 << random.below(8));
            case 3 -> message[1] = (byte) 99;
            default -> ttl = network.unicast() ? 255 : 64;
        }
        if (network.unicast() && message.length > 0) {
            message[0] ^= (byte) 0x20;
        }
        node.receive(new SimulatedLan.Packet(segment, source, parameters.destinations().getFirst(), message), ttl);
        if (!before.equals(picture(node))) {
            simulation.broken(node.name() + " heeded a packet that is no advert");
        }
    }

    private static List<Object> picture(SimulatedNode node) {
        return node.plan()
                .routers()
                .stream()
                .map(router -> node.snapshot(router.virtualRouter()))
                .<Object>map(router -> List.of(router.state(), router.wantState(), router.electionDeadlineNanos(),
                        router.masterPriority(), String.valueOf(router.masterAddress()), router.effectivePriority()))
                .toList();
    }

    /** Everything that befell a host is over. */
    void heal(SimulatedNode node) {
        node.kernel.calm();
        node.sendsFail(false);
        for (int segment = 0; segment < NetworkPlan.segments(); segment++) {
            if (node.hostFlushed(segment)) {
                node.unflush(segment);
            }
            if (!node.linkUp(segment)) {
                node.link(segment, false);
            }
            if (node.sourceLost(segment)) {
                node.source(segment, false);
            }
        }
        for (int tracker = 0; tracker < 2; tracker++) {
            if (node.trackerDown(tracker)) {
                node.tracker(tracker, false);
            }
        }
    }
}
