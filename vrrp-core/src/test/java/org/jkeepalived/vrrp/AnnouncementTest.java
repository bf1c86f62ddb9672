package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Announcements: gratuitous ARP and unsolicited neighbour advertisements")
class AnnouncementTest {

    private static List<Integer> repeats(Bench bench) {
        return bench.all(Action.Announce.class).stream().map(Action.Announce::repeat).toList();
    }

    private static List<Long> times(Bench bench, long since) {
        return bench.recorded()
                .stream()
                .filter(r -> r.action() instanceof Action.Announce)
                .map(r -> r.atNanos() - since)
                .toList();
    }

    private static Bench master(AnnouncementSettings settings) {
        Bench bench = new Bench(v2().priority(255).announcement(settings).build());
        return bench.start();
    }

    @Test
    @DisplayName("94: K: 5 at once + 5 after garp_master_delay 5 s, then nothing")
    void defaults() {
        Bench bench = master(AnnouncementSettings.DEFAULT);
        long since = bench.now;
        bench.advance(60 * SECOND);
        assertEquals(List.of(5, 5), repeats(bench));
        assertEquals(List.of(0L, 5 * SECOND), times(bench, since));
        assertEquals(bench.set.parameters(0).announced(), bench.all(Action.Announce.class).getLast().resources());
    }

    @Test
    @DisplayName("garp_master_delay 0: one burst; garp_master_refresh: refresh_repeat packets every period")
    void refresh() {
        Bench bench = master(new AnnouncementSettings(2, 0, 10 * SECOND, 3, 5, 0));
        long since = bench.now;
        bench.advance(35 * SECOND);
        assertEquals(List.of(2, 3, 3, 3), repeats(bench));
        assertEquals(List.of(0L, 10 * SECOND, 20 * SECOND, 30 * SECOND), times(bench, since));
    }

    @Test
    @DisplayName("A lower priority heard: lower_prio_repeat packets and a second burst after lower_prio_delay")
    void lowerPriority() {
        Bench bench = master(new AnnouncementSettings(1, 0, 0, 1, 4, 2 * SECOND)).forget();
        long since = bench.now;
        bench.hear(LOWER, 10).advance(20 * SECOND);
        assertEquals(List.of(4, 4), repeats(bench));
        assertEquals(List.of(0L, 2 * SECOND), times(bench, since));
    }

    @Test
    @DisplayName("99: nothing is announced after MASTER is left")
    void leavingMaster() {
        Bench bench = new Bench(
                v2().announcement(new AnnouncementSettings(5, 5 * SECOND, SECOND, 1, 5, 5 * SECOND)).build()).start();
        bench.advance(3_609_375_000L).hear(HIGHER, 200).forget().advance(3 * SECOND);
        assertTrue(repeats(bench).isEmpty());
    }

    @Test
    @DisplayName("vrrp_garp_interval paces the packets of an interface, going round the addresses")
    void pacing() {
        RouterParameters router = v2().priority(255)
                .addresses("10.0.0.100", "10.0.0.101")
                .announcement(new AnnouncementSettings(2, 0, 0, 1, 5, 0))
                .build();
        AnnouncementPacing pacing = new AnnouncementPacing(List.of("eth0"), 100 * MS, 0);
        Bench bench = new Bench(new RouterSetParameters(List.of(router), List.of(), List.of(), List.of(pacing), 0))
                .start();
        long since = bench.now;
        bench.advance(SECOND);
        assertEquals(List.of(0L, 100 * MS, 200 * MS, 300 * MS), times(bench, since));
        List<String> order = new ArrayList<>();
        bench.all(Action.Announce.class)
                .forEach(a -> order.add(a.resources().getFirst().address().address() + "x" + a.repeat()));
        assertEquals(List.of("10.0.0.100x1", "10.0.0.101x1", "10.0.0.100x1", "10.0.0.101x1"), order);
    }

    @Test
    @DisplayName("Pacing: a router that leaves MASTER has its waiting packets taken back")
    void pacedAndGone() {
        AnnouncementPacing pacing = new AnnouncementPacing(List.of("eth0"), 100 * MS, 0);
        Bench bench = new Bench(
                new RouterSetParameters(List.of(v2().build()), List.of(), List.of(), List.of(pacing), 0)).start();
        bench.advance(3_609_375_000L).hear(HIGHER, 200).forget().advance(SECOND);
        assertTrue(repeats(bench).isEmpty());
    }

    @Test
    @DisplayName("An announcement can be asked for, from a master only")
    void requested() {
        Bench bench = new Bench(v2().build()).start().forget().handle(new Event.AnnouncementRequested(0));
        assertTrue(bench.names().isEmpty());
        bench.advance(20 * SECOND).forget().handle(new Event.AnnouncementRequested(0));
        assertEquals(List.of("Announce"), bench.names());
    }
}
