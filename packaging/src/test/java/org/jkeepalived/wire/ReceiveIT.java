package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.C;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Injector;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.VrrpFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What a master makes of packets from a third host. Each claims priority 250: were it believed, the master would step down. The
 * last one of a test is right, and is believed.
 */
@NeedsLab
class ReceiveIT {
    private static final String V2 = Net.instance(100, "authentication {\n auth_type PASS\n auth_pass 1111\n }");
    private static final String V3 = Net.block("VI_1", 51, 100, "version 3", "advert_int 0.5",
            "virtual_ipaddress {\n 10.55.0.100/24\n }");
    private static final String V6 = Net.block("VI_1", 51, 100, "version 3", "advert_int 0.5",
            "virtual_ipaddress {\n fe80::100\n }");
    private static final int TIMES = 3;

    /**
     * A packet that must not be believed.
     *
     * @param counter the statistics counter that counts it, null where keepalived has none
     */
    private record Wrong(String what, VrrpFrame frame, String counter) {}

    private static VrrpFrame v2() {
        return VrrpFrame.v2(C).priority(250).password("1111").addresses("10.55.0.100");
    }

    private static VrrpFrame v3() {
        return VrrpFrame.v3(C).priority(250).interval(50).addresses("10.55.0.100");
    }

    private static VrrpFrame v6() {
        return VrrpFrame.v3Ipv6(C).priority(250).interval(50).addresses("fe80::100");
    }

    private static void expect(String config, VrrpFrame right, Wrong... wrongs) {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(config).start();
            try (var injector = new Injector(lab.host(C), C)) {
                node.awaitState("VI_1", "MASTER", LIMIT);
                assertAll(Stream.of(wrongs).map(wrong -> (Executable) () -> ignored(lab, node, injector, wrong)));
                injector.send(right);
                node.awaitState("VI_1", "BACKUP", LIMIT);
            }
        }
    }

    private static void ignored(Lab lab, Node node, Injector injector, Wrong wrong) {
        long transitions = node.logged("Entering \\w+ STATE");
        Map<String, Long> before = Dump.stats(lab, node);
        for (int i = 0; i < TIMES; i++) {
            injector.send(wrong.frame());
        }
        if (wrong.counter() != null) {
            String counter = "VI_1/" + wrong.counter();
            lab.await(counter + " counts " + wrong.what(), LIMIT,
                    () -> Dump.stats(lab, node).get(counter) == before.get(counter) + TIMES);
        } else {
            int mark = lab.capture().mark();
            lab.await("the next advert", LIMIT, () -> !lab.capture().advertsOf(A, mark).isEmpty());
        }
        assertEquals(transitions, node.logged("Entering \\w+ STATE"), wrong.what() + " changes no state");
        assertEquals(before.get("VI_1/Advertisements/Received"),
                Dump.stats(lab, node).get("VI_1/Advertisements/Received"), wrong.what() + " is no received advert");
    }

    @Test
    void malformedVersion2PacketsChangeNoStateAndAreCounted() {
        expect(V2, v2(), new Wrong("TTL 254", v2().hopLimit(254), "Packet Errors/TTL"),
                new Wrong("version 3", v2().version(3), null), new Wrong("version 4", v2().version(4), null),
                new Wrong("type 2", v2().type(2), "Packet Errors/Invalid Type"),
                new Wrong("7 bytes", v2().cutTo(7), null),
                new Wrong("the fixed header alone", v2().cutTo(8), "Packet Errors/Length"),
                new Wrong("no authentication data", v2().cutTo(12), "Packet Errors/Length"),
                new Wrong("a count beyond the length", v2().count(9), "Packet Errors/Length"),
                new Wrong("count 255", v2().count(255), "Packet Errors/Length"),
                new Wrong("three bytes too many", v2().trailer(3), "Packet Errors/Length"),
                new Wrong("a wrong checksum", v2().wrongChecksum(), null),
                new Wrong("an unknown router id", v2().vrid(99), null), new Wrong("router id 0", v2().vrid(0), null),
                new Wrong("no authentication", v2().authType(0), "Authentication Errors/Type Mismatch"),
                new Wrong("unknown authentication", v2().authType(9), "Authentication Errors/Invalid Type"),
                new Wrong("a wrong password", v2().password("1112"), "Authentication Errors/Failure"),
                new Wrong("a shorter password", v2().password("111"), "Authentication Errors/Failure"),
                new Wrong("a longer password", v2().password("11111"), "Authentication Errors/Failure"),
                new Wrong("another interval", v2().interval(2), null), new Wrong("interval 0", v2().interval(0), null));
    }

    @Test
    void malformedVersion3PacketsChangeNoState() {
        expect(V3, v3().reserved(0xf), new Wrong("TTL 1", v3().hopLimit(1), "Packet Errors/TTL"),
                new Wrong("version 2", v2(), null), new Wrong("type 0", v3().type(0), "Packet Errors/Invalid Type"),
                new Wrong("7 bytes", v3().cutTo(7), null),
                new Wrong("a count beyond the length", v3().count(2), "Packet Errors/Length"),
                new Wrong("a wrong checksum", v3().wrongChecksum(), null),
                new Wrong("another router id", v3().vrid(52), null));
    }

    @Test
    void malformedIpv6PacketsChangeNoState() {
        expect(V6, v6(), new Wrong("hop limit 64", v6().hopLimit(64), "Packet Errors/TTL"),
                new Wrong("version 2", v6().version(2), null),
                new Wrong("type 3", v6().type(3), "Packet Errors/Invalid Type"),
                new Wrong("a count beyond the length", v6().count(2), "Packet Errors/Length"),
                new Wrong("a wrong checksum", v6().wrongChecksum(), null),
                new Wrong("another router id", v6().vrid(52), null),
                new Wrong("an IPv4 packet with the same router id", v3(), null));
    }

    @Test
    void aUnicastInstanceBelievesItsPeersOnly() {
        String config = "global_defs {\n vrrp_check_unicast_src\n}\n"
                + Net.block("VI_1", 51, 100, "version 3", "advert_int 0.5", "unicast_src_ip 10.55.0.1",
                        "unicast_peer {\n 10.55.0.3\n }", "virtual_ipaddress {\n 10.55.0.100/24\n }");
        var stranger = new HostSpec("stranger", "eth0", 9, List.of("10.55.0.9/24"));
        expect(config, v3().to("10.55.0.1", A.mac()),
                new Wrong("a wrong checksum", v3().to("10.55.0.1", A.mac()).wrongChecksum(), null),
                new Wrong("another router id", v3().to("10.55.0.1", A.mac()).vrid(9), null));
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(config).start();
            try (var injector = new Injector(lab.host(C), C)) {
                node.awaitState("VI_1", "MASTER", LIMIT);
                VrrpFrame strange = VrrpFrame.v3(stranger).priority(250).interval(50).addresses("10.55.0.100");
                for (int i = 0; i < TIMES; i++) {
                    injector.send(strange.to("10.55.0.1", A.mac()));
                }
                node.awaitLog("unicast source address 10.55.0.9 not a unicast peer", LIMIT);
                int mark = lab.capture().mark();
                lab.await("the next advert", LIMIT, () -> !lab.capture().advertsOf(A, mark).isEmpty());
                assertEquals("MASTER", node.state("VI_1"));
            }
        }
    }

    @Test
    void errataOfVersion3PacketsWithoutAddressesOrIntervalAreDropped() {
        assumeTrue(Node.underTestIsOurs(), "keepalived 2.2.7 differs");
        expect(V3, v3().plainChecksum(), new Wrong("no address (erratum 8299)", v3().addresses(), null),
                new Wrong("interval 0 (erratum 8301)", v3().interval(0), null));
        expect(V6, v6(), new Wrong("first address not link-local (erratum 8300)", v6().addresses("fd55::100"), null));
    }

    @Test
    void aStormOfUnknownOrBadPacketsIsNotAStormOfLogLines() {
        assumeTrue(Node.underTestIsOurs(), "keepalived 2.2.7 logs every failing packet");
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(V2).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            int before = node.log().size();
            try (var injector = new Injector(lab.host(C), C)) {
                for (int i = 0; i < 100; i++) {
                    injector.send(v2().vrid(99));
                    injector.send(v2().hopLimit(3));
                }
            }
            assertEquals(100, Dump.stats(lab, node).get("VI_1/Packet Errors/TTL"));
            List<String> lines = node.log().subList(before, node.log().size());
            assertTrue(lines.size() < 20, () -> lines.size() + " lines: " + lines);
        }
    }
}
