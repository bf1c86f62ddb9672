package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.C;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Injector;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.VrrpFrame;
import org.junit.jupiter.api.Test;

/** RFC 3768 and RFC 9568 section 6.4: what adverts from a third host, or their absence, make a node do. */
@NeedsLab
class StateMachineIT {
    private static final Duration HALF_SECOND = Duration.ofMillis(500);
    /** The capture's clock may differ from the timer's by a hair. */
    private static final long CLOCK_NANOS = Duration.ofMillis(20).toNanos();

    private static VrrpFrame advert(HostSpec sender, int priority) {
        return VrrpFrame.v2(sender).priority(priority).addresses(VIP);
    }

    private static HostSpec from(String address) {
        return new HostSpec("x", "eth0", 9, List.of(address));
    }

    /** A node under test and a third host that can send anything. */
    private static final class Stage implements AutoCloseable {
        final Lab lab = new Lab();
        final Node node = lab.node(A, PeerKind.OURS);
        final Injector injector = new Injector(lab.host(C), C);

        Node master(int priority, String... more) {
            node.config(Net.instance(priority, more)).start();
            node.awaitState("VI_1", "MASTER", LIMIT);
            return node;
        }

        Node backup(String config) {
            node.config(config).start();
            node.awaitState("VI_1", "BACKUP", LIMIT);
            return node;
        }

        void sendWhile(VrrpFrame frame, Duration period, String description, BooleanSupplier holds) {
            long endNanos = System.nanoTime() + period.toNanos();
            while (System.nanoTime() < endNanos) {
                injector.send(frame);
                lab.holds(description, HALF_SECOND, holds);
            }
        }

        /** Time from the last advert of the third host to the node's first one after it. */
        long nanosUntilTakeover(int mark) {
            lab.await("the node's advert", LIMIT, () -> !lab.capture().advertsOf(A, mark).isEmpty());
            Advert heard = lab.capture().advertsOf(C).getLast();
            return lab.capture().advertsOf(A, mark).getFirst().timeNanos() - heard.timeNanos() + CLOCK_NANOS;
        }

        @Override
        public void close() {
            injector.close();
            lab.close();
        }
    }

    @Test
    void aBackupThatHearsAHigherPriorityStaysBackupAndTakesOverAfterAFullDownInterval() {
        try (var stage = new Stage()) {
            stage.backup(Net.instance(100));
            stage.sendWhile(advert(C, 150), Duration.ofSeconds(5), "BACKUP while adverts arrive",
                    () -> "BACKUP".equals(stage.node.state("VI_1")) && !stage.node.has(VIP));
            assertEquals(List.of(), stage.lab.capture().advertsOf(A), "no advert is ever sent in BACKUP");
            int mark = stage.lab.capture().mark();
            long waited = stage.nanosUntilTakeover(mark);
            assertTrue(waited >= 3_609_375_000L, "waited " + waited + " ns");
            stage.lab.await("the virtual address", LIMIT, () -> stage.node.has(VIP));
        }
    }

    @Test
    void aBackupThatHearsPriorityZeroWaitsForItsSkewOnly() {
        try (var stage = new Stage()) {
            stage.backup(Net.instance(100));
            stage.injector.send(advert(C, 150));
            stage.node.awaitState("VI_1", "BACKUP", LIMIT);
            int mark = stage.lab.capture().mark();
            stage.injector.send(advert(C, 150));
            stage.injector.send(advert(C, 0));
            long waited = stage.nanosUntilTakeover(mark);
            assertTrue(waited >= 609_375_000L && waited < 3_000_000_000L, "waited " + waited + " ns");
        }
    }

    @Test
    void aPreemptingBackupIgnoresALowerPriority() {
        try (var stage = new Stage()) {
            stage.backup(Net.instance(100));
            for (int i = 0; i < 14 && !"MASTER".equals(stage.node.state("VI_1")); i++) {
                stage.injector.send(advert(C, 50));
                Eventually.sleep(HALF_SECOND);
            }
            assertEquals("MASTER", stage.node.state("VI_1"));
        }
    }

    @Test
    void preemptDelayHoldsATakeoverFromALowerPriorityBack() {
        try (var stage = new Stage()) {
            stage.backup(Net.instance(100, "preempt_delay 6"));
            stage.injector.send(advert(C, 50));
            stage.lab.await("the capture of the first advert", LIMIT,
                    () -> !stage.lab.capture().advertsOf(C).isEmpty());
            long first = stage.lab.capture().advertsOf(C).getFirst().timeNanos();
            stage.sendWhile(advert(C, 50), Duration.ofSeconds(5), "BACKUP during the delay",
                    () -> "BACKUP".equals(stage.node.state("VI_1")));
            for (int i = 0; i < 14 && !"MASTER".equals(stage.node.state("VI_1")); i++) {
                stage.injector.send(advert(C, 50));
                Eventually.sleep(HALF_SECOND);
            }
            assertEquals("MASTER", stage.node.state("VI_1"));
            stage.lab.await("the capture of its advert", LIMIT, () -> !stage.lab.capture().advertsOf(A).isEmpty());
            long waited = stage.lab.capture().advertsOf(A).getFirst().timeNanos() - first + CLOCK_NANOS;
            assertTrue(waited >= 6_000_000_000L, "waited " + waited + " ns");
        }
    }

    @Test
    void aBackupWithNopreemptNeverTakesOverWhileAdvertsOfALowerPriorityArrive() {
        try (var stage = new Stage()) {
            stage.backup(Net.instance(100, "nopreempt"));
            stage.sendWhile(advert(C, 50), Duration.ofSeconds(6), "not MASTER while adverts arrive",
                    () -> !"MASTER".equals(stage.node.state("VI_1")) && !stage.node.has(VIP));
            int mark = stage.lab.capture().mark();
            long waited = stage.nanosUntilTakeover(mark);
            assertTrue(waited >= 3_609_375_000L, "waited " + waited + " ns");
        }
    }

    @Test
    void aMasterAnswersPriorityZeroAndLowerPriorityWithAnAdvertAtOnce() {
        try (var stage = new Stage()) {
            Node node = stage.master(100, "advert_int 1");
            for (int priority : List.of(0, 50)) {
                int mark = stage.lab.capture().mark();
                // Left alone it would need twelve seconds for them.
                for (int i = 0; i < 12; i++) {
                    int answers = i + 1;
                    stage.injector.send(advert(C, priority));
                    stage.lab.await("answer " + answers + " to priority " + priority, Duration.ofSeconds(5),
                            () -> stage.lab.capture().advertsOf(A, mark).size() >= answers);
                }
                assertEquals("MASTER", node.state("VI_1"));
            }
        }
    }

    @Test
    void aMasterThatHearsAHigherPriorityStepsDownAndReleasesTheAddress() {
        try (var stage = new Stage()) {
            Node node = stage.master(100);
            int mark = stage.lab.capture().mark();
            stage.injector.send(advert(C, 150));
            node.awaitState("VI_1", "BACKUP", LIMIT);
            stage.lab.await("no virtual address", LIMIT, () -> !node.has(VIP));
            long waited = stage.lab.capture()
                    .advertsOf(A, mark)
                    .stream()
                    .filter(advert -> advert.timeNanos() > stage.lab.capture().advertsOf(C).getLast().timeNanos())
                    .count();
            assertEquals(0, waited, "nothing is sent after stepping down");
            assertTrue(node.logged("Master received advert from 10.55.0.3 with higher priority 150, ours 100") == 1);
            node.awaitState("VI_1", "MASTER", LIMIT);
        }
    }

    @Test
    void atEqualPriorityTheGreaterAddressWinsComparedAsUnsignedNumbers() {
        try (var stage = new Stage()) {
            Node node = stage.master(100);
            for (HostSpec smaller : List.of(from("10.54.255.255/8"), from("9.255.0.200/8"))) {
                stage.injector.send(advert(smaller, 100));
            }
            int mark = stage.lab.capture().mark();
            stage.lab.await("two more adverts", LIMIT, () -> stage.lab.capture().advertsOf(A, mark).size() >= 2);
            assertEquals("MASTER", node.state("VI_1"));
            stage.injector.send(advert(from("200.0.0.1/8"), 100));
            node.awaitState("VI_1", "BACKUP", LIMIT);
        }
    }

    @Test
    void inVersion3TheDownTimerFollowsTheIntervalOfTheMaster() {
        try (var stage = new Stage()) {
            stage.backup(Net.block("VI_1", 51, 100, "version 3", "advert_int 0.3",
                    "virtual_ipaddress {\n " + VIP + "/24\n }"));
            VrrpFrame slow = VrrpFrame.v3(C).priority(150).interval(200).addresses(VIP);
            stage.injector.send(slow);
            stage.lab.holds("BACKUP for the master's longer interval", Duration.ofSeconds(4),
                    () -> "BACKUP".equals(stage.node.state("VI_1")));
            stage.injector.send(slow);
            int mark = stage.lab.capture().mark();
            long waited = stage.nanosUntilTakeover(mark);
            assertTrue(waited >= 3 * 2_000_000_000L + 156 * 2_000_000_000L / 256, "waited " + waited + " ns");
        }
    }

    @Test
    void aChangeOfPriorityShowsInTheVeryNextAdvert() {
        try (var stage = new Stage()) {
            stage.node.script("/etc/keepalived/check.sh", "#!/bin/sh\nexec test -e /tmp/good\n");
            stage.node.config("vrrp_script chk {\n script \"/etc/keepalived/check.sh\"\n interval 1\n weight 20\n}\n"
                    + Net.instance(100, "track_script {\n chk\n }")).start();
            stage.node.awaitState("VI_1", "MASTER", LIMIT);
            int mark = stage.lab.capture().mark();
            stage.node.host().must("touch", "/tmp/good");
            stage.node.awaitLog("Changing effective priority from 100 to 120", LIMIT);
            stage.lab.await("adverts of priority 120", LIMIT,
                    () -> stage.lab.capture().advertsOf(A, mark).stream().anyMatch(advert -> advert.priority() == 120));
            List<Integer> priorities = stage.lab.capture()
                    .advertsOf(A, mark)
                    .stream()
                    .map(Advert::priority)
                    .distinct()
                    .toList();
            assertTrue(priorities.equals(List.of(100, 120)) || priorities.equals(List.of(120)), priorities.toString());
        }
    }

    @Test
    void theSameRouterIdOnAnotherInterfaceAndOfAnotherFamilyIsAnotherRouter() {
        try (var stage = new Stage()) {
            stage.node.host()
                    .sh("ip link add eth1 type veth peer name eth1x; ip link set eth1 up; ip link set eth1x up;"
                            + "ip addr add 10.56.0.1/24 dev eth1");
            stage.node.config(Net.instance(100)
                    + Net.block("OTHER", 51, 100, "virtual_ipaddress {\n 10.56.0.100/24\n }").replace("eth0", "eth1")
                    + Net.block("SIX", 51, 100, "version 3", "virtual_ipaddress {\n fe80::100\n }")).start();
            Stream.of("VI_1", "OTHER", "SIX").forEach(name -> stage.node.awaitState(name, "MASTER", LIMIT));
            stage.injector.send(advert(C, 250));
            stage.node.awaitState("VI_1", "BACKUP", LIMIT);
            assertEquals(List.of("MASTER", "MASTER"), List.of(stage.node.state("OTHER"), stage.node.state("SIX")));
            stage.injector.send(VrrpFrame.v3Ipv6(C).priority(250).addresses("fe80::100"));
            stage.node.awaitState("SIX", "BACKUP", LIMIT);
            assertEquals("MASTER", stage.node.state("OTHER"));
        }
    }

    @Test
    void ofThreeRoutersThatStartTogetherTheHighestPriorityBecomesTheOnlyMaster() {
        try (var lab = new Lab()) {
            List<Node> nodes = Stream.of(A, B, C)
                    .map(spec -> lab.node(spec, PeerKind.OURS).config(Net.instance(100 + 10 * spec.number())))
                    .toList();
            nodes.forEach(Node::start);
            lab.await("the highest priority has the address", LIMIT, () -> nodes.get(2).has(VIP));
            lab.holds("it stays the only one", Duration.ofSeconds(3),
                    () -> nodes.get(2).has(VIP) && !nodes.get(1).has(VIP) && !nodes.get(0).has(VIP));
        }
    }

    @Test
    void whenAPartedNetworkIsWholeAgainTheHighestAddressOfEqualPrioritiesStaysMaster() {
        try (var lab = new Lab()) {
            List<Node> nodes = Stream.of(A, B, C)
                    .map(spec -> lab.node(spec, PeerKind.OURS).config(Net.instance(100)))
                    .toList();
            List.of(B, C).forEach(spec -> lab.bridge().mute(spec, true));
            nodes.forEach(Node::start);
            lab.await("each is master of its part", LIMIT, () -> nodes.stream().allMatch(node -> node.has(VIP)));
            List.of(B, C).forEach(spec -> lab.bridge().mute(spec, false));
            lab.await("the highest address is the only master", LIMIT,
                    () -> nodes.get(2).has(VIP) && !nodes.get(1).has(VIP) && !nodes.get(0).has(VIP));
        }
    }
}
