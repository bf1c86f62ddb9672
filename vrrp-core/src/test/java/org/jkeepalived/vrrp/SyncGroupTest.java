package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sync groups: members change state together")
class SyncGroupTest {

    private static RouterSetParameters group(int priority1, int priority2) {
        RouterParameters first = named("V1", 51).priority(priority1).addresses("10.0.0.100").build();
        RouterParameters second = named("V2", 52).priority(priority2)
                .onInterface("eth1", 3)
                .addresses("10.1.0.100")
                .build();
        return new RouterSetParameters(List.of(first, second),
                List.of(new SyncGroupParameters("G", List.of("V1", "V2"))), List.of(), List.of(), 0);
    }

    private static Bench hearOnEth1(Bench bench, int priority) {
        byte[] message = bench.set.parameters(1).advertFormat(HIGHER).encode(priority).bytes(0);
        return bench.hearPacket(message, HIGHER, bench.set.parameters(1).multicastGroup(), 255, 3);
    }

    private static List<RouterState> states(Bench bench) {
        return List.of(bench.set.state(0), bench.set.state(1));
    }

    private static final List<RouterState> MASTERS = List.of(RouterState.MASTER, RouterState.MASTER);
    private static final List<RouterState> BACKUPS = List.of(RouterState.BACKUP, RouterState.BACKUP);
    private static final List<RouterState> FAULTS = List.of(RouterState.FAULT, RouterState.FAULT);

    @Test
    @DisplayName("At the start the group is notified first and nothing is reported, as in keepalived")
    void start() {
        Bench bench = new Bench(group(100, 100)).start();
        assertEquals(List.of("NotifyGroup", "StateChanged", "Notify", "StateChanged", "Notify"), bench.names());
        assertEquals(RouterState.BACKUP, bench.set.snapshot(bench.now).groups().getFirst().state());
    }

    @Test
    @DisplayName("A member whose timer expires waits until all others want to be master, then all take over")
    void takeOver() {
        Bench bench = new Bench(group(100, 50)).start().forget().advance(3_700_000_000L);
        assertEquals(List.of("MasterTimeout"), bench.names());
        assertEquals(RouterState.MASTER, bench.router(0).wantState());
        assertEquals(BACKUPS, states(bench));
        bench.forget().advance(SECOND);
        assertEquals(MASTERS, states(bench));
        assertEquals(List.of("MasterTimeout", "StateChanged", "SendAdvert", "Install", "Announce", "Notify",
                "GroupStateChanged", "StateChanged", "SendAdvert", "Install", "Announce", "Notify", "NotifyGroup"),
                bench.names().subList(0, 13));
    }

    @Test
    @DisplayName("While one member hears a master the group stays backup")
    void heldBack() {
        Bench bench = new Bench(group(100, 100)).start();
        for (int i = 0; i < 20; i++) {
            hearOnEth1(bench.advance(SECOND), 200);
        }
        assertEquals(BACKUPS, states(bench));
        assertEquals(MASTERS, states(bench.advance(8 * SECOND)));
    }

    @Test
    @DisplayName("A member that hears a higher priority takes the others to BACKUP; they release with priority 0")
    void stepDown() {
        Bench bench = new Bench(group(100, 100)).startAndWait().forget().hear(HIGHER, 200);
        assertEquals(BACKUPS, states(bench));
        assertEquals(List.of(0), bench.adverts());
        assertEquals(new Action.GroupStateChanged("G", RouterState.BACKUP), bench.only(Action.GroupStateChanged.class));
        assertEquals(new Action.NotifyGroup("G", RouterState.BACKUP), bench.only(Action.NotifyGroup.class));
        assertEquals(2, bench.all(Action.Notify.class).size());
    }

    @Test
    @DisplayName("FAULT if any member is faulty; BACKUP when the last fault is gone")
    void fault() {
        Bench bench = new Bench(group(100, 100)).startAndWait().forget();
        bench.handle(new Event.InterfaceChanged("eth1", 3, LinkState.DOWN));
        assertEquals(FAULTS, states(bench));
        assertEquals(TransitionCause.SYNC_GROUP, bench.router(0).lastTransitionCause());
        assertEquals(TransitionCause.FAULT, bench.router(1).lastTransitionCause());
        assertEquals(1, bench.set.snapshot(bench.now).groups().getFirst().faultyMembers());
        bench.link("eth0", LinkState.DOWN).forget();
        bench.handle(new Event.InterfaceChanged("eth1", 3, LinkState.UP));
        assertEquals(FAULTS, states(bench));
        assertEquals(BACKUPS, states(bench.link("eth0", LinkState.UP)));
        assertEquals(List.of(RouterState.BACKUP),
                bench.all(Action.NotifyGroup.class).stream().map(Action.NotifyGroup::state).toList());
    }

    @Test
    @DisplayName("A member waiting for its first tracker result holds the whole group in INIT")
    void pending() {
        RouterSetParameters two = group(100, 100);
        RouterParameters tracked = named("V1", 51).addresses("10.0.0.100")
                .trackings(List.of(new Tracking(1, 0, false)))
                .build();
        Bench bench = new Bench(new RouterSetParameters(List.of(tracked, two.routers().get(1)), two.groups(),
                List.of(new Tracker(1, TrackerCondition.INIT)), List.of(), 0)).start();
        assertEquals(List.of(RouterState.INIT, RouterState.INIT), states(bench));
        assertEquals(BACKUPS, states(bench.tracker(1, TrackerCondition.UP)));
    }

    @Test
    @DisplayName("Owners only: the group takes over at once; an owner among others waits one interval and the least skew")
    void owners() {
        assertEquals(MASTERS, states(new Bench(group(255, 255)).start()));
        Bench mixed = new Bench(group(255, 100)).start();
        assertEquals(BACKUPS, states(mixed));
        assertEquals(mixed.now + SECOND + SECOND / 256, mixed.router(0).electionDeadlineNanos());
        assertEquals(MASTERS, states(mixed.advance(4 * SECOND)));
    }

    @Test
    @DisplayName("Priority 0 on one member and on the other: the group takes over after the longer skew")
    void released() {
        Bench bench = hearOnEth1(new Bench(group(100, 100)).start().hear(LOWER, 200), 200);
        hearOnEth1(bench.hear(LOWER, 0), 0).advance(610_000_000L);
        assertEquals(MASTERS, states(bench));
    }

    @Test
    @DisplayName("Stop: every member, then the group")
    void stop() {
        Bench bench = new Bench(group(100, 100)).startAndWait().forget().stop();
        assertEquals(List.of(0, 0), bench.adverts());
        assertEquals("NotifyGroup", bench.names().getLast());
        assertTrue(bench.all(Action.GroupStateChanged.class).isEmpty());
    }
}
