package org.jkeepalived.daemon.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jkeepalived.daemon.messages.ReportLines;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.FaultReason;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterParametersBuilder;
import org.jkeepalived.vrrp.RouterSetSnapshot;
import org.jkeepalived.vrrp.RouterSnapshot;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TransitionCause;
import org.junit.jupiter.api.Test;

/** The line that systemctl status shows. */
class StatusLineTest {
    private static final IpAddress PEER = IpAddress.parse("192.0.2.7");
    private static final ReportLines.Names NAMES = new ReportLines.Names() {
        @Override
        public String interfaceName(int index) {
            return "eth0";
        }

        @Override
        public String tracker(int id) {
            return "script chk" + id;
        }
    };

    private final StatusLine line = new StatusLine();
    private long now;

    private boolean note(String name, Action action) {
        assertTrue(StatusLine.concerns(action) || action instanceof Action.MasterTimeout);
        return line.note(router(name), action, ++now);
    }

    private static RouterParameters router(String name) {
        return new RouterParametersBuilder(name, AddressFamily.IPV4, 51).onInterface("if-" + name, 2).build();
    }

    private static RouterSnapshot snapshot(String name, RouterState state, FaultReason... faults) {
        return new RouterSnapshot(0, router(name), state, state, null, 0, TransitionCause.STARTUP, 0, 0, 100, 100, null,
                null, 0, 0, 0, 0, false, List.of(), List.of(faults), 0, 0, null);
    }

    private void adopt(RouterSnapshot... routers) {
        line.adopt(List.of(routers).stream().map(RouterSnapshot::parameters).toList(), NAMES);
        line.restore(new RouterSetSnapshot(now, List.of(routers), List.of(), 0, 0));
    }

    private void change(String name, RouterState from, RouterState to) {
        assertTrue(note(name, new Action.StateChanged(from, to, TransitionCause.FAULT)));
    }

    @Test
    void itSaysWhoIsMasterAndWhyNot() {
        adopt(snapshot("VI_1", RouterState.MASTER),
                snapshot("VI_2", RouterState.FAULT, new FaultReason.NoSourceAddress(),
                        new FaultReason.InterfaceMissing("eth1")),
                snapshot("VI_3", RouterState.BACKUP), snapshot("VI_4", RouterState.INIT));
        assertEquals("VI_1 MASTER, VI_2 FAULT (interface eth1 does not exist), VI_3 BACKUP, VI_4 INIT", line.text());
    }

    @Test
    void whoGivesWayNamesTheOneItGaveWayTo() {
        adopt(snapshot("VI_1", RouterState.MASTER));
        assertTrue(note("VI_1", new Action.HigherPriorityHeard(PEER, 200, 100)));
        assertEquals("VI_1 MASTER", line.text());
        change("VI_1", RouterState.MASTER, RouterState.BACKUP);
        assertEquals("VI_1 BACKUP (master 192.0.2.7)", line.text());
        change("VI_1", RouterState.BACKUP, RouterState.FAULT);
        change("VI_1", RouterState.FAULT, RouterState.BACKUP);
        assertEquals("VI_1 BACKUP", line.text());
    }

    @Test
    void itFollowsTheRouters() {
        adopt(snapshot("VI_1", RouterState.BACKUP));
        assertTrue(note("VI_1", new Action.MasterSet(PEER)));
        assertEquals("VI_1 BACKUP (master 192.0.2.7)", line.text());
        assertTrue(note("VI_1", new Action.MasterChanged(PEER, IpAddress.parse("192.0.2.8"))));
        assertEquals("VI_1 BACKUP (master 192.0.2.8)", line.text());
        change("VI_1", RouterState.BACKUP, RouterState.MASTER);
        assertEquals("VI_1 MASTER", line.text());
        note("VI_1", new Action.FaultRaised(new FaultReason.TrackerDown(1)));
        note("VI_1", new Action.FaultRaised(new FaultReason.InterfaceDown("eth0")));
        change("VI_1", RouterState.MASTER, RouterState.FAULT);
        assertEquals("VI_1 FAULT (script chk1 is down; interface eth0 is down)", line.text());
        note("VI_1", new Action.FaultCleared(new FaultReason.InterfaceDown("eth0")));
        assertEquals("VI_1 FAULT (script chk1 is down)", line.text());
        note("VI_1", new Action.FaultCleared(new FaultReason.TrackerDown(1)));
        change("VI_1", RouterState.FAULT, RouterState.BACKUP);
        assertEquals("VI_1 BACKUP", line.text());
    }

    @Test
    void whatChangesNoStateIsNoNews() {
        adopt(snapshot("VI_1", RouterState.BACKUP));
        assertFalse(note("VI_1", new Action.MasterTimeout()));
        assertFalse(note("VI_9", new Action.MasterSet(PEER)));
        assertFalse(line.note(null, new Action.StartupDelayed(1), 1));
    }

    @Test
    void aThousandInstancesAreCountedAndSomeOfTheFaultyOnesNamed() {
        List<RouterSnapshot> all = new ArrayList<>();
        IntStream.range(0, 998).forEach(i -> all.add(snapshot("VI_" + i, RouterState.BACKUP)));
        all.add(snapshot("A", RouterState.FAULT, new FaultReason.InterfaceDown("eth1")));
        all.add(snapshot("B", RouterState.FAULT));
        adopt(all.toArray(RouterSnapshot[]::new));
        assertEquals("1000 instances: 998 BACKUP, 2 FAULT (A: interface eth1 is down, B)", line.text());
        IntStream.range(0, 500).forEach(i -> change("VI_" + i, RouterState.BACKUP, RouterState.FAULT));
        assertEquals("1000 instances: 498 BACKUP, 502 FAULT (VI_0, VI_1, VI_2 and 499 more)", line.text());
    }

    @Test
    void namesThatAreLongAreCountedToo() {
        adopt(IntStream.range(0, 10)
                .mapToObj(i -> snapshot("x".repeat(60) + i, RouterState.MASTER))
                .toArray(RouterSnapshot[]::new));
        assertEquals("10 instances: 10 MASTER", line.text());
    }

    @Test
    void aRefusedReloadIsSaidUntilAGoodOne() {
        adopt(snapshot("VI_1", RouterState.MASTER));
        line.notice("reload refused: keepalived.conf:13:5: Unknown keyword 'prioritty'");
        change("VI_1", RouterState.MASTER, RouterState.BACKUP);
        assertEquals("reload refused: keepalived.conf:13:5: Unknown keyword 'prioritty'; VI_1 BACKUP", line.text());
        line.notice("");
        assertEquals("VI_1 BACKUP", line.text());
    }

    @Test
    void whatIsKnownOfARouterOutlivesAReload() {
        adopt(snapshot("VI_1", RouterState.MASTER), snapshot("VI_2", RouterState.BACKUP));
        line.adopt(List.of(router("VI_3"), router("VI_1")), NAMES);
        assertEquals("VI_3 INIT, VI_1 MASTER", line.text());
    }

    @Test
    void newsThatAreOlderThanTheLastLookAreLeftOut() {
        adopt(snapshot("VI_1", RouterState.BACKUP));
        now = 10;
        line.restore(new RouterSetSnapshot(10, List.of(snapshot("VI_1", RouterState.MASTER)), List.of(), 0, 0));
        assertFalse(line.note(router("VI_1"),
                new Action.StateChanged(RouterState.INIT, RouterState.BACKUP, TransitionCause.STARTUP), 9));
        assertEquals("VI_1 MASTER", line.text());
    }

    @Test
    void withoutAnInstanceItSaysSo() {
        adopt();
        assertEquals("no vrrp_instance is configured", line.text());
    }
}
