package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.net.IpPrefix;
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

    private static Bench paced(RouterParametersBuilder router, AnnouncementPacing... pacings) {
        AnnouncementSettings once = new AnnouncementSettings(1, 0, 0, 1, 5, 0);
        RouterParameters owner = router.priority(255).announcement(once).build();
        return new Bench(new RouterSetParameters(List.of(owner), List.of(), List.of(), List.of(pacings), 0)).start();
    }

    private static Resource on(String interfaceName, String address) {
        return Resource.address(interfaceName, IpPrefix.parse(address), ResourceSpec.NONE);
    }

    @Test
    @DisplayName("Pacing is that of the interface where an address lies; a router may have addresses under several")
    void pacedByTheAddressesInterface() {
        List<Resource> resources = List.of(on("eth1", "10.0.0.1"), on("eth0", "10.0.0.2"), on("eth1", "10.0.0.3"),
                on("eth2", "10.0.0.4"), on("eth2", "10.0.0.5"));
        Bench bench = paced(v2().resources(resources), new AnnouncementPacing(List.of("eth1"), 100 * MS, 0),
                new AnnouncementPacing(List.of("eth2"), 300 * MS, 0));
        long since = bench.now;
        bench.advance(SECOND);
        List<String> sent = new ArrayList<>();
        for (Bench.Recorded recorded : bench.recorded()) {
            if (recorded.action() instanceof Action.Announce announce) {
                announce.resources().forEach(r -> sent.add((recorded.atNanos() - since) / MS + " " + r.address()));
            }
        }
        assertEquals(List.of("0 10.0.0.2/32", "0 10.0.0.1/32", "0 10.0.0.4/32", "100 10.0.0.3/32", "300 10.0.0.5/32"),
                sent);
    }

    @Test
    @DisplayName("Pacing: the announcement of one address does not take the place of others that wait")
    void joinedBursts() {
        Bench bench = paced(v2().addresses("10.0.0.1", "10.0.0.2", "10.0.0.3"),
                new AnnouncementPacing(List.of("eth0"), 100 * MS, 0));
        Resource first = bench.set.parameters(0).resources().getFirst();
        bench.handle(new Event.ResourceInstalled(0, first)).forget().advance(SECOND);
        Set<Resource> told = new HashSet<>();
        bench.all(Action.Announce.class).forEach(announce -> told.addAll(announce.resources()));
        assertEquals(Set.copyOf(bench.set.parameters(0).resources()), told);
    }

    @Test
    @DisplayName("Pacing: what a reload takes away is not announced any more")
    void pacedAndRemoved() {
        AnnouncementPacing pacing = new AnnouncementPacing(List.of("eth0"), 100 * MS, 0);
        Bench bench = paced(v2().addresses("10.0.0.1", "10.0.0.2"), pacing).forget();
        RouterParameters less = v2().priority(255)
                .addresses("10.0.0.1")
                .announcement(new AnnouncementSettings(1, 0, 0, 1, 5, 0))
                .build();
        bench.reload(new RouterSetParameters(List.of(less), List.of(), List.of(), List.of(pacing), 0));
        assertTrue(repeats(bench.advance(SECOND)).isEmpty());
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
