package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.OURS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.jkeepalived.vrrp.Bench.v3;
import static org.jkeepalived.vrrp.Bench.v6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Master (Active): RFC 3768 section 6.4.3, RFC 9568 section 6.4.3")
class MasterTest {

    private static Bench master(RouterParametersBuilder router) {
        return new Bench(router.build()).startAndWait().forget();
    }

    private static ElectionSettings election(boolean lowerPrioNoAdvert, boolean higherPrioSendAdvert) {
        return new ElectionSettings(100, true, 0, 3, lowerPrioNoAdvert, higherPrioSendAdvert, false, false);
    }

    @Test
    @DisplayName("56: adverts every interval, the first immediately on becoming master")
    void rhythm() {
        Bench bench = new Bench(v3().advertIntervalNanos(250 * MS).build()).start().advance(20 * SECOND);
        List<Long> times = bench.recorded()
                .stream()
                .filter(r -> r.action() instanceof Action.SendAdvert)
                .map(r -> r.atNanos())
                .toList();
        assertEquals(bench.router().lastTransitionNanos(), times.getFirst());
        for (int i = 1; i < times.size(); i++) {
            assertEquals(250 * MS, (double) (times.get(i) - times.get(i - 1)), (double) MS);
        }
        assertEquals(20_000 / 250, times.size(), 5);
    }

    @Test
    @DisplayName("The steady state sends the very same payload object")
    void samePayload() {
        Bench bench = master(v2()).advance(5 * SECOND);
        List<Action.SendAdvert> sent = bench.all(Action.SendAdvert.class);
        assertEquals(5, sent.size());
        sent.forEach(advert -> assertSame(sent.getFirst(), advert));
    }

    @Test
    @DisplayName("68, 12: shutdown in MASTER sends exactly one logical advert with priority 0 and then nothing")
    void stop() {
        Bench bench = master(v2()).stop().advance(10 * SECOND).hear(HIGHER, 200);
        assertEquals(List.of("StateChanged", "SendAdvert", "Remove", "Notify"), bench.names());
        assertEquals(List.of(0), bench.adverts());
        assertEquals(new Action.Notify(RouterState.STOP, 100), bench.only(Action.Notify.class));
        assertEquals(1, bench.counters().priorityZeroSent());
    }

    @Test
    @DisplayName("69: MASTER, priority 0 heard => advert immediately, stay MASTER")
    void priorityZero() {
        Bench bench = master(v2()).hear(LOWER, 0);
        assertEquals(List.of("PriorityZeroHeard", "SendAdvert", "Announce"), bench.names());
        assertEquals(RouterState.MASTER, bench.state());
        assertEquals(bench.now + SECOND, bench.router().electionDeadlineNanos());
    }

    @Test
    @DisplayName("70, 99: MASTER, higher prio => BACKUP, VIPs gone, down timer from the master's interval")
    void higherPriority() {
        Bench bench = master(v3()).hearInterval(LOWER, 101, 200 * MS);
        assertEquals(List.of("HigherPriorityHeard", "StateChanged", "Remove", "Notify"), bench.names());
        assertEquals(RouterState.BACKUP, bench.state());
        assertFalse(bench.router().resourcesSet());
        assertEquals(bench.now + 600 * MS + 156 * 200 * MS / 256, bench.router().electionDeadlineNanos());
        assertEquals(new Action.HigherPriorityHeard(LOWER, 101, 100), bench.only(Action.HigherPriorityHeard.class));
    }

    @Test
    @DisplayName("71: MASTER, equal prio and sender address greater (network-order unsigned compare) => BACKUP")
    void equalPriorityHigherAddress() {
        assertEquals(RouterState.BACKUP, master(v2()).hear(HIGHER, 100).state());
        assertEquals(RouterState.BACKUP, master(v2()).hear(IpAddress.parse("200.0.0.1"), 100).state());
        assertEquals(RouterState.BACKUP, master(v6()).hear(IpAddress.parse("fe80::8000:0:0:1"), 100).state());
    }

    @Test
    @DisplayName("72: MASTER, equal prio and sender address smaller => stay")
    void equalPriorityLowerAddress() {
        assertEquals(RouterState.MASTER, master(v2()).hear(LOWER, 100).state());
        assertEquals(RouterState.MASTER, master(v6()).hear(IpAddress.parse("fe80::4"), 100).state());
        assertEquals(RouterState.MASTER, master(v2().source(IpAddress.parse("200.0.0.1"))).hear(OURS, 100).state());
    }

    @Test
    @DisplayName("73: MASTER, lower prio: advert immediately and announce, as RFC 9568 and keepalived do")
    void lowerPriority() {
        Bench bench = master(v2()).hear(LOWER, 99);
        assertEquals(List.of("LowerPriorityHeard", "SendAdvert", "Announce", "NotifyLowerPriority"), bench.names());
        assertEquals(new Action.LowerPriorityHeard(LOWER, 99, 100, true), bench.only(Action.LowerPriorityHeard.class));
    }

    @Test
    @DisplayName("73: with lower_prio_no_advert no advert is sent, as RFC 5798 has it")
    void lowerPriorityNoAdvert() {
        Bench bench = master(v2().election(election(true, false))).hear(LOWER, 99);
        assertTrue(bench.adverts().isEmpty());
        assertEquals(new Action.LowerPriorityHeard(LOWER, 99, 100, false), bench.only(Action.LowerPriorityHeard.class));
    }

    @Test
    @DisplayName("higher_prio_send_advert: one more advert before giving way")
    void higherPriorityWithAdvert() {
        assertEquals(List.of(100), master(v2().election(election(false, true))).hear(HIGHER, 200).adverts());
        assertEquals(List.of(), master(v2()).hear(HIGHER, 200).adverts());
    }

    @Test
    @DisplayName("26: own adverts are ignored")
    void ownAdvert() {
        Bench bench = master(v2()).hear(OURS, 100).hear(OURS, 100);
        assertEquals(List.of("AdvertFaulty"), bench.names());
        assertEquals(2, bench.counters().ownAddressAdverts());
        assertEquals(RouterState.MASTER, bench.state());
    }

    @Test
    @DisplayName("43: duplicate owners resolve by election; the lower address gives way and counts itself as 254")
    void twoOwners() {
        Bench lower = new Bench(v2().priority(255).build()).start().hear(HIGHER, 255);
        assertEquals(RouterState.BACKUP, lower.state());
        assertEquals(new Action.RivalOwnerHeard(HIGHER, true), lower.only(Action.RivalOwnerHeard.class));
        assertEquals(new Action.HigherPriorityHeard(HIGHER, 255, 254), lower.only(Action.HigherPriorityHeard.class));
        assertEquals(254, lower.router().effectivePriority());
        assertEquals(RouterState.MASTER, lower.advance(4 * SECOND).state());
        assertEquals(255, lower.router().effectivePriority());
        assertEquals(255, lower.adverts().getLast());
        Bench higher = new Bench(v2().priority(255).build()).start().hear(LOWER, 255);
        assertEquals(RouterState.MASTER, higher.state());
    }

    @Test
    @DisplayName("42, 43: [v3] an owner hears other address lists; owner_ignore_adverts drops them")
    void ownerIgnoresAdverts() {
        ElectionSettings ignoring = new ElectionSettings(255, true, 0, 3, false, false, true, false);
        Bench bench = new Bench(v3().election(ignoring).build()).start().forget().hear(HIGHER, 255);
        assertTrue(bench.names().isEmpty());
        assertEquals(RouterState.MASTER, bench.state());
    }

    @Test
    @DisplayName("96, 100: VIP added before the first GARP; adverts start no later than VIP add")
    void orderOfTakeOver() {
        Bench bench = new Bench(v2().build()).startAndWait();
        List<String> names = bench.names();
        assertTrue(names.indexOf("SendAdvert") < names.indexOf("Install"));
        assertTrue(names.indexOf("Install") < names.indexOf("Announce"));
        assertTrue(names.indexOf("Announce") < names.lastIndexOf("Notify"));
    }
}
