package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.MANY;
import static org.jkeepalived.wire.Net.RECORD;
import static org.jkeepalived.wire.Net.REMOVE;
import static org.jkeepalived.wire.Net.VIP;
import static org.jkeepalived.wire.Net.present;
import static org.jkeepalived.wire.Net.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jkeepalived.lab.Faults;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;

/** A MASTER whose loop ends by an error: there is no memory when a new hardware address makes it prepare its 1,000 addresses anew. */
@NeedsLab
class InternalErrorIT {
    private static final String INTERNAL = "70";

    private static Faults master(Lab lab, Node node) {
        var faults = new Faults(node);
        faults.start();
        lab.await("all addresses and their record", LIMIT,
                () -> present(node.host()) == MANY + 1 && recorded(node.host()) == MANY + 1);
        return faults;
    }

    private static void end(Lab lab, Node node, Faults faults) {
        node.host().sh("ip link set eth0 address 02:00:00:00:00:77");
        lab.await("the daemon ends", LIMIT, () -> !faults.exitCode().isEmpty());
        assertTrue(faults.failed() > 0);
        assertEquals(INTERNAL, faults.exitCode());
    }

    @Test
    void itSaysGoodByeAndTakesItsAddressesAway() {
        assumeTrue(Node.underTestIsOurs());
        assumeTrue(Faults.possible(), "needs a compiler: cc");
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200, Net.many()));
            Faults faults = master(lab, node);
            Node peer = lab.node(B, PeerKind.KEEPALIVED).config(Net.instance(100)).start();
            peer.awaitState("VI_1", "BACKUP", LIMIT);
            int mark = lab.capture().mark();
            faults.arm("malloc", 0, 1);
            end(lab, node, faults);
            assertEquals(0, present(node.host()), "addresses that are left");
            assertTrue(!node.host().exists(RECORD), "and no record of any");
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP));
            assertEquals(0,
                    lab.capture()
                            .advertsSince(mark)
                            .stream()
                            .filter(advert -> advert.source().equals(A.address()))
                            .toList()
                            .getLast()
                            .priority());
        }
    }

    @Test
    void whatItCannotTakeAwayStaysInTheRecord() {
        assumeTrue(Node.underTestIsOurs());
        assumeTrue(Faults.possible(), "needs a compiler: cc");
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200, Net.many()));
            Faults faults = master(lab, node);
            int mark = lab.capture().mark();
            faults.arm("send", 0, 1000);
            faults.arm("malloc", 0, 1);
            end(lab, node, faults);
            assertEquals(MANY + 1, present(node.host()));
            assertTrue(lab.capture().advertsSince(mark).stream().anyMatch(advert -> advert.priority() == 0),
                    "good-bye");
            node.host().sh(REMOVE);
            assertEquals(0, present(node.host()), "the record has all of them");
        }
    }
}
