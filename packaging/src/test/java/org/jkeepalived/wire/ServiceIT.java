package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.RECORD;
import static org.jkeepalived.wire.Net.REMOVE;
import static org.jkeepalived.wire.Net.VIP;
import static org.jkeepalived.wire.ServiceSocket.awaitHeard;
import static org.jkeepalived.wire.ServiceSocket.heard;
import static org.jkeepalived.wire.ServiceSocket.listen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Result;
import org.junit.jupiter.api.Test;

/** What a service manager hears of the daemon, and what it does for it: its socket is a script's, its work after a crash the test's. */
@NeedsLab
class ServiceIT {
    private static final int SOME_RUNS = 6;
    /** As systemd in the moment before it takes notice of an end. */
    private static final String NEVER_REAPS = """
            import os, time
            if os.fork() == 0:
                os.execv("/usr/sbin/keepalived", ["keepalived", "--dont-fork"])
            time.sleep(600)
            """;

    /** Stops the thread of the loop alone, as a debugger does, until it is ended: the one besides the first that is called keepalived. */
    private static final String HOLD_LOOP = """
            import ctypes, os, signal, sys
            pid = sys.argv[1]
            tasks = "/proc/" + pid + "/task/"
            loop = int([t for t in os.listdir(tasks) if t != pid and open(tasks + t + "/comm").read() == "keepalived\\n"][0])
            libc = ctypes.CDLL(None)
            seize, interrupt, every_kind = 0x4206, 0x4207, 0x40000000
            if libc.ptrace(seize, loop, None, None) or libc.ptrace(interrupt, loop, None, None):
                sys.exit("ptrace")
            os.waitpid(loop, every_kind)
            open("/run/held", "w").close()
            signal.pause()
            """;
    /** Messages that were sent before the loop was held and are read after. */
    private static final int UNDER_WAY = 2;

    private static void start(Node node, String... environment) {
        String variables = String.join(" ", environment);
        node.host()
                .sh("NOTIFY_SOCKET=" + ServiceSocket.PATH + " " + variables
                        + " setsid keepalived --dont-fork -D >/dev/null 2>&1 </dev/null &");
    }

    @Test
    void systemdHearsEveryStateAndAReloadThatWasRefused() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200));
            try (Child _ = listen(lab, node)) {
                start(node);
                awaitHeard(lab, node, "READY=1\\|MAINPID=\\d+\\|STATUS=VI_1 BACKUP");
                assertEquals("READY=1|MAINPID=" + node.pid() + "|STATUS=VI_1 BACKUP", heard(node.host()).getFirst());
                awaitHeard(lab, node, "STATUS=VI_1 MASTER");
                node.cutLink();
                awaitHeard(lab, node, "STATUS=VI_1 FAULT \\(interface eth0 is down\\)");
                node.mendLink();
                lab.await("MASTER again", LIMIT, () -> heard(node.host()).getLast().equals("STATUS=VI_1 MASTER"));
                node.config(Net.instance(200).replace("vrrp_instance", "vrrp_instnace"));
                node.signal("HUP");
                awaitHeard(lab, node, "RELOADING=1\\|MONOTONIC_USEC=\\d+");
                awaitHeard(lab, node, "READY=1\\|.*STATUS=reload refused, .*keepalived.conf:1:1: .*; VI_1 MASTER");
                node.config(Net.instance(200));
                node.signal("HUP");
                lab.await("a good reload", LIMIT, () -> heard(node.host()).getLast()
                        .equals("READY=1|MAINPID=" + node.pid() + "|STATUS=VI_1 MASTER"));
                node.stop();
                awaitHeard(lab, node, "STOPPING=1\\|STATUS=stopping");
                assertTrue(heard(node.host()).stream().noneMatch(message -> message.startsWith("WATCHDOG")));
            }
        }
    }

    @Test
    void theWatchdogIsFedWhileTheLoopTurnsAndNotWhileItHangs() {
        try (var lab = new Lab()) {
            // No timer is due for minutes: nothing but the watchdog makes this loop turn.
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200).replace("advert_int 1", "advert_int 255"));
            try (Child _ = listen(lab, node)) {
                start(node, "WATCHDOG_USEC=300000");
                awaitHeard(lab, node, "READY=1.*");
                lab.await("it is fed", LIMIT, () -> feedings(node) >= 5);
                long before;
                try (Child hold = node.host().spawn("python3", "-u", "-c", HOLD_LOOP, Integer.toString(node.pid()))) {
                    lab.await("the loop is held", LIMIT, () -> node.host().exists("/run/held") || !hold.isRunning());
                    before = feedings(node) + UNDER_WAY;
                    lab.holds("nobody feeds it", Duration.ofSeconds(2), () -> feedings(node) <= before);
                    assertTrue(hold.isRunning());
                }
                lab.await("it is fed again", LIMIT, () -> feedings(node) > before + 2);
                node.signal("STOP");
                lab.await("everything is stopped", LIMIT,
                        () -> node.host().read("/proc/" + node.pid() + "/stat").matches("(?s).*\\) T .*"));
                long stopped = feedings(node);
                node.signal("CONT");
                lab.await("it is fed once more", LIMIT, () -> feedings(node) > stopped + 2);
                node.stop();
            }
        }
    }

    private static long feedings(Node node) {
        return heard(node.host()).stream().filter(message -> message.equals("WATCHDOG=1")).count();
    }

    @Test
    void whatACrashLeavesIsRemovedAndNothingElse() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config(Net.instance(255, "virtual_ipaddress_excluded {\n 10.55.0.101/24\n 2001:db8::1/64\n }"));
            Host host = node.host();
            // Somebody else's, although the daemon would set it, too.
            host.must("ip", "addr", "add", "10.55.0.101/24", "dev", "eth0");
            node.start();
            lab.await("the addresses", LIMIT, () -> node.has(VIP) && node.has("2001:db8::1") && host.exists(RECORD));
            host.sh(REMOVE);
            assertTrue(node.has(VIP) && host.exists(RECORD), "not while the daemon is alive");
            String record = host.read(RECORD);
            node.killProcess();
            assertTrue(node.has(VIP), "a killed process cleans up nothing");
            assertTrue(host.run("sh", "-c", "PATH=/nowhere /bin/sh " + REMOVE).status() != 0);
            assertTrue(node.has(VIP) && host.exists(RECORD), "the record stays until its work is done");
            // A process of that number, which is another one.
            host.write(RECORD, record.replaceFirst("# pid \\d+", "# pid 1"), "rw-------");
            host.sh(REMOVE);
            assertTrue(!node.has(VIP) && !node.has("2001:db8::1") && !host.exists(RECORD));
            assertTrue(node.has("10.55.0.101") && node.has("10.55.0.1"), "what was there before stays");
            host.sh(REMOVE);
        }
    }

    @Test
    void aDaemonThatHasEndedAndIsStillToBeReapedIsNotAlive() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(255));
            Host host = node.host();
            try (Child _ = host.spawn("python3", "-u", "-c", NEVER_REAPS)) {
                lab.await("the record", LIMIT, () -> host.exists(RECORD));
                host.sh("kill -KILL $(cat /run/keepalived.pid)");
                lab.await("a zombie", LIMIT, () -> zombies(host) > 0);
                assertTrue(node.has(VIP));
                host.sh(REMOVE);
                assertTrue(!node.has(VIP) && !host.exists(RECORD));
            }
        }
    }

    @Test
    void theRecordNamesTheNetworkNamespaceAndGoesWithAnOrderlyStop() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(255));
            Host host = node.host();
            host.sh("ip netns add blue; ip -n blue link set lo up; ip -n blue link add eth0 type veth peer name peer0;"
                    + "ip -n blue addr add 10.55.0.9/24 dev eth0; ip -n blue link set eth0 up;"
                    + "ip -n blue link set peer0 up");
            String record = "/run/keepalived/blue/keepalived.addresses";
            host.must("keepalived", "-s", "blue");
            lab.await("the record", LIMIT, () -> host.exists(record));
            host.sh("kill -KILL $(cat /run/keepalived/blue/keepalived.pid)");
            node.awaitGone();
            assertTrue(host.must("ip", "-n", "blue", "addr").contains(VIP));
            host.sh(REMOVE);
            assertTrue(!host.must("ip", "-n", "blue", "addr").contains(VIP));
            host.must("keepalived", "-s", "blue");
            lab.await("the record", LIMIT, () -> host.exists(record));
            host.sh("kill -TERM $(cat /run/keepalived/blue/keepalived.pid)");
            node.awaitGone();
            assertTrue(!host.exists(record) && !host.must("ip", "-n", "blue", "addr").contains(VIP));
        }
    }

    @Test
    void whoLeavesTheAddressesAtAStopKeepsNoRecord() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200)).start("--dont-release-vrrp");
            lab.await("the address", LIMIT, () -> node.has(VIP));
            node.killProcess();
            assertTrue(node.has(VIP) && !node.host().exists(RECORD));
        }
    }

    @Test
    void anInterfaceThatComesAfterTheStartIsUsedThen() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config(Net.instance(200).replace("eth0", "late0")
                            + Net.block("VI_2", 52, 200, "virtual_ipaddress {\n 10.55.0.102/24\n }"))
                    .start();
            node.awaitLog("WARNING - interface late0 for vrrp_instance VI_1 doesn't exist", LIMIT);
            node.awaitLog("Configuration specifies interface late0 which doesn't currently exist - will use if created",
                    LIMIT);
            assertEquals(5, node.host().run("keepalived", "-t").status(), "a test still fails");
            node.awaitState("VI_2", "MASTER", LIMIT);
            node.host().sh("ip link add late0 type veth peer name late0x; ip link set late0 up; ip link set late0x up");
            node.host().must("ip", "addr", "add", "10.56.0.1/24", "dev", "late0");
            node.awaitState("VI_1", "MASTER", LIMIT);
            lab.await("the address on it", LIMIT,
                    () -> node.host().must("ip", "addr", "show", "dev", "late0").contains(VIP));
            node.stop();
        }
    }

    @Test
    void withoutTheRightToChangeAddressesItDoesNotRun() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200));
            Result result = node.host()
                    .run("setpriv", "--bounding-set=-net_admin", "--inh-caps=-net_admin", "keepalived", "-n", "-l");
            assertEquals(4, result.status(), "a MASTER without its address would keep the peer from it");
        }
    }

    @Test
    void anInstanceWaitsForTheInterfaceOfEachOfItsAddresses() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config(Net.instance(200, "virtual_ipaddress_excluded {\n 10.56.0.100/24 dev late0\n }"))
                    .start();
            node.awaitLog("WARNING - interface late0 for ip address 10.56.0.100/24 doesn't exist", LIMIT);
            node.awaitLog("\\(VI_1\\) entering FAULT state", LIMIT);
            node.host().sh("ip link add late0 type veth peer name late0x; ip link set late0 up; ip link set late0x up");
            lab.await("both addresses", LIMIT, () -> node.has("10.56.0.100") && node.has(VIP));
            lab.await("the record", LIMIT, () -> node.host().read(RECORD).contains("10.56.0.100/24 dev late0"));
            node.stop();
            assertTrue(!node.has("10.56.0.100") && !node.has(VIP));
        }
    }

    @Test
    void whoIsNotRootRunsScriptsThatNameNobodyAsItself() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS)
                    .config("vrrp_script who {\n script \"/usr/bin/touch /tmp/ran\"\n interval 1\n}\n"
                            + Net.instance(200, "track_script {\n who\n }"));
            String capabilities = "+net_admin,+net_raw,+net_broadcast";
            node.host()
                    .sh("setsid setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=" + capabilities
                            + " --ambient-caps=" + capabilities
                            + " keepalived -n -p /tmp/keepalived.pid -r /tmp/vrrp.pid >/dev/null 2>&1 </dev/null &");
            lab.await("the address", LIMIT, () -> node.has(VIP));
            lab.await("the script has run", LIMIT, () -> node.host().exists("/tmp/ran"));
            assertEquals("65534\n", node.host().must("stat", "-c", "%u", "/tmp/ran"));
            node.host().sh("kill -TERM $(cat /tmp/keepalived.pid)");
            node.awaitGone();
        }
    }

    @Test
    void theProcessIsShownAsItWasStarted() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200));
            Host host = node.host();
            host.sh("setsid /usr/sbin/keepalived --dont-fork -D >/dev/null 2>&1 </dev/null &");
            lab.await("it runs", LIMIT, node::isRunning);
            String shown = "/usr/sbin/keepalived\0--dont-fork\0-D\0";
            lab.await("the title", LIMIT, () -> host.read("/proc/" + node.pid() + "/cmdline").startsWith(shown));
            assertEquals("", host.read("/proc/" + node.pid() + "/cmdline").substring(shown.length()).replace("\0", ""));
            assertEquals("/usr/sbin/keepalived --dont-fork -D",
                    host.must("ps", "-o", "args=", "-p", Integer.toString(node.pid())).strip());
            assertEquals(Integer.toString(node.pid()), host.must("pgrep", "-f", "^/usr/sbin/keepalived").strip());
            assertEquals("keepalived\n", host.read("/proc/" + node.pid() + "/comm"));
        }
    }

    @Test
    void asTheFirstProcessOfAContainerItStopsAndLeavesNoZombies() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS);
            node.config(
                    "vrrp_script orphan {\n script \"/bin/sh -c '(sleep 0.1 &) ; printf x >>/tmp/runs'\"\n interval 1\n}\n"
                            + Net.instance(200, "track_script {\n orphan\n }"));
            Host host = node.host();
            host.sh("setsid unshare --pid --fork --mount-proc keepalived --dont-fork -D >/dev/null 2>&1 </dev/null &");
            lab.await("the address", LIMIT, () -> node.has(VIP));
            assertEquals("1\n", host.read("/run/keepalived.pid"));
            String pid = host.must("pgrep", "-x", "keepalived").strip();
            lab.await("orphans have come", LIMIT, () -> host.read("/tmp/runs").length() >= SOME_RUNS);
            lab.await("and gone", LIMIT, () -> zombies(host) < SOME_RUNS / 2);
            host.must("kill", "-TERM", pid);
            node.awaitGone();
            assertTrue(!node.has(VIP), "an orderly stop");
        }
    }

    private static long zombies(Host host) {
        return host.must("ps", "-e", "-o", "stat=").lines().filter(stat -> stat.startsWith("Z")).count();
    }
}
