package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Tshark;
import org.junit.jupiter.api.Test;

/** What a master puts on the wire: RFC 3768 section 5, RFC 9568 section 5, and keepalived's choices where they are its own. */
@NeedsLab
class TransmitIT {
    private static final String CONFIG = Net.block("V2", 51, 150, "advert_int 1",
            "authentication {\n auth_type PASS\n auth_pass 1111\n }",
            "virtual_ipaddress {\n 10.55.0.101/24\n 10.55.0.100/24\n }",
            "virtual_ipaddress_excluded {\n 10.55.0.102/24\n }")
            + Net.block("V3", 52, 151, "version 3", "advert_int 0.4", "virtual_ipaddress {\n 10.55.0.110/24\n }")
            + Net.block("V6", 53, 152, "version 3", "advert_int 0.5",
                    "virtual_ipaddress {\n fe80::153\n fd55::101/64\n fd55::100/64\n }")
            + Net.block("UNI", 54, 153, "version 3", "advert_int 0.5", "unicast_src_ip 10.55.0.1",
                    "unicast_peer {\n 10.55.0.2\n }", "virtual_ipaddress {\n 10.55.0.120/24\n }")
            + Net.block("PLAIN", 55, 154, "advert_int 2", "virtual_ipaddress {\n 10.55.0.130/24\n }") + Net.block("SRC",
                    56, 155, "advert_int 1", "mcast_src_ip 10.55.0.9", "virtual_ipaddress {\n 10.55.0.140/24\n }");
    private static final List<String> NAMES = List.of("V2", "V3", "V6", "UNI", "PLAIN", "SRC");

    @Test
    void everyFieldOfAnAdvertIsRightOnTheWire() {
        try (var lab = new Lab()) {
            lab.host(B);
            Node node = lab.node(A, PeerKind.OURS).config(CONFIG);
            node.host().must("ip", "addr", "add", "10.55.0.9/32", "dev", "eth0");
            node.start();
            NAMES.forEach(name -> node.awaitState(name, "MASTER", LIMIT));
            int mark = lab.capture().mark();
            for (int vrid = 51; vrid <= 56; vrid++) {
                int each = vrid;
                lab.await("two adverts of " + vrid, LIMIT,
                        () -> lab.capture()
                                .advertsSince(mark)
                                .stream()
                                .filter(advert -> advert.vrid() == each)
                                .count() >= 2);
            }
            List<Advert> adverts = lab.capture().advertsSince(mark);
            adverts.forEach(TransmitIT::everyAdvertIsRight);
            version2(of(51, adverts));
            version3(of(52, adverts));
            version3Ipv6(of(53, adverts));
            unicast(of(54, adverts));
            assertEquals(List.of(0, 2, 154),
                    List.of(of(55, adverts).authType(), of(55, adverts).interval(), of(55, adverts).priority()));
            assertEquals("0".repeat(16), HexFormat.of().formatHex(of(55, adverts).authData()),
                    "no authentication is zero");
            assertEquals("10.55.0.9", of(56, adverts).source(), "mcast_src_ip is the source");
            node.stop();
            Tshark.assertNoComplaints(lab.capture().pcap());
            lastWords(lab);
        }
    }

    private static Advert of(int vrid, List<Advert> adverts) {
        return adverts.stream().filter(advert -> advert.vrid() == vrid).findFirst().orElseThrow();
    }

    private static void everyAdvertIsRight(Advert advert) {
        assertEquals(255, advert.hopLimit(), "TTL and hop limit are 255");
        assertEquals(0xc0, advert.trafficClass(), "class selector 6");
        assertEquals(1, advert.type());
        assertEquals(A.mac(), advert.packet().sourceMac(), "without use_vmac the interface's own MAC address");
        assertEquals(advert.count(), advert.addresses().size());
        if (advert.version() == 3) {
            assertEquals(0, advert.reserved());
            assertTrue(advert.pseudoHeaderChecksumIsRight());
        } else {
            assertTrue(advert.plainChecksumIsRight());
        }
    }

    private static void version2(Advert advert) {
        assertEquals("224.0.0.18", advert.destination());
        assertEquals("01:00:5e:00:00:12", advert.packet().destinationMac());
        assertEquals("10.55.0.1", advert.source(), "the interface's primary address");
        assertEquals(List.of(2, 150, 1, 1),
                List.of(advert.version(), advert.priority(), advert.authType(), advert.interval()));
        assertEquals(List.of("10.55.0.101", "10.55.0.100"), advert.addresses(),
                "configuration order, without the excluded");
        assertEquals("1111\0\0\0\0", new String(advert.authData(), StandardCharsets.US_ASCII));
        assertEquals(8 + 2 * 4 + 8, advert.length());
    }

    private static void version3(Advert advert) {
        assertEquals("224.0.0.18", advert.destination());
        assertEquals(List.of(3, 151, 40), List.of(advert.version(), advert.priority(), advert.interval()));
        assertEquals(8 + 4, advert.length());
    }

    private static void version3Ipv6(Advert advert) {
        assertEquals("ff02::12", advert.destination());
        assertEquals("33:33:00:00:00:12", advert.packet().destinationMac());
        assertEquals(A.linkLocal(), advert.source(), "the link-local address of the interface");
        assertEquals(List.of(3, 152, 50), List.of(advert.version(), advert.priority(), advert.interval()));
        assertEquals(List.of("fe80::153", "fd55::101", "fd55::100"), advert.addresses(),
                "the first address is link-local");
        assertEquals(8 + 3 * 16, advert.length());
    }

    private static void unicast(Advert advert) {
        assertEquals(List.of("10.55.0.1", "10.55.0.2"), List.of(advert.source(), advert.destination()));
        assertEquals(B.mac(), advert.packet().destinationMac());
        assertEquals(153, advert.priority());
    }

    private static void lastWords(Lab lab) {
        for (int vrid = 51; vrid <= 56; vrid++) {
            int each = vrid;
            lab.await("the capture of the last advert of id " + vrid, LIMIT,
                    () -> lab.capture()
                            .advertsOf(A)
                            .stream()
                            .anyMatch(advert -> advert.vrid() == each && advert.priority() == 0));
            List<Integer> end = lab.capture()
                    .advertsOf(A)
                    .stream()
                    .filter(advert -> advert.vrid() == each)
                    .map(Advert::priority)
                    .dropWhile(priority -> priority != 0)
                    .toList();
            assertEquals(List.of(0), end,
                    "a stopping master sends exactly one advert with priority 0 and then nothing, id " + vrid);
        }
    }

    @Test
    void anOwnerIsMasterAtOnceAndABackupIsSilentUntilItsDownTimerFires() {
        try (var lab = new Lab()) {
            Node owner = lab.node(A, PeerKind.OURS).config(Net.instance(255).replace("BACKUP", "MASTER")).start();
            owner.awaitState("VI_1", "MASTER", LIMIT);
            assertEquals(0, owner.logged("Entering BACKUP STATE"), "priority 255 goes straight to MASTER");
            lab.await("the capture of its advert", LIMIT, () -> !lab.capture().advertsOf(A).isEmpty());
            assertEquals(255, lab.capture().advertsOf(A).getFirst().priority());
            Node backup = lab.node(B, PeerKind.OURS).config(Net.instance(100)).start();
            backup.awaitState("VI_1", "BACKUP", LIMIT);
            int mark = lab.capture().mark();
            lab.await("four adverts of the owner", LIMIT, () -> lab.capture().advertsOf(A, mark).size() >= 4);
            backup.stop();
            assertEquals(List.of(), lab.capture().advertsOf(B), "neither a backup nor its stop sends anything");
        }
    }
}
