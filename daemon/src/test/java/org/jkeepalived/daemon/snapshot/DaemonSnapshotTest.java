package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import org.jkeepalived.daemon.dump.DataDump;
import org.jkeepalived.daemon.dump.DumpSnapshot;
import org.jkeepalived.daemon.tracking.InterfaceSource;
import org.jkeepalived.daemon.tracking.ScriptSource;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TrackerCondition;
import org.junit.jupiter.api.Test;

class DaemonSnapshotTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String TWO = """
            global_defs {
              dynamic_interfaces
              enable_script_security
              script_user root
            }
            vrrp_script ready {
              script "/usr/bin/true"
            }
            vrrp_sync_group G {
              group {
                ONE
                TWO
              }
            }
            vrrp_instance ONE {
              interface eth0
              virtual_router_id 1
              priority 100
              virtual_ipaddress {
                192.0.2.10/24
                192.0.2.11/24
              }
            }
            vrrp_instance TWO {
              interface later0
              virtual_router_id 2
              priority 100
              track_script {
                ready
              }
              virtual_ipaddress {
                192.0.2.20/24
              }
            }
            """;
    private static final String ONE = TWO.replaceAll("(?s)vrrp_sync_group.*?\n}\n", "");

    private static FakeHost host(String configuration) {
        return new FakeHost().loopback()
                .ethernet(2, "eth0", 0x0200_0000_0001L)
                .address(2, "192.0.2.1", 24, AddressSpec.SCOPE_GLOBAL)
                .run(configuration);
    }

    private static DumpSnapshot dump(FakeHost host) {
        return host.situation().dump(new ProcessFacts("blue", "vm", 0177, 0, 0), List.of());
    }

    @Test
    void aMasterIsShownWithItsAddressesSetAndItsTransitionOnTheWallClock() {
        var master = dump(host(ONE).pass(10 * SECOND)).instances().getFirst();
        assertEquals(RouterState.MASTER, master.state());
        assertTrue(master.addresses().stream().allMatch(address -> address.set()));
        // Three intervals and the skew of priority 100, (256 - 100) / 256 s.
        assertEquals(FakeHost.START_NANOS / 1_000 + 3_609_375, master.lastTransitionEpochMicros());
        assertEquals(1, master.counters().becameMaster());
        assertEquals(7, master.counters().advertsSent());
        assertNull(master.currentMaster());
    }

    @Test
    void anAddressThatTheInterfaceDoesNotHaveIsNotSet() {
        var master = dump(host(ONE).pass(10 * SECOND).removeAddress(2, "192.0.2.11", 24)).instances().getFirst();
        assertTrue(master.vipsSet());
        assertEquals(List.of(true, false), master.addresses().stream().map(address -> address.set()).toList());
    }

    @Test
    void aBackupsAddressThatTheInterfaceHasIsNotSet() {
        var backup = dump(host(ONE).address(2, "192.0.2.10", 24, AddressSpec.SCOPE_GLOBAL)).instances().getFirst();
        assertEquals(RouterState.BACKUP, backup.state());
        assertFalse(backup.addresses().getFirst().set());
        assertEquals(FakeHost.START_NANOS / 1_000 + 3_609_375, backup.readTimeoutEpochMicros());
    }

    @Test
    void anInstanceWithoutItsInterfaceCountsItsFaultsAndHasNoSocketsAndNoTimer() {
        FakeHost host = host(ONE).tracker(ScriptSource.id("ready"), TrackerCondition.DOWN).pass(10 * SECOND);
        var faulty = dump(host).instances().get(1);
        assertEquals(RouterState.FAULT, faulty.state());
        assertEquals(host.situation().routers().routers().get(1).faults().size(), faulty.faults().trackers());
        assertTrue(faulty.faults().trackers() > 0);
        assertEquals(RouterState.FAULT, faulty.wantedState());
        assertEquals(-1, faulty.descriptorIn());
        assertEquals(0, faulty.readTimeoutEpochMicros());
        assertEquals("", faulty.sourceAddress());
        assertTrue(DataDump.render(dump(host), ZoneOffset.UTC).contains("   Read timeout = DISABLED\n"));
    }

    @Test
    void aScriptWithoutAResultIsCountedAndShownAsUnknown() {
        DumpSnapshot dump = dump(host(ONE));
        assertEquals(1, dump.instances().get(1).faults().scriptsInInit());
        assertEquals(CheckResult.UNKNOWN, dump.scripts().getFirst().status().result());
        assertEquals("TWO", dump.scripts().getFirst().tracking().getFirst().name());
    }

    @Test
    void anInstanceThatWaitsForAFirstResultIsShownInFaultAndWantsWhatIsConfigured() {
        String waiting = ONE.replace("interface later0", "interface eth0");
        var backup = dump(host(waiting)).instances().get(1);
        assertEquals(RouterState.FAULT, backup.state());
        assertEquals(RouterState.BACKUP, backup.wantedState());
        var master = dump(host(waiting.replace("virtual_router_id 2", "virtual_router_id 2\n  state MASTER")));
        assertEquals(RouterState.FAULT, master.instances().get(1).state());
        assertEquals(RouterState.MASTER, master.instances().get(1).wantedState());
    }

    @Test
    void aGroupIsInFaultWithItsFaultyMembersCounted() {
        DumpSnapshot dump = dump(host(TWO).tracker(ScriptSource.id("ready"), TrackerCondition.UP).pass(10 * SECOND));
        var group = dump.groups().getFirst();
        assertEquals(RouterState.FAULT, group.state());
        assertEquals(1, group.membersInFault());
        assertEquals(List.of("ONE", "TWO"), group.members());
        assertEquals("G", dump.instances().getFirst().settings().syncGroup());
    }

    @Test
    void theNamespaceAndTheUmaskInForceAreShown() {
        String text = DataDump.render(dump(host(ONE)), ZoneOffset.UTC);
        assertTrue(text.contains(" Network namespace = blue\n"));
        assertTrue(text.contains(" umask = 0177\n"));
        assertTrue(text.contains(" Router ID = vm\n"));
    }

    @Test
    void anInterfaceThatNobodyHasIsListedAsDeletedBehindTheOthers() {
        var links = dump(host(ONE)).interfaces();
        assertEquals(List.of("lo", "eth0", "later0"), links.stream().map(link -> link.name()).toList());
        assertEquals(0, links.getLast().index());
        assertEquals("192.0.2.1", links.get(1).ipv4Address());
    }

    @Test
    void theConfigurationInTheLogLacksWhatOnlyRunningInstancesHave() {
        String text = DataDump.renderConfiguration(dump(host(ONE)), ZoneOffset.UTC);
        assertFalse(text.contains("   State = MASTER") || text.contains("   State = BACKUP"));
        for (String absent : List.of("Last transition", "Read timeout", "Master down timer", "Effective priority",
                "Total priority", "Sockpool", "fd_in")) {
            assertFalse(text.contains(absent), absent);
        }
        assertTrue(text.contains("   No sockets allocated\n"));
        assertTrue(text.contains("   Priority = 100\n   Advert interval = 1 sec\n"));
    }

    @Test
    void theInterfaceOfAnAddressCountsWithoutTheWeightItIsTrackedWith() {
        FakeHost host = new FakeHost().ethernet(2, "eth0", 0x0200_0000_0001L)
                .ethernet(3, "eth1", 0x0200_0000_0002L)
                .address(2, "192.0.2.1", 24, AddressSpec.SCOPE_GLOBAL)
                .run("""
                        vrrp_instance ONE {
                          interface eth0
                          virtual_router_id 1
                          priority 100
                          track_interface {
                            eth1 weight 30
                          }
                          virtual_ipaddress {
                            192.0.2.10/24 dev eth1
                          }
                        }
                        """);
        assertEquals(100, dump(host).instances().getFirst().effectivePriority());
        host.tracker(InterfaceSource.id("eth1"), TrackerCondition.DOWN);
        DumpSnapshot dump = dump(host);
        assertEquals(RouterState.FAULT, dump.instances().getFirst().state());
        assertEquals(30, dump.instances().getFirst().settings().trackInterfaces().getFirst().weight());
        assertEquals(0, dump.interfaces().getLast().tracking().getFirst().weight());
    }

    @Test
    void neverIsNoTime() {
        WallClock clock = new WallClock(5_000_000, 1_000_000);
        assertEquals(0, clock.epochMicrosOf(0));
        assertEquals(0, clock.epochMicrosOf(Long.MAX_VALUE));
        assertEquals(998_000, clock.epochMicrosOf(3_000_000));
        assertEquals(1_002_000, clock.epochMicrosOf(7_000_000));
    }
}
