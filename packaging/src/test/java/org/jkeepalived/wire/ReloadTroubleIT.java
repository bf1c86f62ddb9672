package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Lines;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Resources;
import org.junit.jupiter.api.Test;

/** Reloads that cannot be applied as a whole, that change sync groups, and of much: what is there stays there. */
@NeedsLab
class ReloadTroubleIT {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int INSTANCES = 200;
    private static final int RELOADS = 5;
    /** About three times what the five took, adverts included, and half of what they took where they were read on the loop. */
    private static final long MOST_TICKS = 6L * RELOADS;

    /** Fails where an instance was silent for longer than {@code limitNanos} between two adverts, or gave up. */
    private static void advertsWentOn(Lab lab, int mark, long limitNanos, List<Integer> vrids) {
        Map<Integer, Long> last = new HashMap<>();
        for (Advert advert : lab.capture().advertsOf(A, mark)) {
            assertTrue(!vrids.contains(advert.vrid()) || advert.priority() != 0, () -> "given up: " + advert);
            Long before = last.put(advert.vrid(), advert.timeNanos());
            long gapNanos = before == null ? 0 : advert.timeNanos() - before;
            assertTrue(!vrids.contains(advert.vrid()) || gapNanos < limitNanos,
                    () -> "virtual router " + advert.vrid() + " was silent for " + gapNanos + " ns");
        }
        assertTrue(last.keySet().containsAll(vrids), () -> "adverts of " + last.keySet());
    }

    private static void reload(Lab lab, Node node, String config) {
        long before = node.logged("Reload complete");
        node.config(config).signal("HUP");
        lab.await("the reload", LIMIT, () -> node.logged("Reload complete") > before);
    }

    @Test
    void whatCannotBeAppliedIsSaidAndTheRestIsApplied() {
        assumeTrue(Node.underTestIsOurs());
        String six = "vrrp_instance SIX {\n interface eth0\n state BACKUP\n virtual_router_id 52\n priority 150\n version 3\n"
                + " virtual_ipaddress {\n fe80::52/64\n fd55::100/64\n }\n}\n";
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200));
            Host host = node.host();
            try (Child _ = ServiceSocket.listen(lab, node)) {
                host.write("/run/no-ipv6.py", Resources.text("/lab/no-ipv6.py"), "rwxr-xr-x");
                host.sh("NOTIFY_SOCKET=" + ServiceSocket.PATH
                        + " setsid python3 /run/no-ipv6.py /usr/sbin/keepalived --dont-fork -D"
                        + " >/dev/null 2>&1 </dev/null &");
                ServiceSocket.awaitHeard(lab, node, "STATUS=VI_1 MASTER");
                int mark = lab.capture().mark();
                node.config(Net.instance(200, "virtual_ipaddress_excluded {\n 10.55.0.101/24\n }") + six).signal("HUP");
                lab.await("what can be applied", LIMIT, () -> node.has("10.55.0.101"));
                ServiceSocket.awaitHeard(lab, node,
                        "READY=1\\|.*STATUS=reload applied in part: \\(SIX\\) is not run, .*; VI_1 MASTER");
                assertEquals(0, node.logged("Reload complete"));
                lab.holds("no MASTER that nobody hears", Duration.ofSeconds(4),
                        () -> !node.has("fd55::100") && node.has(VIP));
                advertsWentOn(lab, mark, 19 * SECOND_NANOS / 10, List.of(51));
                node.config(Net.instance(200)).signal("HUP");
                lab.await("a reload that can be applied", LIMIT, () -> node.logged("Reload complete") == 1);
                lab.await("systemd hears it", LIMIT,
                        () -> ServiceSocket.heard(host)
                                .getLast()
                                .equals("READY=1|MAINPID=" + node.pid() + "|STATUS=VI_1 MASTER"));
            }
        }
    }

    private static String group(String name, String lines, String... members) {
        return "vrrp_sync_group " + name + " {\n group {\n " + String.join("\n ", members) + "\n }\n" + lines + "}\n";
    }

    @Test
    void noAddressOfASyncGroupLeavesWhenItsMembersNameNotifyOrTracksChange() {
        String members = IntStream.range(1, 3).mapToObj(ReloadTroubleIT::member).collect(Collectors.joining());
        String three = members + member(3);
        List<String> steps = List.of(group("G", "", "VI_1", "VI_2", "VI_3") + three,
                group("G", "", "VI_1", "VI_2") + three, group("H", "", "VI_1", "VI_2") + three,
                group("H", "notify_master /bin/true\n", "VI_1", "VI_2") + three,
                group("H", "track_interface {\n trk0\n }\n", "VI_1", "VI_2") + three,
                group("H", "", "VI_1", "VI_3") + three, three);
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(group("G", "", "VI_1", "VI_2") + members);
            node.host().sh("ip link add trk0 type veth peer name trk0x; ip link set trk0 up; ip link set trk0x up");
            node.start();
            lab.await("both addresses", LIMIT, () -> node.has("10.55.0.101") && node.has("10.55.0.102"));
            try (Child monitor = node.host().spawn("ip", "-4", "-o", "monitor", "address")) {
                var changes = new Lines(monitor.out());
                int mark = lab.capture().mark();
                for (String step : steps) {
                    reload(lab, node, step);
                    Eventually.sleep(Duration.ofMillis(1500));
                }
                lab.await("the third member's address", LIMIT, () -> node.has("10.55.0.103"));
                assertEquals(List.of(), changes.all().stream().filter(line -> line.startsWith("Deleted")).toList());
                advertsWentOn(lab, mark, 19 * SECOND_NANOS / 10, List.of(1, 2));
            }
        }
    }

    private static String member(int number) {
        return Net.block("VI_" + number, number, 150, "advert_int 1",
                "virtual_ipaddress {\n 10.55.0.10" + number + "/24\n }");
    }

    /** 200 instances with 20 addresses each. */
    private static String much() {
        return "global_defs {\n vrrp_priority -15\n}\n" + IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(i -> Net.block("VI_" + i, i, 150, "advert_int 1",
                        IntStream.range(0, 20)
                                .mapToObj(j -> "10.61." + j + "." + i + "/32")
                                .collect(Collectors.joining("\n ", "virtual_ipaddress {\n ", "\n }"))))
                .collect(Collectors.joining());
    }

    /** What the loop's thread has used of a processor, in clock ticks: the one besides the first that has the program's name. */
    private static long loopTicks(Node node) {
        String script = "cd /proc/$1/task; for t in *; do [ $t != $1 ] && [ \"$(cat $t/comm)\" = keepalived ]"
                + " && set -- $1 $(sed 's/.*) //' $t/stat) && echo $((${13} + ${14})); done; true";
        return Long.parseLong(node.host().must("sh", "-ec", script, "sh", Integer.toString(node.pid())).strip());
    }

    @Test
    void aReloadOfMuchThatChangesNothingHoldsUpNoAdvert() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(much()).start();
            lab.await("all addresses", LIMIT,
                    () -> node.host().sh("ip -4 -o addr show dev eth0").lines().count() == 20 * INSTANCES + 1);
            Eventually.sleep(Duration.ofSeconds(1));
            int mark = lab.capture().mark();
            long before = loopTicks(node);
            for (int i = 0; i < RELOADS; i++) {
                reload(lab, node, much() + "# " + i + "\n");
                Eventually.sleep(Duration.ofSeconds(1));
            }
            long used = loopTicks(node) - before;
            advertsWentOn(lab, mark, 3 * SECOND_NANOS / 2, IntStream.rangeClosed(1, INSTANCES).boxed().toList());
            assertTrue(used < MOST_TICKS, "the loop's thread has used " + used + " hundredths of a second");
        }
    }
}
