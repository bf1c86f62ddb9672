package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.jkeepalived.vrrp.Bench.v3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Packets cause a bounded number of answers, however many come")
class FloodTest {

    private static Bench flood(Bench bench, int packets, long apartNanos, int priority) {
        for (int i = 0; i < packets; i++) {
            bench.hear(IpAddress.ipv4(0x0a000000 + i % 4), priority).advance(apartNanos);
        }
        return bench;
    }

    private static List<Long> times(Bench bench, Class<? extends Action> type) {
        return bench.recorded().stream().filter(r -> type.isInstance(r.action())).map(Bench.Recorded::atNanos).toList();
    }

    @Test
    @DisplayName("69, 73: 1,500 adverts of priority 0, or of a lower one, in 36 ms: five adverts and one burst at once, one of each later")
    void burst() {
        for (int priority : new int[]{0, 50}) {
            Bench bench = flood(new Bench(v2().build()).startAndWait().forget(), 1500, 24_000, priority);
            assertEquals(5, bench.adverts().size());
            assertEquals(1, bench.all(Action.Announce.class).size());
            assertEquals(6, bench.advance(200 * MS).adverts().size(), "the last of them is answered too");
            assertEquals(2, bench.advance(SECOND).all(Action.Announce.class).size());
            assertEquals(RouterState.MASTER, bench.state());
        }
    }

    @Test
    @DisplayName("A flood that goes on is answered ten times a second, with one burst a second; own adverts are not late")
    void steady() {
        Bench bench = flood(new Bench(v2().build()).startAndWait().forget(), 10_000, MS, 50);
        assertEquals(100, bench.adverts().size(), 8);
        assertEquals(10, bench.all(Action.Announce.class).size(), 1);
        List<Long> adverts = times(bench, Action.SendAdvert.class);
        for (int i = 6; i < adverts.size(); i++) {
            long gap = adverts.get(i) - adverts.get(i - 1);
            assertTrue(gap <= SECOND && gap >= 90 * MS, gap + " ns");
        }
    }

    @Test
    @DisplayName("69: priority 0 right after other answers is answered at once; after five within 100 ms, or half an advert interval")
    void answeredSoon() {
        Bench bench = new Bench(v2().build()).startAndWait();
        for (int i = 0; i < 4; i++) {
            bench.hear(LOWER, 50).advance(MS);
        }
        assertEquals(List.of(100), bench.forget().hear(LOWER, 0).adverts());
        long since = bench.now;
        assertTrue(bench.forget().hear(LOWER, 50).adverts().isEmpty());
        assertTrue(bench.advance(SECOND).whenAfter(since, Action.SendAdvert.class) <= 100 * MS);
        Bench quick = new Bench(v3().advertIntervalNanos(100 * MS).build()).startAndWait();
        flood(quick, 5, 0, 50).forget().hear(LOWER, 50);
        since = quick.now;
        assertTrue(quick.advance(SECOND).whenAfter(since, Action.SendAdvert.class) <= 50 * MS);
    }

    @Test
    @DisplayName("A rival that advertises at the usual pace is answered and reported each time")
    void rival() {
        Bench bench = new Bench(v2().build()).startAndWait().forget();
        for (int i = 1; i <= 60; i++) {
            bench.hear(LOWER, 50).advance(990 * MS);
            assertEquals(i, bench.all(Action.LowerPriorityHeard.class).size());
            assertEquals(i, bench.all(Action.NotifyLowerPriority.class).size());
        }
        assertEquals(60, bench.adverts().size(), 1);
    }

    @Test
    @DisplayName("44: reports of packets are twenty at once, then one a second, whatever their sources say; the rest is counted")
    void reports() {
        Bench bench = new Bench(v2().build()).start().forget();
        byte[] bad = bench.set.parameters(0).advertFormat(HIGHER).encode(200).bytes(0);
        bad[7] ^= 1;
        for (int i = 0; i < 10_000; i++) {
            bench.hear(IpAddress.ipv4(0x0a010000 + i), 200).hearRaw(bad, HIGHER, HIGHER.family()).advance(MS);
        }
        assertTrue(bench.names().size() <= 20 + 2 * 10, bench.names().size() + " reports");
        long suppressed = bench.all(Action.ReportsSuppressed.class)
                .stream()
                .mapToLong(Action.ReportsSuppressed::count)
                .sum();
        assertEquals(20_000, (double) (suppressed + bench.names().size()), 2100);
        assertEquals(10_000, bench.counters().checksumErrors());
        assertEquals(RouterState.BACKUP, bench.state());
    }

    @Test
    @DisplayName("70: a flood of lower priorities does not hide a higher one")
    void higherAmongMany() {
        Bench bench = flood(new Bench(v2().build()).startAndWait(), 1500, 24_000, 50);
        assertEquals(RouterState.BACKUP, bench.hear(HIGHER, 200).state());
        assertTrue(bench.forget().advance(3 * SECOND).adverts().isEmpty(), "no answer is left over");
    }
}
