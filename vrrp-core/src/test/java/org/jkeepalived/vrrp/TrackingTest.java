package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Tracking, priority arithmetic and FAULT")
class TrackingTest {

    private static Bench tracking(RouterParametersBuilder router, Tracking... trackings) {
        List<Tracker> trackers = IntStream.range(0, 5).mapToObj(id -> new Tracker(id, TrackerCondition.INIT)).toList();
        RouterParameters built = router.trackings(List.of(trackings)).build();
        return new Bench(new RouterSetParameters(List.of(built), List.of(), trackers, List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({"10,false,UP,110", "10,false,DOWN,100", "10,true,UP,90", "10,true,DOWN,100", "-10,false,UP,100",
        "-10,false,DOWN,90", "-10,true,UP,100", "-10,true,DOWN,110", "10,false,INIT,100", "-10,false,INIT,100"})
    @DisplayName("A positive weight is added while up, a negative one while down; reverse changes its sign; an unknown condition adds nothing")
    void weights(int weight, boolean reverse, TrackerCondition.Health health, int expected) {
        Bench bench = tracking(v2(), new Tracking(0, weight, reverse)).start();
        bench.tracker(0, new TrackerCondition.Known(health));
        assertEquals(expected, bench.router().effectivePriority());
    }

    @Test
    @DisplayName("An owner that waited for its first tracker result becomes MASTER with it and speaks of no timeout")
    void ownerAfterItsTrackers() {
        Bench bench = tracking(v2().priority(255), new Tracking(0, 0, false)).start();
        assertEquals(RouterState.INIT, bench.state());
        bench.forget().tracker(0, TrackerCondition.UP);
        assertEquals(RouterState.MASTER, bench.state());
        assertEquals(List.of("StateChanged", "SendAdvert", "Install", "Announce", "Notify"), bench.names());
    }

    @Test
    @DisplayName("12: the effective priority stays in 1..254, the total does not; the owner's never changes")
    void limits() {
        Bench low = tracking(v2(), new Tracking(0, -253, false)).start().tracker(0, TrackerCondition.DOWN);
        assertEquals(1, low.router().effectivePriority());
        assertEquals(-153, low.router().totalPriority());
        Bench high = tracking(v2(), new Tracking(0, 200, false), new Tracking(1, 50, false)).start();
        high.tracker(0, TrackerCondition.UP).tracker(1, TrackerCondition.UP);
        assertEquals(254, high.router().effectivePriority());
        assertEquals(350, high.router().totalPriority());
        Bench owner = tracking(v2().priority(255), new Tracking(0, -50, false)).start()
                .tracker(0, TrackerCondition.DOWN);
        assertEquals(255, owner.router().effectivePriority());
    }

    @Test
    @DisplayName("A backup's wait gets shorter or longer by the difference in skew")
    void waitFollowsPriority() {
        Bench bench = tracking(v2(), new Tracking(0, 100, false)).start();
        long before = bench.set.nextDeadlineNanos();
        bench.tracker(0, TrackerCondition.UP);
        assertEquals(before - 100 * SECOND / 256, bench.set.nextDeadlineNanos());
    }

    @ParameterizedTest
    @CsvSource({"0,1,false,100", "5,2,false,110", "5,2,true,90", "-3,10,false,70", "1000,1,false,254",
        "-253,1,false,1"})
    @DisplayName("A file's number times the weight is added, negated by reverse, limited to 253")
    void values(int value, int weight, boolean reverse, int expected) {
        Bench bench = tracking(v2(), new Tracking(0, weight, reverse)).start()
                .tracker(0, new TrackerCondition.Value(value));
        assertEquals(expected, bench.router().effectivePriority());
        assertEquals(RouterState.BACKUP, bench.state());
    }

    @ParameterizedTest
    @CsvSource({"1,0,false,true", "0,0,false,false", "1,0,true,false", "0,0,true,true", "-254,1,false,true",
        "-127,2,false,true", "254,1,true,true", "-253,1,false,false"})
    @DisplayName("A file is a fault at -254, or with weight 0 when its number is not 0")
    void valueFaults(int value, int weight, boolean reverse, boolean fault) {
        Bench bench = tracking(v2(), new Tracking(0, weight, reverse)).start()
                .tracker(0, new TrackerCondition.Value(value));
        assertEquals(fault ? RouterState.FAULT : RouterState.BACKUP, bench.state());
    }

    @Test
    @DisplayName("Until the first result of its weight-0 trackers a router stays in INIT, then becomes BACKUP or FAULT")
    void waitsForFirstResults() {
        Bench bench = tracking(v2(), new Tracking(0, 0, false), new Tracking(1, 0, false)).start().advance(20 * SECOND);
        assertTrue(bench.names().isEmpty());
        assertEquals(RouterState.INIT, bench.tracker(0, TrackerCondition.UP).state());
        assertEquals(RouterState.BACKUP, bench.tracker(1, TrackerCondition.UP).state());
        assertEquals(TransitionCause.TRACKERS_READY, bench.only(Action.StateChanged.class).cause());
        Bench failing = tracking(v2(), new Tracking(0, 0, false)).start().tracker(0, TrackerCondition.DOWN);
        assertEquals(RouterState.FAULT, failing.state());
    }

    @Test
    @DisplayName("99: a master entering FAULT sends one advert with priority 0 and loses its addresses")
    void masterFaults() {
        Bench bench = tracking(v2(), new Tracking(0, 0, false)).tracker(0, TrackerCondition.UP).startAndWait().forget();
        bench.tracker(0, TrackerCondition.DOWN);
        assertEquals(List.of("FaultRaised", "StateChanged", "SendAdvert", "Remove", "Notify"), bench.names());
        assertEquals(List.of(0), bench.adverts());
        bench.forget().advance(30 * SECOND);
        assertTrue(bench.names().isEmpty(), "74: no advert is ever sent in FAULT");
    }

    @Test
    @DisplayName("77: interface down => leave MASTER, no adverts; up again => BACKUP first")
    void interfaceDown() {
        Bench bench = new Bench(v2().build()).startAndWait().forget().link("eth0", LinkState.DOWN);
        assertEquals(RouterState.FAULT, bench.state());
        assertEquals(new FaultReason.InterfaceDown("eth0"), bench.only(Action.FaultRaised.class).reason());
        bench.forget().advance(10 * SECOND).link("eth0", LinkState.UP);
        assertEquals(List.of("FaultCleared", "StateChanged", "Notify"), bench.names());
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(bench.now + 3_609_375_000L, bench.set.nextDeadlineNanos());
        Bench owner = new Bench(v2().priority(255).build()).start()
                .link("eth0", LinkState.DOWN)
                .link("eth0", LinkState.UP);
        assertEquals(RouterState.BACKUP, owner.state());
    }

    @Test
    @DisplayName("dont_track_primary: the interface's link state is no fault, its absence is")
    void untrackedInterface() {
        Bench bench = new Bench(v2().trackInterface(false).build()).startAndWait().link("eth0", LinkState.DOWN);
        assertEquals(RouterState.MASTER, bench.state());
        assertEquals(RouterState.FAULT, bench.link("eth0", LinkState.MISSING).state());
    }

    @Test
    @DisplayName("An interface that is created anew with another index is heard again")
    void newInterfaceIndex() {
        Bench bench = new Bench(v2().build()).start().link("eth0", LinkState.MISSING);
        bench.handle(new Event.InterfaceChanged("eth0", 9, LinkState.UP));
        byte[] message = bench.set.parameters(0).advertFormat(HIGHER).encode(200).bytes(0);
        bench.hearPacket(message, HIGHER, AdvertFormat.GROUP_IPV4, 255, 9);
        assertEquals(1, bench.counters().advertsReceived());
    }

    @Test
    @DisplayName("7: no source address is a fault; a new one is used in the next advert")
    void sourceAddress() {
        Bench bench = new Bench(v2().build()).startAndWait().handle(new Event.SourceAddressChanged(0, null));
        assertEquals(RouterState.FAULT, bench.state());
        assertEquals(0, bench.counters().priorityZeroSent(), "there is nothing to send it from");
        IpAddress fresh = IpAddress.parse("10.0.0.6");
        assertEquals(RouterState.BACKUP, bench.handle(new Event.SourceAddressChanged(0, fresh)).state());
        assertEquals(fresh, bench.router().sourceAddress());
        assertEquals(RouterState.MASTER, bench.advance(5 * SECOND).state());
    }

    @Test
    @DisplayName("Several faults: the router recovers when the last one is gone")
    void severalFaults() {
        Bench bench = tracking(v2(), new Tracking(0, 0, false)).tracker(0, TrackerCondition.UP).start();
        bench.tracker(0, TrackerCondition.DOWN)
                .link("eth0", LinkState.DOWN)
                .handle(new Event.SourceAddressChanged(0, null));
        assertEquals(3, bench.router().faults().size());
        bench.link("eth0", LinkState.UP).tracker(0, TrackerCondition.UP);
        assertEquals(RouterState.FAULT, bench.state());
        assertEquals(RouterState.BACKUP, bench.handle(new Event.SourceAddressChanged(0, Bench.OURS)).state());
    }

    @Test
    @DisplayName("The same condition again changes nothing")
    void repeatedCondition() {
        Bench bench = tracking(v2(), new Tracking(0, -10, false)).start().tracker(0, TrackerCondition.DOWN).forget();
        assertTrue(bench.tracker(0, TrackerCondition.DOWN).names().isEmpty());
    }
}
