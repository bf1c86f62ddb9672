package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.Test;

/** The daemon as a process of its host: its name, its signals, its files, and what its scripts inherit. */
@NeedsLab
class ProcessIT {
    private static final String SCRIPT = "/etc/keepalived/script.sh";

    private static Node running(Lab lab, String config) {
        Node node = lab.node(A, PeerKind.OURS).config(config).start();
        lab.await("the address", LIMIT, () -> node.has(VIP));
        return node;
    }

    @Test
    void everyToolThatLooksForKeepalivedFindsItAndNoneFindsJava() {
        try (var lab = new Lab()) {
            Node node = running(lab, Net.instance(200));
            Host host = node.host();
            String pid = Integer.toString(node.pid());
            for (String look : List.of("ps -C keepalived -o pid=", "pidof keepalived", "pgrep -x keepalived")) {
                assertTrue(List.of(host.sh(look).strip().split("\\s+")).contains(pid), look);
            }
            host.must("killall", "-0", "keepalived");
            assertEquals("keepalived\n", host.read("/proc/" + pid + "/comm"));
            assertTrue(host.read("/proc/" + pid + "/cmdline").split("\0")[0].matches("(.*/)?keepalived"), "argv[0]");
            for (String look : List.of("ps -C java -o pid=", "pidof java", "pgrep -x java", "killall -0 java")) {
                assertTrue(host.run("sh", "-c", look).status() != 0, look);
            }
            host.must("killall", "keepalived");
            node.awaitGone();
            assertTrue(!node.has(VIP), "killall is an orderly stop");
        }
    }

    @Test
    void signalsWriteTheDumpFilesAndNoneEndsTheProcess() throws IOException {
        try (var lab = new Lab()) {
            Node node = running(lab, Net.instance(200));
            int pid = node.pid();
            for (var dump : Map.of("10", "data", "12", "stats", "36", "json", "63", "stats").entrySet()) {
                String file = "/tmp/keepalived." + dump.getValue();
                node.host().must("rm", "-f", file);
                node.signal(dump.getKey());
                lab.await("signal " + dump.getKey() + " writes " + file, LIMIT,
                        () -> !node.host().read(file).isEmpty());
                assertEquals("600\n", node.host().must("stat", "-c", "%a", file));
            }
            Stream.of("PIPE", "10", "12", "36", "63").forEach(node::signal);
            // Those that keepalived ignores.
            Stream.of("QUIT", "ALRM", "STKFLT", "VTALRM", "PROF", "POLL", "PWR", "34", "35", "37", "59", "61", "64")
                    .forEach(node::signal);
            List<Object> json = json(lab, node);
            Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) json.getFirst()).get("data");
            assertEquals(List.of("VI_1", "eth0", 51, 2, 200),
                    Stream.of("iname", "ifp_ifname", "vrid", "state", "effective_priority").map(data::get).toList());
            assertTrue(node.host()
                    .read("/tmp/keepalived.data")
                    .contains("\n VRRP Instance = VI_1\n   VRRP Version = 2\n"));
            assertEquals(pid, node.pid());
            assertTrue(node.isRunning() && node.has(VIP));
        }
    }

    private static List<Object> json(Lab lab, Node node) throws IOException {
        node.host().must("rm", "-f", "/tmp/keepalived.json");
        node.signal("36");
        lab.await("a whole array", LIMIT, () -> node.host().read("/tmp/keepalived.json").strip().endsWith("]"));
        return JSON.std.listFrom(node.host().read("/tmp/keepalived.json"));
    }

    @Test
    void signal63WritesTheStatisticsAndThenClearsThem() {
        try (var lab = new Lab()) {
            Node node = running(lab, Net.instance(200));
            lab.await("an advert is counted", LIMIT, () -> Dump.stats(lab, node).get("VI_1/Advertisements/Sent") > 0);
            assertEquals(1, Dump.stats(lab, node).get("VI_1/Became master"));
            // Waits for the file: of two signals that are pending together the lower number comes first.
            assertEquals(1, Dump.stats(lab, node, "63").get("VI_1/Became master"));
            assertEquals(0, Dump.stats(lab, node).get("VI_1/Became master"));
        }
    }

    @Test
    void scriptsInheritNoBlockedSignalNoVariableOfTheRuntimeAndNoDescriptor() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS);
            node.script(SCRIPT, """
                    #!/bin/sh
                    grep -E '^Sig(Blk|Ign)' /proc/self/status >/tmp/mask
                    echo $$ $(cut -d ' ' -f 5 /proc/$$/stat) >/tmp/group
                    env >/tmp/env
                    ls -l /proc/self/fd >/tmp/fd
                    readlink /proc/self/cwd >/tmp/cwd
                    touch /tmp/done
                    """);
            node.config("vrrp_script chk {\n script " + SCRIPT + "\n interval 1\n}\n"
                    + Net.instance(200, "track_script {\n chk\n }")).start();
            lab.await("the script has run", LIMIT, () -> node.host().exists("/tmp/done"));
            assertEquals("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n", node.host().read("/tmp/mask"));
            String[] group = node.host().read("/tmp/group").strip().split(" ");
            assertEquals(group[0], group[1], "it leads a process group of its own");
            assertEquals("/\n", node.host().read("/tmp/cwd"));
            assertTrue(
                    node.host()
                            .read("/tmp/env")
                            .lines()
                            .noneMatch(line -> line.matches("(?i).*(java|jdk|jvm|jli|_JAVA_SR).*")),
                    () -> node.host().read("/tmp/env"));
            List<String> descriptors = node.host()
                    .read("/tmp/fd")
                    .lines()
                    .filter(line -> line.contains(" -> "))
                    .filter(line -> !line.contains("/proc/") && !line.contains("/tmp/fd"))
                    .toList();
            assertTrue(descriptors.stream().allMatch(line -> line.endsWith("/dev/null")), descriptors.toString());
        }
    }

    @Test
    void notifyScriptsRunInOrderWithTheirArgumentsAndTheLastOneIsTheStop() {
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS);
            node.script(SCRIPT, "#!/bin/sh\necho \"$*\" >>/tmp/notified\n");
            node.config(Net.instance(200, "notify_master \"" + SCRIPT + " specific master\"",
                    "notify_backup \"" + SCRIPT + " specific backup\"",
                    "notify_fault \"" + SCRIPT + " specific fault\"", "notify_stop \"" + SCRIPT + " specific stop\"",
                    "notify \"" + SCRIPT + " general\"")).start();
            List<String> expected = notified("backup");
            awaitNotified(lab, node, expected);
            expected = add(expected, notified("master"));
            awaitNotified(lab, node, expected);
            node.cutLink();
            expected = add(expected, notified("fault"));
            awaitNotified(lab, node, expected);
            node.mendLink();
            expected = add(add(expected, notified("backup")), notified("master"));
            awaitNotified(lab, node, expected);
            node.stop();
            awaitNotified(lab, node, add(expected, notified("stop")));
        }
    }

    private static List<String> notified(String state) {
        return List.of("specific " + state,
                "general INSTANCE VI_1 " + state.toUpperCase(java.util.Locale.ROOT) + " 200");
    }

    private static List<String> add(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static void awaitNotified(Lab lab, Node node, List<String> expected) {
        lab.await("notified " + expected, LIMIT,
                () -> node.host().read("/tmp/notified").lines().toList().size() >= expected.size());
        List<String> all = node.host().read("/tmp/notified").lines().toList();
        if (Node.underTestIsOurs()) {
            assertEquals(expected, all);
        } else {
            // keepalived starts the two scripts of an event together, and they overtake each other.
            assertEquals(expected.stream().sorted().toList(), all.stream().sorted().toList());
        }
    }

    @Test
    void aSecondStartFindsTheFirstAndAStalePidFileStopsNobody() {
        try (var lab = new Lab()) {
            Node node = running(lab, Net.instance(200));
            int pid = node.pid();
            assertEquals(0, node.host().run("keepalived", "-D").status());
            node.awaitLog("daemon is already running", LIMIT);
            assertEquals(pid, node.pid());
            assertTrue(node.has(VIP));
            node.killProcess();
            // The number of a process that has gone, and a foreign process's, which keepalived takes for its own.
            for (String stale : Node.underTestIsOurs() ? List.of("4000000", "1") : List.of("4000000")) {
                node.host().write("/run/keepalived.pid", stale + "\n", "rw-r--r--");
                node.host().write("/run/vrrp.pid", stale + "\n", "rw-r--r--");
                node.host().must("keepalived", "-D");
                lab.await("it runs, stale number " + stale, LIMIT,
                        () -> node.pid() != Integer.parseInt(stale) && node.isRunning());
                node.stop();
                assertTrue(!node.host().exists("/run/keepalived.pid") && !node.host().exists("/run/vrrp.pid"));
            }
        }
    }
}
