package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;

/** What happens to a node's host: links, addresses, and a daemon that is killed alone. */
@NeedsLab
class HostEventsIT {
    @Test
    void anAddressThatSomebodyRemovesComesBackWhileTheNodeIsMaster() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            for (int i = 0; i < 3; i++) {
                node.host().must("ip", "addr", "del", VIP + "/24", "dev", "eth0");
                lab.await("the address is back", LIMIT, () -> node.has(VIP) && "MASTER".equals(node.state("VI_1")));
            }
            if (Node.underTestIsOurs()) {
                assertEquals(1, node.logged("Entering MASTER STATE"), "it is put back without a transition");
            }
            node.stop();
            assertTrue(!node.has(VIP));
        }
    }

    @Test
    void aLinkThatGoesDownIsAFaultAndUpAgainBackupFirst() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            Node peer = lab.node(B, PeerKind.OURS).config(Net.instance(100)).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            node.cutLink();
            node.awaitState("VI_1", "FAULT", LIMIT);
            lab.await("the address leaves", LIMIT, () -> !node.has(VIP));
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP));
            node.mendLink();
            lab.await("the node is MASTER again", LIMIT, () -> node.has(VIP) && !peer.has(VIP));
            List<String> states = node.log()
                    .stream()
                    .filter(line -> line.matches(".*\\(VI_1\\) Entering \\w+ STATE.*"))
                    .map(line -> line.replaceFirst(".*Entering (\\w+) STATE.*", "$1"))
                    .toList();
            assertEquals(List.of("BACKUP", "MASTER", "FAULT", "BACKUP", "MASTER"), states);
        }
    }

    @Test
    void anInterfaceThatIsRenamedKeepsNoVirtualAddressUnderItsNewName() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            Node peer = lab.node(B, PeerKind.KEEPALIVED).config(Net.instance(100)).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            lab.await("the address", LIMIT, () -> node.has(VIP) && !peer.has(VIP));
            // Older kernels rename no interface that is up.
            assumeTrue(node.host().run("ip", "link", "set", "eth0", "name", "moved0").status() == 0);
            node.awaitState("VI_1", "FAULT", LIMIT);
            lab.await("the address leaves the renamed interface", LIMIT, () -> !node.has(VIP));
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP));
            node.host().must("ip", "link", "set", "moved0", "name", "eth0");
            lab.await("the node is MASTER again", LIMIT, () -> node.has(VIP) && !peer.has(VIP));
        }
    }

    @Test
    void losingTheLastAddressOfTheInterfaceIsAFaultUntilOneIsBack() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            Node peer = lab.node(B, PeerKind.OURS).config(Net.instance(100)).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            peer.awaitState("VI_1", "BACKUP", LIMIT);
            // Without promote_secondaries the virtual address, a secondary one, goes with its primary.
            node.host()
                    .sh("sysctl -qw net.ipv4.conf.all.promote_secondaries=1 net.ipv4.conf.eth0.promote_secondaries=1;"
                            + "ip addr del 10.55.0.1/24 dev eth0");
            node.awaitState("VI_1", "FAULT", LIMIT);
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP) && !node.has(VIP));
            node.host().must("ip", "addr", "add", "10.55.0.1/24", "dev", "eth0");
            lab.await("the node is MASTER again", LIMIT, () -> node.has(VIP) && !peer.has(VIP));
        }
    }

    @Test
    void theAddressLeftBehindByAKilledProcessIsRecognisedAtTheNextStartAndGoneAfterTheNextStop() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            Node peer = lab.node(B, PeerKind.KEEPALIVED).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            node.killProcess();
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP));
            assertTrue(node.has(VIP), "a killed process cleans up nothing");
            node.start();
            node.awaitState("VI_1", "BACKUP", LIMIT);
            node.awaitState("VI_1", "MASTER", LIMIT);
            lab.await("the returned node has it alone", LIMIT, () -> node.has(VIP) && !peer.has(VIP));
            assertEquals(1, node.kernel().addresses().stream().filter(held -> held.address().equals(VIP)).count());
            node.stop();
            lab.await("the peer has it alone", LIMIT, () -> peer.has(VIP) && !node.has(VIP));
            peer.stop();
            assertTrue(!peer.has(VIP));
        }
    }

    @Test
    void anAddressLeftBehindIsRemovedFromANodeThatBecomesBackup() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            node.killProcess();
            Node peer = lab.node(B, PeerKind.KEEPALIVED).config(Net.instance(200)).start();
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP));
            node.start();
            lab.await("the node gives up what it found", LIMIT, () -> !node.has(VIP));
            lab.holds("the peer has it alone", Duration.ofSeconds(2), () -> peer.has(VIP) && !node.has(VIP));
        }
    }

    @Test
    void theMembersOfASyncGroupFailAndReturnTogether() {
        String first = Net.block("VI_1", 51, 200, "advert_int 1", "virtual_ipaddress {\n " + VIP + "/24\n }");
        String second = Net.block("VI_2", 52, 200, "advert_int 1", "virtual_ipaddress {\n 10.55.0.101/24\n }");
        String group = "vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n}\n";
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS);
            node.host().sh("ip link add trk0 type veth peer name trk0x; ip link set trk0 up; ip link set trk0x up");
            node.config(group + first + second.replace("advert_int", "track_interface {\n trk0\n }\n advert_int"))
                    .start();
            Node peer = lab.node(B, PeerKind.KEEPALIVED)
                    .config((group + first + second).replace("priority 200", "priority 100"))
                    .start();
            for (String member : List.of("VI_1", "VI_2")) {
                node.awaitState(member, "MASTER", LIMIT);
                peer.awaitState(member, "BACKUP", LIMIT);
            }
            assertTrue(node.logged("VRRP_Group\\(G\\) Syncing instances to MASTER state") > 0);
            node.host().must("ip", "link", "set", "trk0x", "down");
            Stream.of("VI_1", "VI_2").forEach(member -> node.awaitState(member, "FAULT", LIMIT));
            lab.await("the peer has both", LIMIT, () -> peer.has(VIP) && peer.has("10.55.0.101") && !node.has(VIP));
            node.host().must("ip", "link", "set", "trk0x", "up");
            lab.await("the node has both", LIMIT,
                    () -> node.has(VIP) && node.has("10.55.0.101") && !peer.has(VIP) && !peer.has("10.55.0.101"));
        }
    }
}
