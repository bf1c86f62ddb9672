package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.lab.Kernel;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.Packet;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;

/** Announcements of a new master, and the addresses it sets. */
@NeedsLab
class DataPlaneIT {
    private static final Duration BURSTS = Duration.ofSeconds(15);

    private static List<Packet.Arp> arps(PeerKind kind) {
        try (var lab = new Lab()) {
            Node node = lab.node(A, kind).config(Net.instance(200)).start();
            lab.await("two bursts of five", BURSTS, () -> lab.capture().gratuitousArps(VIP, 0).size() >= 10);
            node.stop();
            return lab.capture().gratuitousArps(VIP, 0);
        }
    }

    private static List<String> frames(List<Packet.Arp> arps) {
        return arps.stream().map(arp -> HexFormat.of().formatHex(arp.packet().frame())).toList();
    }

    @Test
    void aNewMasterSendsFiveGratuitousArpsAtOnceAndFiveLaterByteForByteAsKeepalivedDoes() {
        List<Packet.Arp> ours = arps(PeerKind.OURS);
        assertEquals(10, ours.size());
        for (Packet.Arp arp : ours) {
            assertEquals("ff:ff:ff:ff:ff:ff", arp.packet().destinationMac());
            assertEquals(List.of("1", A.mac(), VIP, "ff:ff:ff:ff:ff:ff", VIP),
                    List.of(Integer.toString(arp.operation()), arp.senderMac(), arp.senderIp(), arp.targetMac(),
                            arp.targetIp()));
        }
        long pauseNanos = ours.get(5).packet().timeNanos() - ours.get(4).packet().timeNanos();
        assertTrue(pauseNanos > 4_500_000_000L,
                "garp_master_delay is 5 s, the bursts were " + pauseNanos + " ns apart");
        assertEquals(frames(arps(PeerKind.KEEPALIVED)), frames(ours));
    }

    private static List<Packet.NeighbourAdvert> neighbourAdverts(PeerKind kind) {
        try (var lab = new Lab()) {
            Node node = lab.node(A, kind)
                    .config(Net.block("VI_1", 51, 200, "version 3", "advert_int 0.3", "garp_master_delay 1",
                            "virtual_ipaddress {\n fe80::100\n fd55::100/64\n }"));
            node.host().must("sysctl", "-qw", "net.ipv6.conf.all.forwarding=0");
            node.start();
            lab.await("two bursts of five", BURSTS, () -> lab.capture().neighbourAdverts("fd55::100", 0).size() >= 10);
            node.stop();
            return lab.capture().neighbourAdverts("fd55::100", 0);
        }
    }

    @Test
    void aNewMasterSendsUnsolicitedNeighbourAdvertisementsAsKeepalivedDoes() {
        List<Packet.NeighbourAdvert> ours = neighbourAdverts(PeerKind.OURS).stream()
                .filter(DataPlaneIT::isFromDaemon)
                .toList();
        assertEquals(10, ours.size());
        for (Packet.NeighbourAdvert advert : ours) {
            assertEquals(List.of("33:33:00:00:00:01", "ff02::1", "255", "20", A.mac()),
                    List.of(advert.packet().destinationMac(), advert.destination(), Integer.toString(advert.hopLimit()),
                            Integer.toHexString(advert.flags()), advert.linkLayer()));
        }
        List<String> theirs = neighbourAdverts(PeerKind.KEEPALIVED).stream()
                .filter(DataPlaneIT::isFromDaemon)
                .map(advert -> HexFormat.of().formatHex(advert.packet().frame()))
                .toList();
        assertEquals(theirs, ours.stream().map(advert -> HexFormat.of().formatHex(advert.packet().frame())).toList());
    }

    /** The kernel announces a new address too, by option; the daemon's have the address itself as their source. */
    private static boolean isFromDaemon(Packet.NeighbourAdvert advert) {
        return advert.source().equals(advert.target());
    }

    @Test
    void addressesAreSetWithTheirPrefixDeviceScopeLabelAndBroadcastAndLeaveWithTheMaster() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS);
            node.host().sh("ip link add eth1 type veth peer name eth1x; ip link set eth1 up; ip link set eth1x up");
            node.config(Net.block("VI_1", 51, 200, "version 3", "advert_int 0.3", """
                    virtual_ipaddress {
                        10.55.0.100
                        10.55.0.101/24 brd 10.55.0.255 label eth0:vip
                        10.58.0.1/24 scope link
                        10.57.0.1/24 dev eth1
                    }
                    virtual_ipaddress_excluded {
                        10.55.0.102/24
                        fd55::102/64
                    }""")).start();
            lab.await("all addresses", LIMIT,
                    () -> Stream.of("10.55.0.100", "10.55.0.101", "10.57.0.1", "10.58.0.1", "10.55.0.102", "fd55::102")
                            .allMatch(node::has));
            assertEquals(new Kernel.Address("eth0", "10.55.0.100", 32, "global", null, "eth0"),
                    address(node, "10.55.0.100"));
            assertEquals(new Kernel.Address("eth0", "10.55.0.101", 24, "global", "10.55.0.255", "eth0:vip"),
                    address(node, "10.55.0.101"));
            assertEquals(new Kernel.Address("eth1", "10.57.0.1", 24, "global", null, "eth1"),
                    address(node, "10.57.0.1"));
            assertEquals("link", address(node, "10.58.0.1").scope());
            assertEquals(24, address(node, "10.55.0.102").prefixLength());
            assertEquals(64, address(node, "fd55::102").prefixLength());
            node.stop();
            assertEquals(List.of("10.55.0.1", "fd55::1", A.linkLocal()),
                    node.kernel()
                            .addresses()
                            .stream()
                            .filter(held -> held.networkInterface().equals("eth0"))
                            .map(Kernel.Address::address)
                            .toList());
        }
    }

    private static Kernel.Address address(Node node, String address) {
        return node.kernel()
                .addresses()
                .stream()
                .filter(held -> held.address().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
