package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.named;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.jkeepalived.vrrp.Bench.v3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reload: what did not change is not disturbed")
class ReloadTest {

    private static RouterSetParameters only(RouterParametersBuilder... routers) {
        return RouterSetParameters
                .of(List.of(routers).stream().map(RouterParametersBuilder::build).toArray(RouterParameters[]::new));
    }

    private static List<IpAddress> addresses(List<Resource> list) {
        return list.stream().map(resource -> resource.address().address()).toList();
    }

    @Test
    @DisplayName("Reloading the same configuration ten times a second: no action but the adverts, at their times")
    void unchanged() {
        Bench bench = new Bench(v2().build(), named("B", 52).addresses("10.0.0.101").build()).startAndWait();
        bench.hear(1, HIGHER, 200).forget();
        Object payload = null;
        for (int i = 0; i < 100; i++) {
            bench.reload(only(v2(), named("B", 52).addresses("10.0.0.101")));
            bench.advance(100 * MS).hear(1, HIGHER, 200);
        }
        assertEquals(10, bench.adverts().size());
        assertEquals(List.of("SendAdvert"), bench.names().stream().distinct().toList());
        for (Action.SendAdvert advert : bench.all(Action.SendAdvert.class)) {
            assertSame(payload == null ? advert.payload() : payload, advert.payload());
            payload = advert.payload();
        }
    }

    @Test
    @DisplayName("A renamed instance is the same one: state, timers and counters stay")
    void renamed() {
        Bench bench = new Bench(v2().build()).startAndWait().forget();
        Reconfiguration plan = bench.reload(only(named("renamed", 51).addresses("10.0.0.100")));
        assertEquals(1, plan.kept().size());
        assertTrue(bench.names().isEmpty());
        assertEquals("renamed", bench.router().parameters().name());
        assertEquals(1, bench.counters().becameMaster());
    }

    @Test
    @DisplayName("Changed VIPs of a master are added and removed in place, new ones announced, the next advert lists them")
    void addressesChange() {
        Bench bench = new Bench(v2().addresses("10.0.0.100", "10.0.0.101").build()).startAndWait().forget();
        bench.reload(only(v2().addresses("10.0.0.101", "10.0.0.102")));
        assertEquals(List.of("Remove", "Install"), bench.names());
        assertTrue(bench.only(Action.Install.class).confirm());
        assertEquals(List.of(IpAddress.parse("10.0.0.100")), addresses(bench.only(Action.Remove.class).resources()));
        assertEquals(List.of(IpAddress.parse("10.0.0.102")), addresses(bench.only(Action.Install.class).resources()));
        bench.confirm().advance(0);
        assertEquals(List.of(IpAddress.parse("10.0.0.102")), addresses(bench.only(Action.Announce.class).resources()));
        bench.forget().advance(SECOND);
        byte[] sent = bench.only(Action.SendAdvert.class).payload().bytes(0);
        assertEquals(102, sent[15]);
        bench.forget().hear(HIGHER, 200);
        assertEquals(2, bench.only(Action.Remove.class).resources().size());
    }

    @Test
    @DisplayName("Changed VIPs of a backup touch no address")
    void addressesOfBackup() {
        Bench bench = new Bench(v2().build()).start().hear(HIGHER, 200).forget();
        bench.reload(only(v2().addresses("10.0.0.200")));
        assertTrue(bench.names().isEmpty());
    }

    @Test
    @DisplayName("A removed instance releases: a master sends priority 0, its addresses go, DELETED is notified")
    void removed() {
        Bench bench = new Bench(v2().build(), named("B", 52).addresses("10.0.0.101").build()).startAndWait().forget();
        Reconfiguration plan = bench.reload(only(named("B", 52).addresses("10.0.0.101")));
        assertEquals(0, plan.removed().getFirst().router());
        assertEquals(List.of("StateChanged", "SendAdvert", "Remove", "Notify"), bench.names());
        assertEquals(new Action.Notify(RouterState.DELETED, 100), bench.only(Action.Notify.class));
        assertEquals(List.of(0), bench.adverts());
        bench.forget().advance(5 * SECOND);
        assertTrue(bench.recorded().stream().allMatch(r -> r.router() == 1));
        assertEquals(5, bench.adverts().size());
    }

    @Test
    @DisplayName("A new instance starts; numbers of removed ones are reused by a later reload only")
    void added() {
        Bench bench = new Bench(v2().build()).startAndWait().forget();
        Reconfiguration plan = bench.reload(only(named("B", 52).addresses("10.0.0.101")));
        assertEquals(List.of(0), plan.removed().stream().map(Reconfiguration.Removed::router).toList());
        assertEquals(List.of(1), plan.added().stream().map(Reconfiguration.Added::router).toList());
        assertEquals(RouterState.BACKUP, bench.set.state(1));
        plan = bench.reload(only(named("B", 52).addresses("10.0.0.101"), named("C", 53).addresses("10.0.0.103")));
        assertEquals(List.of(0), plan.added().stream().map(Reconfiguration.Added::router).toList());
        bench.advance(5 * SECOND);
        assertEquals(List.of("B", "C"),
                bench.set.snapshot(bench.now).routers().stream().map(r -> r.parameters().name()).toList());
        assertEquals(RouterState.MASTER, bench.set.state(0));
    }

    @Test
    @DisplayName("79: another priority is in the very next advert; a backup's wait follows")
    void priority() {
        Bench bench = new Bench(v2().build()).startAndWait().forget();
        bench.reload(only(v2().priority(150)));
        assertEquals(List.of("EffectivePriorityChanged"), bench.names());
        assertEquals(List.of(150), bench.advance(SECOND).adverts());
        Bench backup = new Bench(v2().build()).start().hear(HIGHER, 200);
        backup.reload(only(v2().priority(228)));
        assertEquals(backup.now + 3 * SECOND + 28 * SECOND / 256, backup.set.nextDeadlineNanos());
    }

    @Test
    @DisplayName("A shorter interval of a master takes effect at once; a backup keeps the interval it learned")
    void interval() {
        Bench bench = new Bench(v3().build()).startAndWait().forget();
        bench.reload(only(v3().advertIntervalNanos(100 * MS)));
        bench.advance(SECOND);
        assertEquals(10, bench.adverts().size(), 1);
        Bench backup = new Bench(v3().build()).start().hearInterval(HIGHER, 200, 200 * MS);
        long deadline = backup.set.nextDeadlineNanos();
        backup.reload(only(v3().advertIntervalNanos(100 * MS)));
        assertEquals(deadline, backup.set.nextDeadlineNanos());
    }

    @Test
    @DisplayName("Another interface, family, kind or source makes another instance")
    void identity() {
        Bench bench = new Bench(v2().build()).startAndWait();
        for (RouterParametersBuilder other : List.of(v2().onInterface("eth1", 3),
                v2().unicastPeers(List.of(new UnicastPeer(HIGHER))), v2().configuredSource(HIGHER))) {
            assertEquals(1, bench.set.plan(only(other)).removed().size());
        }
        assertEquals(0, bench.set.plan(only(v3())).removed().size());
    }

    @Test
    @DisplayName("A known tracker keeps its condition, a new one starts with its own")
    void trackers() {
        RouterParametersBuilder tracking = v2()
                .trackings(List.of(new Tracking(1, -10, false), new Tracking(2, -20, false)));
        List<Tracker> one = List.of(new Tracker(1, TrackerCondition.UP));
        Bench bench = new Bench(new RouterSetParameters(List.of(v2().build()), List.of(), one, List.of(), 0))
                .startAndWait();
        bench.tracker(1, TrackerCondition.DOWN);
        List<Tracker> two = List.of(new Tracker(1, TrackerCondition.UP), new Tracker(2, TrackerCondition.UP));
        bench.reload(new RouterSetParameters(List.of(tracking.build()), List.of(), two, List.of(), 0));
        assertEquals(90, bench.router().effectivePriority());
    }

    @Test
    @DisplayName("Leaving a sync group frees a router from the faults of others; joining one aligns states")
    void groups() {
        RouterParameters a = v2().build();
        RouterParameters b = named("V2", 52).onInterface("eth1", 3).addresses("10.0.0.101").build();
        SyncGroupParameters group = new SyncGroupParameters("G", List.of("V1", "V2"));
        RouterSetParameters grouped = new RouterSetParameters(List.of(a, b), List.of(group), List.of(), List.of(), 0);
        Bench bench = new Bench(grouped).startAndWait();
        bench.handle(new Event.InterfaceChanged("eth1", 3, LinkState.DOWN));
        assertEquals(RouterState.FAULT, bench.set.state(0));
        bench.reload(RouterSetParameters.of(a, b));
        assertEquals(RouterState.BACKUP, bench.set.state(0));
        bench.advance(5 * SECOND);
        assertEquals(List.of(RouterState.MASTER, RouterState.FAULT), List.of(bench.set.state(0), bench.set.state(1)));
        bench.reload(grouped);
        assertEquals(RouterState.FAULT, bench.set.state(0));
    }

    @Test
    @DisplayName("A preempt delay that runs starts again with its new length, and ends with 0")
    void preemptDelay() {
        RouterParametersBuilder ten = v2().election(ElectionSettings.DEFAULT.withPreemption(true, 100 * SECOND));
        RouterParametersBuilder two = v2().election(ElectionSettings.DEFAULT.withPreemption(true, 2 * SECOND));
        Bench bench = new Bench(ten.build()).start().hear(LOWER, 50).advance(SECOND).hear(LOWER, 50).forget();
        bench.reload(only(two));
        assertEquals(new Action.PreemptDelayStarted(2 * SECOND), bench.only(Action.PreemptDelayStarted.class));
        assertEquals(bench.now + 2 * SECOND, bench.router().preemptDelayEndNanos());
        bench.forget().reload(only(two));
        assertTrue(bench.names().isEmpty(), "nothing changed");
        for (int i = 0; i < 6; i++) {
            bench.advance(SECOND).hear(LOWER, 50);
        }
        assertEquals(RouterState.MASTER, bench.state());
        Bench ended = new Bench(ten.build()).start().hear(LOWER, 50);
        ended.reload(only(v2()));
        assertEquals(0, ended.router().preemptDelayEndNanos());
    }

    @Test
    @DisplayName("An address that moves to another master leaves the one and goes to the other within one call")
    void movedAddress() {
        RouterParametersBuilder second = named("B", 52).addresses("10.0.0.101");
        Bench bench = new Bench(v2().addresses("10.0.0.100", "10.0.0.102").build(), second.build()).startAndWait();
        bench.forget().reload(only(v2(), named("B", 52).addresses("10.0.0.101", "10.0.0.102")));
        assertEquals(List.of("Remove", "Install"), bench.names());
        assertEquals(List.of(0, 1), bench.recorded().stream().map(Bench.Recorded::router).toList());
        assertEquals(bench.only(Action.Remove.class).resources(), bench.only(Action.Install.class).resources());
    }

    @Test
    @DisplayName("Counters survive a reload and are cleared on request")
    void counters() {
        Bench bench = new Bench(v2().build()).startAndWait();
        bench.reload(only(v2().priority(150)));
        RouterCounters before = bench.counters();
        assertEquals(1, before.becameMaster());
        bench.set.clearCounters();
        assertEquals(0, bench.counters().advertsSent());
        assertNotSame(before, bench.counters());
    }
}
