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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Backup: RFC 3768 section 6.4.2, RFC 9568 section 6.4.2")
class BackupTest {

    private static final long DOWN = 3_609_375_000L;

    private static RouterParametersBuilder nopreempt() {
        return v2().election(ElectionSettings.DEFAULT.withPreemption(false, 0));
    }

    @Test
    @DisplayName("62: BACKUP, down timer fires => advert, GARP/NA per VIP, adver timer, MASTER")
    void downTimerFires() {
        Bench bench = new Bench(v2().build()).start().forget().advance(DOWN);
        assertEquals(List.of("MasterTimeout", "StateChanged", "SendAdvert", "Install", "Announce", "Notify"),
                bench.names());
        assertEquals(bench.now + SECOND, bench.router().electionDeadlineNanos());
        assertEquals(1, bench.counters().becameMaster());
        assertEquals(new Action.Notify(RouterState.MASTER, 100), bench.only(Action.Notify.class));
    }

    @Test
    @DisplayName("63: BACKUP, priority 0 => down timer = skew only")
    void priorityZero() {
        Bench bench = new Bench(v2().build()).start().hear(HIGHER, 150).forget().hear(HIGHER, 0);
        assertEquals(bench.now + 609_375_000L, bench.set.nextDeadlineNanos());
        assertEquals(new Action.PriorityZeroHeard(HIGHER, RouterState.BACKUP),
                bench.only(Action.PriorityZeroHeard.class));
        assertEquals(1, bench.counters().priorityZeroReceived());
        assertEquals(RouterState.MASTER, bench.advance(610 * MS).state());
    }

    @Test
    @DisplayName("64: BACKUP, advert priority >= own => timer reset")
    void higherOrEqualPriorityResets() {
        Bench bench = new Bench(v2().build()).start();
        for (int priority : new int[]{100, 101, 255}) {
            bench.advance(3 * SECOND).hear(HIGHER, priority);
            assertEquals(bench.now + DOWN, bench.set.nextDeadlineNanos());
        }
        assertEquals(RouterState.BACKUP, bench.advance(DOWN - 1).state());
    }

    @Test
    @DisplayName("64, 66: BACKUP with nopreempt and lower master never takes over while adverts arrive")
    void nopreemptWaits() {
        Bench bench = new Bench(nopreempt().build()).start();
        for (int i = 0; i < 100; i++) {
            assertEquals(RouterState.BACKUP, bench.advance(SECOND).hear(LOWER, 1).state());
        }
        assertEquals(RouterState.MASTER, bench.advance(DOWN).state());
    }

    @Test
    @DisplayName("65: BACKUP, preempt on and advert prio < own => ignored, timer keeps running")
    void lowerPriorityIsDiscarded() {
        Bench bench = new Bench(v2().build()).start();
        long deadline = bench.set.nextDeadlineNanos();
        bench.forget();
        for (int i = 0; i < 3; i++) {
            bench.advance(SECOND).hear(LOWER, 99);
            assertEquals(deadline, bench.set.nextDeadlineNanos());
        }
        assertEquals(new Action.LowerPriorityDiscarded(LOWER, 99),
                bench.all(Action.LowerPriorityDiscarded.class).getLast());
        assertEquals(RouterState.MASTER, bench.advance(SECOND).state());
    }

    @Test
    @DisplayName("76: preempt on: a higher-priority router that starts later becomes MASTER after its own down interval")
    void preemption() {
        Bench bench = new Bench(v2().priority(200).build()).start();
        for (int i = 0; i < 3; i++) {
            bench.advance(SECOND).hear(LOWER, 100);
        }
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(RouterState.MASTER, bench.advance(3 * SECOND + 56 * SECOND / 256 - 3 * SECOND).state());
    }

    @Test
    @DisplayName("76: preempt_delay starts with the first advert of a lower priority and holds the take-over back")
    void preemptDelay() {
        Bench bench = new Bench(v2().election(ElectionSettings.DEFAULT.withPreemption(true, 10 * SECOND)).build())
                .start()
                .forget();
        bench.advance(SECOND).hear(LOWER, 90);
        long end = bench.now + 10 * SECOND;
        assertEquals(new Action.PreemptDelayStarted(10 * SECOND), bench.only(Action.PreemptDelayStarted.class));
        while (bench.now < end) {
            assertEquals(RouterState.BACKUP, bench.advance(SECOND).hear(LOWER, 90).state());
        }
        for (int i = 0; i < 4; i++) {
            bench.advance(SECOND).hear(LOWER, 90);
        }
        assertEquals(RouterState.MASTER, bench.state());
    }

    @Test
    @DisplayName("preempt_delay does not apply when the master dies or releases, and ends when a higher priority comes")
    void preemptDelayEnds() {
        ElectionSettings delayed = ElectionSettings.DEFAULT.withPreemption(true, 60 * SECOND);
        Bench silent = new Bench(v2().election(delayed).build()).start().hear(LOWER, 90).advance(DOWN);
        assertEquals(RouterState.MASTER, silent.state());
        Bench released = new Bench(v2().election(delayed).build()).start()
                .hear(LOWER, 90)
                .hear(LOWER, 0)
                .advance(SECOND);
        assertEquals(RouterState.MASTER, released.state());
        Bench higher = new Bench(v2().election(delayed).build()).start().hear(LOWER, 90).forget().hear(HIGHER, 100);
        assertEquals(1, higher.all(Action.PreemptDelayStopped.class).size());
        assertEquals(0, higher.router().preemptDelayEndNanos());
    }

    @Test
    @DisplayName("67: shutdown in BACKUP sends nothing")
    void stopInBackup() {
        Bench bench = new Bench(v2().build()).start().forget().stop().advance(10 * SECOND);
        assertEquals(List.of("StateChanged", "Notify"), bench.names());
        assertEquals(RouterState.STOP, bench.state());
    }

    @Test
    @DisplayName("74: no advert is ever sent in BACKUP")
    void silentInBackup() {
        Bench bench = new Bench(v2().build()).start();
        for (int i = 0; i < 50; i++) {
            bench.advance(SECOND).hear(HIGHER, 100 + i % 2 * 55);
        }
        assertTrue(bench.adverts().isEmpty());
    }

    @Test
    @DisplayName("78: master killed without prio 0: takeover within 3 x interval + skew, not earlier")
    void masterDies() {
        Bench bench = new Bench(v3().advertIntervalNanos(100 * MS).build()).start();
        for (int i = 0; i < 20; i++) {
            bench.advance(100 * MS).hear(HIGHER, 200);
        }
        long died = bench.now;
        bench.forget().advance(SECOND);
        assertEquals(300 * MS + 156 * 100 * MS / 256, bench.whenAfter(died, Action.StateChanged.class));
    }

    @Test
    @DisplayName("The master's address is reported when it is first heard and when it changes")
    void masterAddress() {
        Bench bench = new Bench(v2().build()).start().forget().hear(HIGHER, 150).hear(HIGHER, 150).hear(LOWER, 160);
        assertEquals(List.of(new Action.MasterSet(HIGHER)), bench.all(Action.MasterSet.class));
        assertEquals(List.of(new Action.MasterChanged(HIGHER, LOWER)), bench.all(Action.MasterChanged.class));
        assertEquals(160, bench.router().masterPriority());
    }
}
