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
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("57: only monotonic time decides, and a process that did not run for a while looks before it acts")
class StallTest {

    private static final long GRACE = SECOND + 156 * SECOND / 256;

    @Test
    @DisplayName("A BACKUP whose down timer comes late listens for one more interval and skew before it claims")
    void backupListens() {
        Bench bench = new Bench(v2().build()).start().hear(HIGHER, 200).forget().freeze(8 * SECOND).fireTimers();
        assertEquals(new Action.StallNoticed(RouterState.BACKUP, 8 * SECOND - 3_609_375_000L),
                bench.only(Action.StallNoticed.class));
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(bench.now + GRACE, bench.set.nextDeadlineNanos());
        bench.advance(900 * MS).hear(HIGHER, 200).advance(3 * SECOND);
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(1, bench.counters().stalls());
    }

    @Test
    @DisplayName("Where no master is left it claims after that, once per stall")
    void backupClaims() {
        Bench bench = new Bench(v2().build()).start()
                .freeze(8 * SECOND)
                .fireTimers()
                .freeze(GRACE + SECOND)
                .fireTimers();
        assertEquals(RouterState.MASTER, bench.state());
    }

    @Test
    @DisplayName("A timer that is only a little late is no stall")
    void littleLate() {
        Bench bench = new Bench(v2().build()).start().freeze(3_609_375_000L + 499 * MS).fireTimers();
        assertEquals(RouterState.MASTER, bench.state());
    }

    @Test
    @DisplayName("Adverts that waited in the socket are heard before expired timers fire: no claim")
    void queuedAdverts() {
        Bench bench = new Bench(v2().build()).start().freeze(8 * SECOND).hear(HIGHER, 200).fireTimers();
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(0, bench.counters().stalls());
    }

    @Test
    @DisplayName("A MASTER that overslept a down interval and hears another router, of any priority, steps down instead of fighting")
    void masterStepsDown() {
        Bench bench = new Bench(v2().priority(200).build()).startAndWait()
                .forget()
                .freeze(5 * SECOND)
                .hear(LOWER, 100)
                .fireTimers();
        assertEquals(List.of("StallNoticed", "StateChanged", "Remove", "Notify"), bench.names());
        assertEquals(TransitionCause.STALLED, bench.only(Action.StateChanged.class).cause());
        assertEquals(RouterState.BACKUP, bench.state());
        bench.advance(SECOND).hear(LOWER, 100).advance(SECOND).hear(LOWER, 100);
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(RouterState.MASTER, bench.advance(SECOND).hear(LOWER, 100).advance(SECOND).state(),
                "normal preemption");
    }

    @Test
    @DisplayName("100 masters at 0.1 s that did not run for 0.8 s and find lower priorities waiting stay; one report")
    void shortStall() {
        RouterParameters[] routers = new RouterParameters[100];
        for (int i = 0; i < routers.length; i++) {
            routers[i] = Bench.named("V" + i, i + 1)
                    .version(ProtocolVersion.V3)
                    .addresses("10.0.1." + i)
                    .advertIntervalNanos(100 * MS)
                    .build();
        }
        Bench bench = new Bench(routers).startAndWait().forget().freeze(800 * MS);
        for (int i = 0; i < routers.length; i++) {
            bench.hear(i, LOWER, 50);
        }
        bench.fireTimers();
        assertTrue(bench.all(Action.StateChanged.class).isEmpty());
        assertEquals(1, bench.all(Action.StallNoticed.class).size());
        assertEquals(100, bench.adverts().size(), "each answers");
        assertEquals(1, bench.counters().stalls());
        bench.forget().advance(SECOND).freeze(800 * MS).fireTimers();
        assertEquals(1, bench.all(Action.StallNoticed.class).size(), "the next stall is another one");
    }

    @Test
    @DisplayName("A short stall does not excuse a lower priority from a higher one")
    void shortStallAndHigherPriority() {
        Bench bench = new Bench(v3().advertIntervalNanos(100 * MS).build()).startAndWait().freeze(800 * MS);
        assertEquals(RouterState.BACKUP, bench.hear(HIGHER, 200).state());
    }

    @Test
    @DisplayName("A MASTER that overslept and heard nobody advertises and announces again")
    void masterAsserts() {
        Bench bench = new Bench(v2().build()).startAndWait().forget().freeze(10 * SECOND).fireTimers();
        assertEquals(List.of("StallNoticed", "SendAdvert", "Announce"), bench.names().subList(0, 3));
        assertEquals(RouterState.MASTER, bench.state());
        assertTrue(bench.set.nextDeadlineNanos() > bench.now);
    }

    @Test
    @DisplayName("After a stall adverts are not caught up: one, then the usual rhythm")
    void noCatchingUp() {
        Bench bench = new Bench(v2().build()).startAndWait().forget().freeze(3 * SECOND).fireTimers();
        assertEquals(1, bench.adverts().size());
        assertEquals(3, bench.advance(2500 * MS).adverts().size(), 1);
    }
}
