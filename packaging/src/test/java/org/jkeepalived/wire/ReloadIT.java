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
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGHUP: what did not change in the file does not change on the wire. */
@NeedsLab
class ReloadIT {
    private static final String OTHER = Net.block("OTHER", 52, 150, "advert_int 1",
            "virtual_ipaddress {\n 10.55.0.101/24\n }");
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static long transitions(Node node) {
        return node.logged("Entering \\w+ STATE");
    }

    /** Fails when an advert of the node is missing between two others; twice the interval is when the next one but one is due. */
    private static void noAdvertIsMissing(Lab lab, int mark, int vrid) {
        List<Advert> adverts = lab.capture()
                .advertsOf(A, mark)
                .stream()
                .filter(advert -> advert.vrid() == vrid)
                .toList();
        for (int i = 1; i < adverts.size(); i++) {
            long pauseNanos = adverts.get(i).timeNanos() - adverts.get(i - 1).timeNanos();
            assertTrue(pauseNanos < 1_900_000_000L, "an advert is missing: " + pauseNanos + " ns without one");
        }
        assertTrue(adverts.stream().allMatch(advert -> advert.priority() != 0), "no priority 0");
    }

    @ParameterizedTest
    @EnumSource(PeerKind.class)
    void fiftyReloadsInFiveSecondsCauseNoTransitionAndNoMissedAdvert(PeerKind peerKind) {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            Node peer = lab.node(B, peerKind).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> node.has(VIP));
            node.awaitState("VI_1", "MASTER", LIMIT);
            peer.awaitState("VI_1", "BACKUP", LIMIT);
            long before = transitions(node) + transitions(peer);
            int mark = lab.capture().mark();
            for (int i = 0; i < 50; i++) {
                node.signal("HUP");
                lab.holds("the address stays", Duration.ofMillis(100), () -> node.has(VIP));
            }
            lab.holds("the address stays", QUIET, () -> node.has(VIP) && !peer.has(VIP));
            assertEquals(before, transitions(node) + transitions(peer));
            noAdvertIsMissing(lab, mark, 51);
            assertTrue(node.isRunning());
        }
    }

    @Test
    void aChangedFileTakesEffectWithoutTouchingTheOtherInstance() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            long before = node.logged("\\(VI_1\\) Entering");
            int mark = lab.capture().mark();
            node.config(Net.instance(200) + OTHER).signal("HUP");
            node.awaitState("OTHER", "MASTER", LIMIT);
            lab.await("its address", LIMIT, () -> node.has("10.55.0.101"));
            node.config(Net.instance(200) + OTHER.replace("10.55.0.101/24", "10.55.0.102/24")).signal("HUP");
            lab.await("the changed address", LIMIT, () -> node.has("10.55.0.102") && !node.has("10.55.0.101"));
            node.config(Net.instance(200)).signal("HUP");
            lab.await("the removed instance's address leaves", LIMIT, () -> !node.has("10.55.0.102"));
            assertTrue(
                    lab.capture()
                            .advertsOf(A, mark)
                            .stream()
                            .anyMatch(advert -> advert.vrid() == 52 && advert.priority() == 0),
                    "a removed master says good-bye");
            int settled = lab.capture().mark();
            lab.await("adverts go on", LIMIT, () -> lab.capture().advertsOf(A, settled).size() >= 2);
            assertEquals(before, node.logged("\\(VI_1\\) Entering"));
            noAdvertIsMissing(lab, mark, 51);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAddressThatAnotherInstanceTakesOverInAReloadStays(boolean toTheLaterOne) {
        String first = Net.instance(200);
        String second = OTHER;
        String moved = "10.55.0.103/24";
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config(with(first, moved, toTheLaterOne) + with(second, moved, !toTheLaterOne))
                    .start();
            lab.await("the addresses", LIMIT,
                    () -> node.has(VIP) && node.has("10.55.0.101") && node.has("10.55.0.103"));
            int lines = node.log().size();
            node.config(with(first, moved, !toTheLaterOne) + with(second, moved, toTheLaterOne)).signal("HUP");
            lab.await("the reload", LIMIT, () -> node.log().size() > lines);
            lab.await("the address at its new place", LIMIT, () -> node.has("10.55.0.103"));
            lab.holds("it stays", QUIET, () -> node.has("10.55.0.103"));
            assertEquals(0, node.logged("by somebody else"));
        }
    }

    private static String with(String instance, String address, boolean added) {
        return added ? instance.replace("virtual_ipaddress {", "virtual_ipaddress {\n" + address) : instance;
    }

    @Test
    void aFileThatCannotRunLeavesTheRunningStateAsItIs() {
        assumeTrue(Node.underTestIsOurs(), "keepalived applies it");
        String good = Net.instance(200);
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(good).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            long before = transitions(node);
            int mark = lab.capture().mark();
            Stream.of(good.substring(0, good.lastIndexOf('}')), good.replace("virtual_router_id 51", ""),
                    good.replace("interface eth0", "interface nosuch0")).forEach(bad -> {
                        int lines = node.log().size();
                        node.config(bad).signal("HUP");
                        lab.holds("the address stays with " + bad, QUIET, () -> node.has(VIP) && node.isRunning());
                        assertTrue(node.log().size() > lines, "it says so");
                    });
            assertEquals(before, transitions(node));
            noAdvertIsMissing(lab, mark, 51);
            node.config(good + OTHER).signal("HUP");
            lab.await("a good file is taken again", LIMIT, () -> node.has("10.55.0.101"));
        }
    }

    @Test
    void aBackupThatReloadsStaysBackup() {
        try (var lab = new Lab()) {
            Node master = lab.node(A, PeerKind.KEEPALIVED).config(Net.instance(200)).start();
            Node backup = lab.node(B, PeerKind.OURS).config(Net.instance(100)).start();
            lab.await("the address", LIMIT, () -> master.has(VIP));
            for (int i = 0; i < 20; i++) {
                backup.signal("HUP");
                Eventually.sleep(Duration.ofMillis(200));
            }
            lab.holds("it stays a backup", QUIET, () -> !backup.has(VIP) && master.has(VIP));
            assertEquals(List.of(), lab.capture().advertsOf(B));
        }
    }
}
