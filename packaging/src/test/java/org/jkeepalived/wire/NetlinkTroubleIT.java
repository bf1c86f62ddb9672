package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.MANY;
import static org.jkeepalived.wire.Net.REMOVE;
import static org.jkeepalived.wire.Net.VIP;
import static org.jkeepalived.wire.Net.present;
import static org.jkeepalived.wire.Net.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import org.jkeepalived.lab.Faults;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the kernel drops news, loses answers or refuses: keepalived loses addresses by the first two, so the real one is not tried. */
@NeedsLab
class NetlinkTroubleIT {
    /** keepalived's default: that many announcements of each address, and again five seconds later. */
    private static final int REPEATS = 5;
    private static final String MACVLAN = "ip link add x1 link eth0 address 02:00:00:00:01:01 type macvlan; ip link set x1 up;";

    private static Node node(Lab lab, String... blocks) {
        return lab.node(A, PeerKind.OURS).config(Net.instance(200, blocks));
    }

    /** What the kernel has dropped of the news for sockets of rtnetlink. */
    private static long dropped(Host host) {
        return host.sh("cat /proc/net/netlink")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 8 && fields[1].equals("0"))
                .mapToLong(fields -> Long.parseLong(fields[8]))
                .sum();
    }

    private static boolean hasRoute(Host host) {
        return host.sh("ip route show 192.168.1.0/24").contains("dev x1");
    }

    @Test
    void whatWasRemovedWhileTheKernelDroppedTheNewsComesBack() {
        assumeTrue(Node.underTestIsOurs());
        try (var lab = new Lab()) {
            Node node = node(lab, "virtual_routes {\n 192.168.1.0/24 dev x1\n }");
            Host host = node.host();
            host.sh(MACVLAN + "ip link add x2 type bridge; ip link set x2 up");
            node.start();
            lab.await("address and route", LIMIT, () -> node.has(VIP) && hasRoute(host));
            int mark = lab.capture().mark();
            host.must("python3", "-c", Resources.text("/lab/shrink-monitor.py"), Integer.toString(node.pid()));
            node.signalAll("STOP");
            host.sh("for i in $(seq 250); do echo addr add 10.58.0.$i/32 dev x2; echo addr del 10.58.0.$i/32 dev x2; done"
                    + " | ip -batch -; ip route add 192.168.9.0/24 dev x2 proto 18; ip route del 192.168.9.0/24;"
                    + "ip route del 192.168.1.0/24; ip addr del " + VIP + "/24 dev eth0");
            assertTrue(dropped(host) > 0, "the kernel has dropped news");
            assertTrue(!node.has(VIP) && !hasRoute(host));
            node.signalAll("CONT");
            lab.await("both are back", LIMIT, () -> node.has(VIP) && hasRoute(host));
            assertTrue(lab.capture().advertsOf(A, mark).stream().allMatch(advert -> advert.priority() == 200),
                    "it stayed MASTER");
            assertTrue(!lab.capture().gratuitousArps(VIP, mark).isEmpty(), "neighbours are told");
        }
    }

    @ParameterizedTest
    @CsvSource({"send, 0", "send, 1", "reply, 0"})
    void aTakeoverOfAThousandAddressesIsWholeAlthoughACallFails(String call, int passed) {
        assumeTrue(Node.underTestIsOurs());
        assumeTrue(Faults.possible(), "needs a compiler: cc");
        try (var lab = new Lab()) {
            Node node = node(lab, Net.many());
            Host host = node.host();
            var faults = new Faults(node);
            faults.start();
            faults.arm(call, passed, 1);
            lab.await("a call has failed", LIMIT, () -> faults.failed() == 1);
            lab.await("all addresses all the same", LIMIT, () -> present(host) == MANY + 1);
            lab.await("the record has all of them", LIMIT, () -> recorded(host) == MANY + 1);
            node.killProcess();
            assertEquals(MANY + 1, present(host), "a killed process cleans up nothing");
            host.sh(REMOVE);
            assertEquals(0, present(host), "what it left is removed");
        }
    }

    /** How many addresses of IPv4 were asked for each time, from the takeover on. */
    private static List<Integer> asked(Faults faults) {
        return faults.additionsOfIpv4().stream().dropWhile(addresses -> addresses != 2).toList();
    }

    @Test
    void whatIsRefusedForGoodIsNeitherAskedForAgainNorAnnounced() {
        assumeTrue(Node.underTestIsOurs());
        assumeTrue(Faults.possible(), "needs a compiler: cc");
        String refused = "fd56::100";
        String late = "10.56.0.100";
        try (var lab = new Lab()) {
            Node node = node(lab,
                    "virtual_ipaddress_excluded {\n " + refused + "/64 dev x1\n " + late + "/32 dev lo\n }");
            Host host = node.host();
            // The kernel keeps no IPv6 address on x1, and no IPv4 address on lo as long as its frames are too short for one.
            host.sh(MACVLAN + "sysctl -qw net.ipv6.conf.x1.disable_ipv6=1; ip link set lo mtu 60");
            assertTrue(host.run("ip", "addr", "add", late + "/32", "dev", "lo").status() != 0, "the kernel refuses it");
            var faults = new Faults(node);
            faults.start();
            lab.await("the address that can be set", LIMIT, () -> node.has(VIP));
            lab.await("retries", LIMIT, () -> asked(faults).size() >= 3);
            assertEquals(List.of(2, 1, 1), asked(faults).subList(0, 3), "again for what may come");
            lab.holds("later and later", Duration.ofSeconds(2), () -> asked(faults).size() <= 4);
            assertEquals(List.of(1), faults.additionsOfIpv6(), "once for what may not come");
            host.sh("ip link set lo mtu 65536");
            lab.await("what could come has come", LIMIT, () -> host.sh("ip -4 -o addr show dev lo").contains(late));
            lab.await("the second announcement", LIMIT,
                    () -> lab.capture().gratuitousArps(VIP, 0).size() >= 2 * REPEATS);
            assertTrue(lab.capture().neighbourAdverts(refused, 0).size() <= REPEATS,
                    "announced once, before the kernel has answered");
            assertEquals("MASTER", node.state("VI_1"));
        }
    }
}
