package org.jkeepalived.wire;

import static org.jkeepalived.lab.PeerKind.KEEPALIVED;
import static org.jkeepalived.lab.PeerKind.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Pinger;
import org.jkeepalived.lab.Tshark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tutorial's pair of nodes through a life: election, death of a host, its return, and two orderly stops. */
@NeedsLab(programs = "nginx")
class TutorialPairsIT {
    private static final Duration SLACK = Duration.ofSeconds(4);

    static Stream<Arguments> pairs() {
        var everyPairing = Stream
                .of(Tutorial.A, Tutorial.A_NOPREEMPT, Tutorial.B, Tutorial.C, Tutorial.D, Tutorial.D_NOTIFY,
                        Tutorial.D_UNCLOSED)
                .flatMap(tutorial -> Stream.of(Arguments.of(tutorial, OURS, OURS),
                        Arguments.of(tutorial, OURS, KEEPALIVED), Arguments.of(tutorial, KEEPALIVED, OURS)));
        // What the real one does with its own pair is what the others are held to.
        return Stream.concat(everyPairing, Stream.of(Arguments.of(Tutorial.A, KEEPALIVED, KEEPALIVED)));
    }

    @ParameterizedTest(name = "{0}: {1} is the master, {2} the backup")
    @MethodSource("pairs")
    void electFailOverFailBackStop(Tutorial tutorial, PeerKind masterKind, PeerKind backupKind) {
        try (var lab = new Lab()) {
            Node master = tutorial.master(lab, masterKind);
            Node backup = tutorial.backup(lab, backupKind);
            if (masterKind != backupKind) {
                tutorial.repairCheck(master);
                tutorial.repairCheck(backup);
            }
            new Life(lab, tutorial, master, backup).live();
        }
    }

    /** One pair's life. */
    private static final class Life {
        private final Lab lab;
        private final Tutorial tutorial;
        private final Node master;
        private final Node backup;
        private final Pinger pinger;
        private final Duration limit;

        Life(Lab lab, Tutorial tutorial, Node master, Node backup) {
            this.lab = lab;
            this.tutorial = tutorial;
            this.master = master;
            this.backup = backup;
            pinger = lab.ping(lab.host(tutorial.clientSpec()), tutorial.virtualAddress());
            limit = tutorial.downInterval(1).plus(SLACK);
        }

        void live() {
            elect();
            masterHostDies();
            masterHostReturns();
            Node now = tutorial.preempts() ? master : backup;
            stop(now, now == master ? backup : master);
            wireWasRight();
        }

        private void elect() {
            tutorial.startService(backup);
            tutorial.startService(master);
            if (tutorial.preempts()) {
                backup.start();
                master.start();
            } else {
                // The one that is ready first wins, and nobody takes it away.
                master.start();
                becomes(master, "MASTER");
                backup.start();
            }
            becomes(master, "MASTER");
            becomes(backup, "BACKUP");
            isPingable();
            int mark = lab.capture().mark();
            lab.await("two adverts of the master", limit,
                    () -> lab.capture().advertsOf(master.spec(), mark).size() >= 2);
            assertEquals(List.of(), lab.capture().advertsOf(backup.spec(), mark), "a backup sends nothing");
            if (tutorial.mute()) {
                master.awaitLog("Strict mode does not support authentication. Ignoring", limit);
            }
        }

        private void masterHostDies() {
            Advert last = lab.capture().advertsOf(master.spec()).getLast();
            int mark = lab.capture().mark();
            master.die();
            becomes(backup, "MASTER");
            isPingable();
            lab.await("the capture of the backup's advert", limit,
                    () -> !lab.capture().advertsOf(backup.spec(), mark).isEmpty());
            var first = lab.capture().advertsOf(backup.spec(), mark).getFirst();
            last = lab.capture().advertsOf(master.spec()).getLast().timeNanos() > last.timeNanos()
                    ? lab.capture().advertsOf(master.spec()).getLast()
                    : last;
            // The wire's clock may step by a hair against the timer's.
            long waited = first.timeNanos() - last.timeNanos() + Duration.ofMillis(20).toNanos();
            assertTrue(waited >= tutorial.downInterval(tutorial.backupPriority()).toNanos(),
                    "taken over after " + waited + " ns, before the master's silence had lasted for a down interval");
        }

        private void masterHostReturns() {
            master.revive();
            tutorial.startService(master);
            master.start();
            if (tutorial.preempts()) {
                becomes(master, "MASTER");
                becomes(backup, "BACKUP");
            } else {
                becomes(master, "BACKUP");
                lab.holds("the returned node leaves the address to the other",
                        tutorial.downInterval(tutorial.masterPriority()).plusSeconds(1),
                        () -> backup.has(tutorial.virtualAddress()) && !master.has(tutorial.virtualAddress()));
            }
            isPingable();
        }

        private void stop(Node first, Node second) {
            int mark = lab.capture().mark();
            first.stop();
            becomes(second, "MASTER");
            isPingable();
            assertTrue(!first.has(tutorial.virtualAddress()), "the stopped node keeps no virtual address");
            lab.await("the capture of the farewell", limit,
                    () -> lab.capture()
                            .advertsOf(first.spec(), mark)
                            .stream()
                            .anyMatch(advert -> advert.priority() == 0));
            List<Advert> farewell = lab.capture()
                    .advertsOf(first.spec(), mark)
                    .stream()
                    .dropWhile(advert -> advert.priority() != 0)
                    .toList();
            assertEquals(List.of(0), farewell.stream().map(Advert::priority).toList(),
                    "one advert with priority 0 is the last one");
            second.stop();
            for (Node node : List.of(first, second)) {
                assertTrue(!node.has(tutorial.virtualAddress()), node.name() + " keeps no virtual address");
                assertTrue(!node.host().exists("/run/keepalived.pid"), node.name() + " keeps no pid file");
            }
        }

        private void becomes(Node node, String state) {
            node.awaitState(tutorial.instance(), state, limit);
            boolean carries = state.equals("MASTER");
            lab.await(node.name() + (carries ? " carries" : " does not carry") + " the virtual address", limit,
                    () -> node.has(tutorial.virtualAddress()) == carries);
        }

        private void isPingable() {
            if (!tutorial.mute()) {
                int before = pinger.answers();
                lab.await("the virtual address answers pings", limit, () -> pinger.answers() > before + 2);
            }
        }

        private void wireWasRight() {
            for (Advert advert : lab.capture().adverts()) {
                assertEquals(List.of(tutorial.virtualAddress()), advert.addresses());
                assertEquals(List.of(2, 51, tutorial.intervalSeconds(), tutorial.mute() ? 0 : 1),
                        List.of(advert.version(), advert.vrid(), advert.interval(), advert.authType()));
            }
            Tshark.assertNoComplaints(lab.capture().pcap());
            Duration longest = tutorial.downInterval(tutorial.backupPriority()).plus(SLACK);
            // keepalived's strict mode answers nothing, ours does not drop traffic yet: with both in turn there are long gaps.
            assertTrue(tutorial.mute() || pinger.gaps().stream().allMatch(gap -> gap.length().compareTo(longest) < 0),
                    pinger.gaps().toString());
        }
    }
}
