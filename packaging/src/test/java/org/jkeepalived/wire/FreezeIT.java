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
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A daemon that stands still for five seconds, longer than its down interval, and goes on. */
@NeedsLab
class FreezeIT {
    private static final Duration FREEZE = Duration.ofSeconds(5);

    private static void freeze(Node node) {
        node.signalAll("STOP");
        Eventually.sleep(FREEZE);
        node.signalAll("CONT");
    }

    @Test
    void aFrozenBackupDoesNotUsurpALiveMaster() {
        assumeTrue(Node.underTestIsOurs(), "keepalived's timer has expired and it takes over");
        try (var lab = new Lab()) {
            Node master = lab.node(A, PeerKind.KEEPALIVED).config(Net.instance(200)).start();
            Node backup = lab.node(B, PeerKind.OURS).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> master.has(VIP));
            freeze(backup);
            lab.holds("the backup stays a backup", FREEZE, () -> !backup.has(VIP) && master.has(VIP));
            assertEquals(List.of(), lab.capture().advertsOf(B));
            assertEquals(0, backup.logged("Entering MASTER STATE"));
        }
    }

    /** The peer has the higher priority, but leaves the address to whom has it. */
    @ParameterizedTest
    @EnumSource(PeerKind.class)
    void aFrozenMasterThatWasReplacedFightsForAtMostOneAdvert(PeerKind peerKind) {
        try (var lab = new Lab()) {
            Node frozen = lab.node(A, PeerKind.OURS).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> frozen.has(VIP));
            Node peer = lab.node(B, peerKind).config(Net.instance(200, "nopreempt")).start();
            peer.awaitState("VI_1", "BACKUP", LIMIT);
            frozen.signalAll("STOP");
            lab.await("the peer takes over", LIMIT, () -> peer.has(VIP));
            Eventually.sleep(Duration.ofSeconds(2));
            int mark = lab.capture().mark();
            frozen.signalAll("CONT");
            frozen.awaitState("VI_1", "BACKUP", LIMIT);
            lab.await("the awakened node gives the address up", LIMIT, () -> !frozen.has(VIP) && peer.has(VIP));
            Eventually.sleep(Duration.ofSeconds(2));
            assertTrue(lab.capture().advertsOf(A, mark).size() <= 1, () -> lab.capture().advertsOf(A, mark).toString());
            assertEquals("MASTER", peer.state("VI_1"));
            assertEquals(1, peer.logged("Entering MASTER STATE"));
        }
    }

    @Test
    void afterAFreezeOfAMasterThatPreemptsThereIsOneMasterAgain() {
        try (var lab = new Lab()) {
            Node master = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            Node backup = lab.node(B, PeerKind.KEEPALIVED).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> master.has(VIP));
            freeze(master);
            lab.await("the higher priority has it alone", LIMIT,
                    () -> master.has(VIP) && !backup.has(VIP) && "BACKUP".equals(backup.state("VI_1")));
            assertEquals(1, backup.logged("Entering MASTER STATE"));
        }
    }
}
