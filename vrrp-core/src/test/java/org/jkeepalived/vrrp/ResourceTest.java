package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.IpPrefix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Resources: installed in order, put back when lost, tried again when refused")
class ResourceTest {

    private record Named(String name) implements ResourceSpec {}

    private static final Resource VIP = Resource.address("eth0", IpPrefix.parse("10.0.0.100/24"), new Named("vip"));
    private static final Resource ROUTE = Resource.other(ResourceKind.ROUTE, "eth0", true, new Named("route"));
    private static final Resource RULE = Resource.other(ResourceKind.RULE, "", true, new Named("rule"));

    private static Bench master(Resource... resources) {
        return new Bench(v2().resources(List.of(resources)).build()).startAndWait().forget();
    }

    private static Event lost(Resource resource) {
        return new Event.ResourceLost(0, resource);
    }

    private static Event refused(Resource resource, boolean permanent) {
        return new Event.ResourceRefused(0, resource, "No such device", permanent);
    }

    @Test
    @DisplayName("100: links, addresses, routes, rules are installed in this order and removed in the reverse one")
    void order() {
        Resource link = Resource.other(ResourceKind.LINK, "vrrp.51", true, new Named("link"));
        Resource second = Resource.address("eth0", IpPrefix.parse("10.0.0.101/24"), new Named("second"));
        Bench bench = new Bench(v2().resources(List.of(RULE, VIP, ROUTE, second, link)).build()).startAndWait();
        assertEquals(List.of(link, VIP, second, ROUTE, RULE), bench.only(Action.Install.class).resources());
        assertFalse(bench.only(Action.Install.class).confirm(), "a take-over announces at once");
        assertEquals(List.of(VIP, second), bench.all(Action.Announce.class).getFirst().resources());
        assertEquals(List.of(RULE, ROUTE, VIP, second, link), bench.stop().only(Action.Remove.class).resources());
    }

    @Test
    @DisplayName("Only addresses have an address, and only they are advertised or announced")
    void kinds() {
        assertThrows(IllegalArgumentException.class,
                () -> new Resource(ResourceKind.ADDRESS, "eth0", null, true, true, true, ResourceSpec.NONE));
        assertThrows(IllegalArgumentException.class,
                () -> new Resource(ResourceKind.ROUTE, "eth0", null, false, true, true, ResourceSpec.NONE));
    }

    @Test
    @DisplayName("A lost resource is put back after a breath, and announced when the kernel has it; no transition")
    void restored() {
        Bench bench = master(VIP).handle(lost(VIP));
        assertTrue(bench.names().isEmpty());
        assertEquals(List.of(VIP), bench.router().resourcesMissing());
        bench.advance(5 * MS);
        assertEquals(List.of("ResourceRestored", "Install"), bench.names());
        assertTrue(bench.only(Action.Install.class).confirm());
        bench.forget().handle(new Event.ResourceInstalled(0, VIP)).advance(0);
        assertEquals(List.of("Announce"), bench.names());
        assertEquals(RouterState.MASTER, bench.state());
        assertEquals(1, bench.counters().addressesRestored());
        assertTrue(bench.router().resourcesMissing().isEmpty());
    }

    @Test
    @DisplayName("What is not tracked, not the router's, or lost by a router that is not MASTER, is not put back")
    void notMissed() {
        Resource untracked = new Resource(ResourceKind.ADDRESS, "eth0", IpPrefix.parse("10.0.0.101/24"), true, true,
                false, ResourceSpec.NONE);
        Bench bench = master(VIP, untracked).handle(lost(untracked)).handle(lost(ROUTE)).advance(500 * MS);
        assertTrue(bench.all(Action.Install.class).isEmpty());
        bench.handle(lost(VIP)).hear(HIGHER, 200).forget().handle(lost(VIP)).advance(500 * MS);
        assertTrue(bench.all(Action.Install.class).isEmpty(), "a backup has nothing to put back");
    }

    @Test
    @DisplayName("Whoever removes it again and again is answered after 1 s, 2 s, 4 s ... 32 s; two reports each")
    void fight() {
        Bench bench = master(VIP);
        List<Long> times = new ArrayList<>();
        long start = bench.now;
        while (bench.now < start + 200 * SECOND) {
            bench.forget().handle(lost(VIP)).handle(lost(VIP));
            while (bench.all(Action.Install.class).isEmpty()) {
                bench.advance(MS);
            }
            times.add(bench.now);
            assertTrue(bench.all(Action.ResourceRestorationDelayed.class).size() <= 1);
            bench.confirm().advance(MS);
        }
        List<Long> apart = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            apart.add((times.get(i) - times.get(i - 1)) / SECOND);
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 32L, 32L, 32L, 32L, 32L).subList(0, apart.size()), apart);
    }

    @Test
    @DisplayName("A minute of peace and the quarrel is forgotten")
    void peace() {
        Bench bench = master(VIP).handle(lost(VIP))
                .advance(5 * MS)
                .confirm()
                .handle(lost(VIP))
                .advance(SECOND)
                .confirm();
        bench.advance(61 * SECOND).forget().handle(lost(VIP)).advance(5 * MS);
        assertEquals(1, bench.all(Action.Install.class).size());
    }

    @Test
    @DisplayName("A refused resource is tried again after 1 s, 2 s, 4 s ... while MASTER, and announced when the kernel took it")
    void retried() {
        Bench bench = master(VIP);
        for (long delay = SECOND; delay <= 8 * SECOND; delay *= 2) {
            bench.forget().handle(refused(VIP, false));
            assertEquals(delay, bench.only(Action.ResourceRetryScheduled.class).delayNanos());
            bench.advance(delay);
            assertEquals(new Action.Install(List.of(VIP), true), bench.only(Action.Install.class));
            assertTrue(bench.all(Action.Announce.class).isEmpty(), "nobody has it yet");
        }
        bench.confirm().advance(0);
        assertEquals(List.of(VIP), bench.only(Action.Announce.class).resources());
        bench.handle(refused(VIP, false)).hear(HIGHER, 200).forget();
        assertTrue(bench.advance(3 * SECOND).all(Action.Install.class).isEmpty());
    }

    @Test
    @DisplayName("A resource refused for good is given up, said once, and not announced again; the next MASTER tries it")
    void givenUp() {
        RouterParameters refreshing = v2().resources(List.of(VIP))
                .announcement(new AnnouncementSettings(5, SECOND, SECOND, 1, 5, SECOND))
                .build();
        Bench bench = new Bench(refreshing).start().advance(3_609_375_000L).forget();
        bench.handle(refused(VIP, true)).handle(refused(VIP, true)).advance(100 * SECOND);
        assertEquals(new Action.ResourceGivenUp(VIP, "No such device"), bench.only(Action.ResourceGivenUp.class));
        assertEquals(0, bench.all(Action.Install.class).size() + bench.all(Action.Announce.class).size());
        bench.hear(HIGHER, 200).forget().advance(5 * SECOND);
        assertEquals(1, bench.all(Action.Install.class).size());
    }

    @Test
    @DisplayName("What looks impossible while an earlier kind is missing is tried again with it")
    void routeOfAMissingAddress() {
        Bench bench = master(VIP, ROUTE).handle(refused(VIP, false)).handle(refused(ROUTE, true));
        assertTrue(bench.all(Action.ResourceGivenUp.class).isEmpty());
        bench.advance(SECOND);
        assertEquals(List.of(VIP, ROUTE), bench.only(Action.Install.class).resources());
    }

    @Test
    @DisplayName("Resources lost in one breath are put back together, addresses before routes")
    void together() {
        Bench bench = master(VIP, ROUTE).handle(lost(ROUTE)).advance(2 * MS).handle(lost(VIP)).advance(5 * MS);
        assertEquals(List.of(VIP, ROUTE), bench.only(Action.Install.class).resources());
    }
}
