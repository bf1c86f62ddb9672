package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jkeepalived.daemon.dump.DumpSnapshot;
import org.jkeepalived.daemon.dump.SocketSnapshot;
import org.jkeepalived.netlink.route.AddressSpec;
import org.junit.jupiter.api.Test;

/** Who depends on an interface and with which weight, and the buffers of sockets, as keepalived 2.2.7 shows both. */
class LinkTrackingTest {

    private static DumpSnapshot dump(String configuration) {
        return new FakeHost().loopback()
                .ethernet(2, "eth0", 0x0200_0000_0001L)
                .address(2, "10.0.0.1", 24, AddressSpec.SCOPE_GLOBAL)
                .ethernet(3, "eth1", 0x0200_0000_0002L)
                .address(3, "10.0.1.1", 24, AddressSpec.SCOPE_GLOBAL)
                .run(configuration)
                .situation()
                .dump(new ProcessFacts("", "vm", 0177, 0, 0), List.of());
    }

    private static String instance(String name, int routerId, String body) {
        return "vrrp_instance " + name + " {\nversion 3\ninterface eth0\npriority 150\nvirtual_router_id " + routerId
                + "\n" + body + "\n}\n";
    }

    private static String addresses(String lines) {
        return "virtual_ipaddress {\n" + lines + "\n}\n";
    }

    private static List<String> tracking(DumpSnapshot dump, String name) {
        return dump.interfaces()
                .stream()
                .filter(link -> link.name().equals(name))
                .flatMap(link -> link.tracking().stream())
                .map(tracked -> tracked.name() + " " + tracked.weight())
                .toList();
    }

    @Test
    void aRouteOrARuleNeedsItsInterfaceWhateverWeightItIsTrackedWith() {
        String route = "virtual_routes {\n192.168.1.0/24 dev eth0\n}\n";
        DumpSnapshot dump = dump(instance("A2", 62, addresses("10.0.0.62") + """
                dont_track_primary
                track_interface {
                  eth0 weight 5
                }
                """) + instance("A3", 63, addresses("10.0.0.63") + route + "dont_track_primary\n")
                + instance("A6", 66, addresses("10.0.0.66") + """
                        track_interface {
                          eth1 weight 5 reverse
                        }
                        virtual_rules {
                          iif eth1 oif lo table 5 priority 5
                        }
                        """) + instance("A7", 67, addresses("10.0.0.67") + """
                        track_interface {
                          eth1 weight 5
                        }
                        virtual_routes {
                          192.168.4.0/24 dev eth1 no_track
                        }
                        """));
        assertEquals(List.of("A2 255", "A3 0", "A6 0", "A7 0"), tracking(dump, "eth0"));
        assertEquals(List.of("A6 0", "A7 5"), tracking(dump, "eth1"));
        assertEquals(List.of("A6 0"), tracking(dump, "lo"));
    }

    @Test
    void anUntrackedAddressNeedsNoInterface() {
        DumpSnapshot dump = dump(instance("A9", 69, addresses("10.0.0.69/24 dev eth1 no_track") + """
                track_interface {
                  eth1 weight 5
                }
                """) + instance("AB", 73, addresses("10.0.0.73/24 no_track dev eth1")));
        assertEquals(List.of("A9 5"), tracking(dump, "eth1"));
    }

    @Test
    void theMembersOfATrackGroupNeedTheInterfacesOfWhatIsInIt() {
        DumpSnapshot dump = dump("""
                track_group G {
                  group {
                    F1
                    B1
                  }
                }
                static_ipaddress {
                  10.7.1.1/24 dev lo track_group G
                }
                static_routes {
                  192.168.120.0/24 dev eth0 track_group G
                  192.168.121.0/24 dev eth1
                }
                """ + instance("B1", 52, addresses("10.0.0.52") + "dont_track_primary\n")
                + instance("F1", 53, addresses("10.0.0.53")));
        assertEquals(List.of("F1 0", "B1 0"), tracking(dump, "lo"));
        assertEquals(List.of("B1 0", "F1 0"), tracking(dump, "eth0"));
        assertEquals(List.of(), tracking(dump, "eth1"));
    }

    @Test
    void theBuffersOfInstancesThatShareSocketsAddUp() {
        String instances = instance("A1", 61, addresses("10.0.0.61/24"))
                + instance("A2", 62, addresses("10.0.0.62/24\n10.0.0.8/24\n10.0.0.9/24"))
                + instance("A4", 64, addresses("10.0.9.9")).replace("version 3", "version 2").replace("eth0", "eth1")
                + instance("A5", 65, addresses("fe80::99\nfd00::99")).replace("eth0", "eth1");
        assertEquals(List.of(0L, 0L, 0L), buffers(instances));
        assertEquals(List.of(72L, 40L, 40L),
                buffers(global("vrrp_rx_bufs_policy ADVERT\nvrrp_rx_bufs_multiplier 1") + instances));
        String own = instances.replace("virtual_router_id 61", "virtual_router_id 61\nkernel_rx_buf_size 5555");
        assertEquals(List.of(10_055L, 4500L, 4500L), buffers(global("vrrp_rx_bufs_policy MTU") + own));
    }

    private static String global(String settings) {
        return "global_defs {\n" + settings + "\n}\n";
    }

    private static List<Long> buffers(String configuration) {
        return dump(configuration).sockets().stream().map(SocketSnapshot::receiveBufferBytes).toList();
    }
}
