package org.jkeepalived.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.FrrRouter;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Pinger;
import org.jkeepalived.lab.Tshark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Version 3 beside FRR's vrrpd, each in either role. */
@NeedsLab(programs = "vrrpd")
class FrrPairIT {
    private static final HostSpec NODE = new HostSpec("node", "eth0", 1, List.of("10.66.0.1/24", "fd66::1/64"));
    private static final HostSpec FRR = new HostSpec("frr", "eth0", 2, List.of("10.66.0.2/24", "fd66::2/64"));
    private static final HostSpec CLIENT = new HostSpec("client", "eth0", 3, List.of("10.66.0.3/24", "fd66::3/64"));
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static Node node(Lab lab, int priority, String virtualAddress) {
        return lab.node(NODE, PeerKind.OURS).config("""
                vrrp_instance VI_1 {
                    interface eth0
                    state BACKUP
                    virtual_router_id 51
                    priority %d
                    advert_int 0.5
                    version 3
                    virtual_ipaddress {
                        %s
                    }
                }
                """.formatted(priority, virtualAddress));
    }

    private static String withoutPrefix(String address) {
        return address.replaceFirst("/.*", "");
    }

    private static Pinger pinger(Lab lab, String vip) {
        var client = lab.host(CLIENT);
        return lab.ping(client, vip.startsWith("fe80") ? vip + "%eth0" : vip);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"10.66.0.100/24", "fe80::100/64"})
    void theNodeIsElectedOverFrrAndFrrTakesOverFromIt(String virtualAddress) {
        String vip = withoutPrefix(virtualAddress);
        try (var lab = new Lab()) {
            Node node = node(lab, 200, virtualAddress).start();
            var frr = new FrrRouter(lab, FRR, 100, 500, virtualAddress);
            frr.start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            frr.awaitStatus("Backup", LIMIT);
            Pinger pinger = pinger(lab, vip);
            lab.await("the node's address answers", LIMIT, () -> pinger.answers() > 3);
            int mark = lab.capture().mark();
            lab.await("ten adverts", LIMIT, () -> lab.capture().advertsOf(NODE, mark).size() >= 10);
            assertEquals("Backup", frr.status());
            node.stop();
            frr.awaitStatus("Master", LIMIT);
            assertTrue(!node.has(vip));
            node.start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            frr.awaitStatus("Backup", LIMIT);
            node.stop();
            Tshark.assertNoComplaints(lab.capture().pcap());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"10.66.0.100/24", "fe80::100/64"})
    void frrIsElectedOverTheNodeAndTheNodeTakesOverWhenItDies(String virtualAddress) {
        String vip = withoutPrefix(virtualAddress);
        try (var lab = new Lab()) {
            var frr = new FrrRouter(lab, FRR, 200, 500, virtualAddress);
            frr.start();
            frr.awaitStatus("Master", LIMIT);
            Node node = node(lab, 100, virtualAddress).start();
            node.awaitState("VI_1", "BACKUP", LIMIT);
            int mark = lab.capture().mark();
            lab.await("ten adverts of FRR", LIMIT, () -> lab.capture().advertsSince(mark).size() >= 10);
            assertEquals(List.of(200),
                    lab.capture().advertsSince(mark).stream().map(Advert::priority).distinct().toList());
            assertEquals("BACKUP", node.state("VI_1"));
            Pinger pinger = pinger(lab, vip);
            frr.kill();
            node.awaitState("VI_1", "MASTER", LIMIT);
            lab.await("the node's address answers", LIMIT, () -> node.has(vip) && pinger.answers() > 3);
            node.stop();
            assertTrue(!node.has(vip));
            Tshark.assertNoComplaints(lab.capture().pcap());
        }
    }
}
