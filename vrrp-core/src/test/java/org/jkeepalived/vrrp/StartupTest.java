package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.jkeepalived.vrrp.Bench.v3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Initialize: RFC 9568 section 6.4.1")
class StartupTest {

    @Test
    @DisplayName("59: startup, priority 255 => send advert, announce, MASTER at once")
    void ownerTakesOverAtOnce() {
        Bench bench = new Bench(v2().priority(255).build()).start();
        assertEquals(List.of("MasterTimeout", "StateChanged", "SendAdvert", "Install", "Announce", "Notify"),
                bench.names());
        assertEquals(new Action.StateChanged(RouterState.INIT, RouterState.MASTER, TransitionCause.OWNER),
                bench.only(Action.StateChanged.class));
        assertEquals(List.of(255), bench.adverts());
    }

    @Test
    @DisplayName("K: an owner with state BACKUP waits as BACKUP for a down interval of the least skew")
    void ownerThatStartsAsBackup() {
        ElectionSettings waiting = ElectionSettings.DEFAULT.withPriority(255).withStartAsBackup(true);
        Bench bench = new Bench(v2().election(waiting).build()).start();
        assertEquals(List.of("StateChanged", "Notify"), bench.names());
        assertEquals(RouterState.BACKUP, bench.advance(3 * SECOND).state());
        assertEquals(RouterState.MASTER, bench.advance(SECOND / 256 + 1).state());
        assertEquals(255, bench.router().effectivePriority());
    }

    @Test
    @DisplayName("60: startup, otherwise => BACKUP with down timer set")
    void othersBecomeBackup() {
        Bench bench = new Bench(v2().build()).start();
        assertEquals(List.of("StateChanged", "Notify"), bench.names());
        assertEquals(new Action.StateChanged(RouterState.INIT, RouterState.BACKUP, TransitionCause.STARTUP),
                bench.only(Action.StateChanged.class));
        assertEquals(bench.now + 3_609_375_000L, bench.set.nextDeadlineNanos());
    }

    @Test
    @DisplayName("61: no transition to MASTER before a full down interval without a valid advert")
    void noMasterBeforeTheDownInterval() {
        Bench bench = new Bench(v2().build()).start().advance(3_609_374_999L);
        assertEquals(RouterState.BACKUP, bench.state());
        assertEquals(RouterState.MASTER, bench.advance(1).state());
    }

    @Test
    @DisplayName("53: [v3] before any advert is heard, the active interval is our own")
    void ownIntervalBeforeTheFirstAdvert() {
        Bench bench = new Bench(v3().advertIntervalNanos(100 * MS).build()).start();
        assertEquals(bench.now + 300 * MS + 156 * 100 * MS / 256, bench.set.nextDeadlineNanos());
    }

    @Test
    @DisplayName("A startup delay holds adverts, timers and transitions back; the full wait starts after it")
    void startupDelay() {
        RouterSetParameters delayed = new RouterSetParameters(List.of(v2().build()), List.of(), List.of(), List.of(),
                5 * SECOND);
        Bench bench = new Bench(delayed).start();
        assertEquals(List.of("StartupDelayed"), bench.names());
        assertEquals(RouterState.INIT, bench.hear(Bench.HIGHER, 200).state());
        assertEquals(0, bench.counters().advertsReceived());
        assertEquals(RouterState.BACKUP, bench.advance(5 * SECOND).state());
        assertEquals(RouterState.BACKUP, bench.advance(3600 * MS).state());
        assertEquals(RouterState.MASTER, bench.advance(10 * MS).state());
    }

    @Test
    @DisplayName("A router that cannot run starts in FAULT and says why")
    void startInFault() {
        Bench bench = new Bench(v2().source(null).build()).start();
        assertEquals(List.of("FaultRaised", "StateChanged", "Notify"), bench.names());
        assertEquals(new Action.FaultRaised(new FaultReason.NoSourceAddress()), bench.only(Action.FaultRaised.class));
        assertEquals(RouterState.FAULT, bench.state());
        assertEquals(Long.MAX_VALUE, bench.set.nextDeadlineNanos());
    }

    @Test
    @DisplayName("A FAULT by configuration alone is not notified")
    void configurationFault() {
        Bench bench = new Bench(v2().configurationFaults(List.of("unicast without peers")).build()).start();
        assertEquals(List.of("FaultRaised", "StateChanged"), bench.names());
    }

    @Test
    @DisplayName("What is reported before the start is known at the start")
    void eventsBeforeTheStart() {
        Bench bench = new Bench(v2().build());
        bench.link("eth0", LinkState.DOWN);
        assertTrue(bench.names().isEmpty());
        assertEquals(RouterState.FAULT, bench.start().state());
    }
}
