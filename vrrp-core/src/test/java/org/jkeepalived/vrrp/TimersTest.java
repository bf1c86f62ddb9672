package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.named;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.jkeepalived.vrrp.Bench.v3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Timers: RFC 3768 section 6.1, RFC 9568 section 6.1")
class TimersTest {

    private static long down(RouterParametersBuilder router) {
        return new Bench(router.build()).router().masterDownNanos();
    }

    @Test
    @DisplayName("49: [v2] Skew = (256 - prio)/256 s, whatever the interval")
    void skewOfVersion2() {
        assertEquals(3 * SECOND + 255 * SECOND / 256, down(v2().priority(1)));
        assertEquals(30 * SECOND + 2 * SECOND / 256, down(v2().priority(254).advertIntervalNanos(10 * SECOND)));
    }

    @Test
    @DisplayName("50: [v3] Skew = (256 - prio) * Active_Adver_Interval / 256")
    void skewOfVersion3() {
        assertEquals(300 * MS + 255 * 100 * MS / 256, down(v3().priority(1).advertIntervalNanos(100 * MS)));
        assertEquals(1_804_687_500L, down(v3().priority(100).advertIntervalNanos(500 * MS)));
    }

    @Test
    @DisplayName("51, 52: down interval = 3 x interval + skew: prio 100, 1 s: 3.609375 s")
    void downInterval() {
        assertEquals(3_609_375_000L, down(v2()));
        assertEquals(3_609_375_000L, down(v3()));
    }

    @Test
    @DisplayName("58: down_timer_adverts changes the factor 3")
    void downTimerAdverts() {
        ElectionSettings five = new ElectionSettings(100, true, 0, 5, false, false, false, false);
        assertEquals(5_609_375_000L, down(v2().election(five)));
    }

    @Test
    @DisplayName("55: priority 254 vs 1: the higher takes over first by the skew difference")
    void skewDecides() {
        assertEquals(253 * SECOND / 256.0, (double) (down(v2().priority(1)) - down(v2().priority(254))), 1.0);
    }

    @Test
    @DisplayName("79: a priority change at run time alters the very next advert")
    void priorityChange() {
        RouterParameters router = v2().trackings(List.of(new Tracking(1, -30, false))).build();
        RouterSetParameters set = new RouterSetParameters(List.of(router), List.of(),
                List.of(new Tracker(1, TrackerCondition.UP)), List.of(), 0);
        Bench bench = new Bench(set).startAndWait().forget().tracker(1, TrackerCondition.DOWN).advance(SECOND);
        assertEquals(List.of(70), bench.adverts());
        assertEquals(new Action.EffectivePriorityChanged(100, 70, RouterState.MASTER),
                bench.only(Action.EffectivePriorityChanged.class));
    }

    @Test
    @DisplayName("56: adverts of many routers that are due together go out together, none early by more than a millisecond")
    void adverts() {
        List<RouterParameters> routers = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            routers.add(named("V" + i, i).version(ProtocolVersion.V3)
                    .priority(255)
                    .addresses("10.0.0.100")
                    .advertIntervalNanos(100 * MS)
                    .build());
        }
        Bench bench = new Bench(routers.toArray(RouterParameters[]::new)).start();
        for (int i = 0; i < 200; i++) {
            bench.hear(i, LOWER, 1).advance(MS / 3);
        }
        bench.advance(100 * MS).forget();
        long wakeUps = 0;
        for (long end = bench.now + SECOND; bench.set.nextDeadlineNanos() < end; wakeUps++) {
            bench.now = bench.set.nextDeadlineNanos();
            bench.fireTimers();
        }
        assertEquals(2000, bench.adverts().size(), 20);
        assertTrue(wakeUps < 2000 / 3, wakeUps + " wake-ups");
        for (int router = 0; router < 200; router++) {
            List<Long> times = times(bench, router);
            for (int i = 1; i < times.size(); i++) {
                assertEquals(100 * MS, (double) (times.get(i) - times.get(i - 1)), (double) MS);
            }
        }
    }

    private static List<Long> times(Bench bench, int router) {
        return bench.recorded()
                .stream()
                .filter(r -> r.router() == router && r.action() instanceof Action.SendAdvert)
                .map(Bench.Recorded::atNanos)
                .toList();
    }
}
