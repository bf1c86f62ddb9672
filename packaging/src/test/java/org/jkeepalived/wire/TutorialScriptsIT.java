package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Pinger;
import org.junit.jupiter.api.Test;

/** The tutorials' check scripts at work: they restart a service, and stop the daemon that runs them. */
@NeedsLab(programs = "nginx")
class TutorialScriptsIT {
    /** A check every five seconds that waits three itself, and an election. */
    private static final Duration LONG = Duration.ofSeconds(25);

    private static final String NGINX = "/usr/local/nginx/sbin/nginx";
    private static final String CANNOT_RUN = "/etc/keepalived/tomcat_check\\.sh.*[Ee]xec format error";

    private static Node[] elected(Lab lab, Tutorial tutorial) {
        Node master = tutorial.master(lab, PeerKind.OURS);
        Node backup = tutorial.backup(lab, PeerKind.KEEPALIVED);
        tutorial.startService(master);
        tutorial.startService(backup);
        backup.start();
        master.start();
        lab.await("the master has the address alone", LIMIT,
                () -> master.has(tutorial.virtualAddress()) && !backup.has(tutorial.virtualAddress()));
        return new Node[]{master, backup};
    }

    private static void movedByTheDaemonsEnd(Lab lab, Node from, Node to, String address) {
        lab.await("the daemon was stopped by its own check", LONG,
                () -> !from.host().processNames().contains("keepalived"));
        lab.await("the address moves", LIMIT, () -> to.has(address) && !from.has(address));
        assertTrue(!from.host().exists("/run/keepalived.pid"), "an orderly stop");
        lab.await("the last advert says priority 0", LIMIT,
                () -> lab.capture().advertsOf(from.spec()).getLast().priority() == 0);
    }

    @Test
    void aStoppedNginxIsRestartedByItsCheckAndWhenItCannotStartTheAddressMoves() {
        var tutorial = Tutorial.A;
        try (var lab = new Lab()) {
            Node[] nodes = elected(lab, tutorial);
            Node master = nodes[0];
            Pinger pinger = lab.ping(lab.host(tutorial.clientSpec()), tutorial.virtualAddress());
            master.host().must("nginx", "-s", "stop");
            master.awaitLog("nginx_check.*: nginx runs again", LONG);
            assertTrue(master.host().processNames().contains("nginx"));
            assertTrue(master.has(tutorial.virtualAddress()) && !nodes[1].has(tutorial.virtualAddress()));
            master.host().write("/etc/nginx/nginx.conf", "this is no configuration\n", "rw-r--r--");
            master.host().must("pkill", "-x", "nginx");
            movedByTheDaemonsEnd(lab, master, nodes[1], tutorial.virtualAddress());
            int answers = pinger.answers();
            lab.await("the address answers", LIMIT, () -> pinger.answers() > answers + 2);
        }
    }

    @Test
    void aCheckThatOutlivesItsIntervalTimesOutAndItsWeightMovesTheAddress() {
        var tutorial = Tutorial.B;
        try (var lab = new Lab()) {
            Node[] nodes = elected(lab, tutorial);
            nodes[0].host().write(NGINX, "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
            // The check starts nginx in vain and then sleeps for as long as it may run altogether.
            nodes[0].host().must("pkill", "-x", "nginx");
            lab.await("the address moves", LONG,
                    () -> nodes[1].has(tutorial.virtualAddress()) && !nodes[0].has(tutorial.virtualAddress()));
            assertTrue(nodes[0].logged("VRRP_Script\\(chk_nginx\\) timed_out") > 0);
            assertTrue(nodes[0].logged("Changing effective priority from 100 to 80") > 0);
        }
    }

    @Test
    void killallFromInsideTheCheckStopsThisNodeAndNoOther() {
        var tutorial = Tutorial.B;
        try (var lab = new Lab()) {
            Node[] nodes = elected(lab, tutorial);
            nodes[0].host().sh("sed -i 's/sleep 2/sleep 1/' /etc/keepalived/nginx_check.sh");
            nodes[0].host().write(NGINX, "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
            nodes[0].host().must("pkill", "-x", "nginx");
            movedByTheDaemonsEnd(lab, nodes[0], nodes[1], tutorial.virtualAddress());
            assertTrue(nodes[1].isRunning());
        }
    }

    @Test
    void aCheckWhoseFirstLineLacksItsNumberSignIsReportedAsOneThatCannotRun() {
        var tutorial = Tutorial.D;
        try (var lab = new Lab()) {
            Node node = tutorial.master(lab, PeerKind.OURS).start();
            node.awaitLog(CANNOT_RUN, LIMIT);
            node.awaitState("VI_1", "MASTER", LIMIT);
            if (Node.underTestIsOurs()) {
                assertEquals(1, node.logged(CANNOT_RUN), "once");
            }
        }
    }

    @Test
    void theRepairedCheckCountsAProcessNamedJavaButNeverTheDaemon() {
        var tutorial = Tutorial.D;
        try (var lab = new Lab()) {
            Node node = tutorial.master(lab, PeerKind.OURS);
            tutorial.repairCheck(node);
            node.host().must("cp", "/bin/sleep", "/usr/local/bin/java");
            try (var tomcat = node.host().spawn("/usr/local/bin/java", "1000")) {
                node.start();
                node.awaitState("VI_1", "MASTER", LIMIT);
                lab.holds("it runs while there is a java", Duration.ofSeconds(7), node::isRunning);
                assertEquals(List.of(),
                        node.log().stream().filter(line -> line.contains("Changing effective priority")).toList());
                tomcat.signal("KILL");
                node.awaitGone();
                assertTrue(!node.has(tutorial.virtualAddress()));
            }
        }
    }
}
