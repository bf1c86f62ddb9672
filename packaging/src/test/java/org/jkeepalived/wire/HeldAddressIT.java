package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that somebody else takes away, shares, or had before: where keepalived loses one, so the real one is not tried. */
@NeedsLab
class HeldAddressIT {
    private static final String HOST = "10.55.0.1/24";

    /** The host's own addresses of eth0, the primary one first. */
    private static String addresses(Node node) {
        return node.host().sh("ip -4 -o addr show dev eth0 | awk '{print $4}' | tr '\\n' ' '").strip();
    }

    private static void flushAndAdd(Node node, String... more) {
        node.host()
                .sh("ip addr flush dev eth0 scope global; sleep 0.3; ip addr add " + HOST + " dev eth0;"
                        + String.join(";", more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicast_src_ip 10.55.0.1\n unicast_peer {\n 10.55.0.2\n }", "mcast_src_ip 10.55.0.1"})
    void aHostThatLosesItsOwnAddressTooGetsItBackAsThePrimaryOne(String source) {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200, source)).start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            flushAndAdd(node);
            lab.await("both, the host's own first", LIMIT, () -> addresses(node).equals(HOST + " " + VIP + "/24"));
            assertTrue(node.host().sh("ip route get 10.55.0.2").contains("src 10.55.0.1"));
            node.stop();
            assertEquals(HOST, addresses(node), "the host stays reachable");
        }
    }

    @Test
    void aHostWithASecondAddressKeepsItsOrder() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200));
            node.host().sh("ip addr add 10.77.0.1/24 dev eth0");
            node.start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            flushAndAdd(node, "ip addr add 10.77.0.1/24 dev eth0");
            lab.await("all are back", LIMIT, () -> node.has(VIP) && addresses(node).startsWith(HOST));
            node.stop();
            assertEquals(HOST + " 10.77.0.1/24", addresses(node));
        }
    }

    @Test
    void aHostAddressThatIsReplacedByItselfStaysThePrimaryOne() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config(Net.instance(200, "unicast_src_ip 10.55.0.1", "unicast_peer {\n 10.55.0.2\n }"))
                    .start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            node.host().sh("ip addr del " + HOST + " dev eth0; ip addr add " + HOST + " dev eth0");
            lab.await("both, the host's own first", LIMIT, () -> addresses(node).equals(HOST + " " + VIP + "/24"));
            node.stop();
            assertEquals(HOST, addresses(node));
        }
    }

    @Test
    void whatTwoInstancesHoldStaysUntilTheLastLetsGo() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            String shared = "virtual_ipaddress {\n " + VIP + "/24\n }";
            Node node = lab.node(A, PeerKind.OURS)
                    .config(Net.block("VI_1", 51, 150, "advert_int 1", shared)
                            + Net.block("VI_2", 52, 150, "advert_int 1", shared))
                    .start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            node.awaitState("VI_2", "MASTER", LIMIT);
            Node peer = lab.node(B, PeerKind.KEEPALIVED)
                    .config(Net.block("VI_2", 52, 200, "advert_int 1", "virtual_ipaddress {\n 10.55.0.200/24\n }"))
                    .start();
            peer.awaitState("VI_2", "MASTER", LIMIT);
            node.awaitState("VI_2", "BACKUP", LIMIT);
            lab.holds("VI_1 still has it", Duration.ofSeconds(2), () -> node.has(VIP));
            node.stop();
            assertFalse(node.has(VIP));
        }
    }

    @Test
    void anOwnerSendsFromTheAddressThatItOwnsAndKeepsItAfterTheStop() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            HostSpec owner = new HostSpec("a", "eth0", 1, Stream.of(HOST).toList());
            Node node = lab.node(owner, PeerKind.OURS)
                    .config("vrrp_instance VI_1 {\n interface eth0\n state MASTER\n virtual_router_id 51\n"
                            + " priority 255\n advert_int 1\n virtual_ipaddress {\n " + HOST + "\n }\n}\n")
                    .start();
            Node peer = lab.node(B, PeerKind.KEEPALIVED)
                    .config(Net.block("VI_1", 51, 100, "advert_int 1", "virtual_ipaddress {\n " + HOST + "\n }"))
                    .start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            peer.awaitState("VI_1", "BACKUP", LIMIT);
            lab.holds("one holder", Duration.ofSeconds(5), () -> !peer.has("10.55.0.1") && node.has("10.55.0.1"));
            node.stop();
            assertEquals(HOST, addresses(node), "it was there before the daemon");
        }
    }

    @Test
    void aFightOverAnAddressSlowsDown() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            try (var _ = node.host()
                    .spawn("sh", "-c", "ip -4 -o monitor address | while read -r line; do case $line in *Deleted*) ;; *"
                            + VIP + "*) ip addr del " + VIP + "/24 dev eth0;; esac; done")) {
                node.host().sh("ip addr del " + VIP + "/24 dev eth0");
                lab.await("it waits longer", LIMIT,
                        () -> node.logged("removed from eth0 by somebody else again, putting it back in") > 1);
                assertTrue(node.logged("by somebody else, putting it back") < 10);
            }
        }
    }

    @Test
    void whatNoTrackSaysIsNobodysBusiness() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config(Net.block("VI_1", 51, 200, "advert_int 1",
                            "virtual_ipaddress {\n " + VIP + "/24\n 10.88.0.1/24 dev x1 no_track\n }"));
            node.host().sh("ip link add x1 type veth peer name x1p; ip link set x1 up; ip link set x1p up");
            node.start();
            lab.await("both addresses", LIMIT, () -> node.has(VIP) && node.has("10.88.0.1"));
            node.host().sh("ip addr del 10.88.0.1/24 dev x1");
            lab.holds("it stays away", Duration.ofSeconds(2), () -> !node.has("10.88.0.1"));
            node.host().sh("ip link set x1 down");
            lab.holds("and its link is nothing", Duration.ofSeconds(2), () -> node.has(VIP));
            assertEquals("MASTER", node.state("VI_1"));
        }
    }
}
