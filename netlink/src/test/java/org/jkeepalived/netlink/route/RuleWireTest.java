package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.FarHost;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.route.RouteMessages.Insertion;
import org.jkeepalived.netlink.route.RuleSpec.Range;
import org.junit.jupiter.api.Test;

/** Rules against the kernel, and against what iproute2 makes of the same words; the monitor of routes and rules. */
class RuleWireTest {
    @Test
    void everyOptionIsAsIproute2SetsIt() throws Exception {
        Namespaces.run(Options.class);
    }

    @Test
    void routesAndRulesAreFollowed() throws Exception {
        Namespaces.run(Following.class);
    }

    @Test
    void lostEventsAreMadeUpForByTellingEverythingAnew() throws Exception {
        Namespaces.run(Overflow.class);
    }

    /** A rule, and the words that make iproute2 set the same. */
    private record Pair(RuleBuilder spec, String words) {}

    private static RuleBuilder ipv4() {
        return RuleSpec.of(AddressFamily.IPV4);
    }

    static final class Options {
        public static void main(String[] args) throws Exception {
            try (FarHost _ = Namespaces.makeWire("left", "right");
                    NetlinkSocket socket = NetlinkSocket.openRoute();
                    RouteMonitor monitor = RouteMonitor.open(0)) {
                RoutingTranscript transcript = new RoutingTranscript();
                monitor.follow(EnumSet.of(RoutingGroup.IPV4_RULES, RoutingGroup.IPV6_RULES), 0, transcript);
                monitor.readDump(new InterfaceTable());
                String before = shown();
                for (Pair pair : pairs()) {
                    RuleSpec spec = pair.spec.build();
                    assertEquals(List.of(), RouteWireTest.apply(socket, RuleMessages.add(spec)), pair.words);
                    String ours = shown();
                    assertNotEquals(before, ours, pair.words);
                    transcript.rules.clear();
                    monitor.read(new InterfaceTable());
                    assertEquals(List.of(spec.asTold()), transcript.rules, pair.words);
                    assertTrue(RouteWireTest.apply(socket, RuleMessages.add(spec)).getFirst().startsWith("0 EEXIST"));
                    assertEquals(List.of(), RouteWireTest.apply(socket, RuleMessages.delete(spec)), pair.words);
                    assertTrue(
                            RouteWireTest.apply(socket, RuleMessages.delete(spec)).getFirst().startsWith("0 ENOENT"));
                    monitor.read(new InterfaceTable());
                    assertEquals(List.of(spec.asTold(), spec.asTold()), transcript.rules, pair.words);
                    assertEquals(before, shown());
                    String family = spec.family() == AddressFamily.IPV6 ? "-6 " : "";
                    String protocol = spec.protocol() == 0 ? "" : " protocol 18";
                    Namespaces.ip(family + "rule add " + pair.words + protocol);
                    assertEquals(shown(), ours, pair.words);
                    assertEquals(List.of(), RouteWireTest.apply(socket, RuleMessages.delete(spec)), pair.words);
                    monitor.read(new InterfaceTable());
                }
            }
        }

        private static String shown() throws Exception {
            return Namespaces.ip("-d rule show") + Namespaces.ip("-d -6 rule show");
        }

        private static List<Pair> pairs() {
            List<Pair> pairs = new ArrayList<>(List.of(
                    new Pair(ipv4().from(IpPrefix.parse("192.168.1.5/24")).lookup(100).priority(16_384),
                            "from 192.168.1.5/24 lookup 100 pref 16384"),
                    new Pair(ipv4().from(IpPrefix.parse("192.168.4.0/24"))
                            .to(IpPrefix.parse("192.168.5.1"))
                            .lookup(70_000)
                            .priority(100), "from 192.168.4.0/24 to 192.168.5.1 lookup 70000 pref 100"),
                    new Pair(ipv4().inverted(true).from(IpPrefix.parse("192.168.6.0/24")).lookup(100).priority(102),
                            "not from 192.168.6.0/24 lookup 100 pref 102"),
                    new Pair(ipv4().from(IpPrefix.parse("0.0.0.0/0")).lookup(100).priority(103).protocol(0),
                            "from all lookup 100 pref 103"),
                    new Pair(ipv4().incomingInterface("left").outgoingInterface("absent0").lookup(254).priority(106),
                            "iif left oif absent0 lookup main pref 106"),
                    new Pair(ipv4().firewallMark(16L).lookup(100).priority(107), "fwmark 16 lookup 100 pref 107"),
                    new Pair(ipv4().firewallMark(16L).firewallMask(255L).lookup(100).priority(108),
                            "fwmark 16/255 lookup 100 pref 108"),
                    new Pair(ipv4().typeOfService(0x10).lookup(100).priority(109), "tos 0x10 lookup 100 pref 109"),
                    new Pair(ipv4().realms(RouteHop.realms(10, 20)).lookup(100).priority(110),
                            "realms 10/20 lookup 100 pref 110"),
                    new Pair(ipv4().suppressPrefixLength(16L).lookup(100).priority(112),
                            "lookup 100 suppress_prefixlength 16 pref 112"),
                    new Pair(ipv4().suppressInterfaceGroup(3L).lookup(100).priority(113),
                            "lookup 100 suppress_ifgroup 3 pref 113"),
                    new Pair(ipv4().tunnelId(77).lookup(100).priority(114), "tun_id 77 lookup 100 pref 114"),
                    new Pair(ipv4().userIds(new Range(1000, 2000)).lookup(100).priority(115),
                            "uidrange 1000-2000 lookup 100 pref 115"),
                    new Pair(ipv4().lookupL3mdev().priority(116), "l3mdev pref 116"),
                    new Pair(ipv4().ipProtocol(6)
                            .sourcePorts(new Range(10, 20))
                            .destinationPorts(new Range(30, 40))
                            .lookup(100)
                            .priority(117), "ipproto tcp sport 10-20 dport 30-40 lookup 100 pref 117"),
                    new Pair(ipv4().action(RuleSpec.BLACKHOLE).priority(119), "blackhole pref 119"),
                    new Pair(ipv4().action(RuleSpec.UNREACHABLE).priority(120), "unreachable pref 120"),
                    new Pair(ipv4().action(RuleSpec.PROHIBIT).priority(121), "prohibit pref 121"),
                    new Pair(ipv4().goTo(32_766).priority(122), "goto 32766 pref 122"),
                    new Pair(ipv4().action(RuleSpec.NOP).priority(130), "nop pref 130"),
                    new Pair(ipv4().lookup(0xffff_fffeL).priority(0xffff_fffeL), "lookup 4294967294 pref 4294967294")));
            pairs.add(new Pair(
                    RuleSpec.of(AddressFamily.IPV6)
                            .inverted(true)
                            .from(IpPrefix.parse("fd00:7::/64"))
                            .to(IpPrefix.parse("fd00:8::1"))
                            .firewallMark(3L)
                            .firewallMask(255L)
                            .incomingInterface("left")
                            .userIds(new Range(0, 0))
                            .ipProtocol(17)
                            .destinationPorts(new Range(53, 53))
                            .suppressPrefixLength(0L)
                            .typeOfService(0x10)
                            .lookup(70_001)
                            .priority(137),
                    "not from fd00:7::/64 to fd00:8::1 fwmark 3/255 iif left uidrange 0-0 ipproto udp"
                            + " dport 53 lookup 70001 suppress_prefixlength 0 tos 0x10 pref 137"));
            pairs.add(
                    new Pair(RuleSpec.of(AddressFamily.IPV6).action(RuleSpec.PROHIBIT).priority(1), "prohibit pref 1"));
            return pairs;
        }
    }

    static final class Following {
        public static void main(String[] args) throws Exception {
            InterfaceTable table = new InterfaceTable();
            RoutingTranscript transcript = new RoutingTranscript();
            try (FarHost _ = Namespaces.makeWire("left", "right");
                    Poller poller = Poller.open();
                    RouteMonitor monitor = RouteMonitor.open()) {
                RouteWireTest.left();
                Namespaces.ip("route add 10.1.0.0/16 via 10.0.0.3 proto 18");
                Namespaces.ip("route add 10.9.0.0/16 via 10.0.0.3 proto 4");
                poller.register(monitor, () -> monitor.read(table));
                monitor.follow(EnumSet.of(RoutingGroup.IPV4_ROUTES, RoutingGroup.IPV6_RULES), 18, transcript);
                // Links and addresses were being told; what is followed is told behind them.
                monitor.readDump(table);
                assertEquals("left", table.byName("left").name());
                assertEquals(List.of("dump IPV4_ROUTES", "route 10.1.0.0/16", "complete IPV4_ROUTES", "dump IPV6_RULES",
                        "complete IPV6_RULES"), take(transcript));
                Namespaces.ip("route add 10.2.0.0/16 via 10.0.0.3 proto 18");
                Namespaces.ip("route add 10.8.0.0/16 via 10.0.0.3 proto 4");
                Namespaces.ip("-6 route add fd01::/64 via fd00::3 proto 18");
                Namespaces.ip("route del 10.1.0.0/16");
                Namespaces.ip("rule add pref 5 lookup 100 protocol 18");
                Namespaces.ip("-6 rule add pref 6 lookup 100 protocol 18");
                Namespaces.ip("-6 rule add pref 7 lookup 100");
                Namespaces.ip("-6 rule del pref 6");
                monitor.read(table);
                assertEquals(List.of("route 10.2.0.0/16", "no route 10.1.0.0/16", "rule 6", "no rule 6"),
                        take(transcript));
                // Going on, and one more.
                monitor.follow(Set.of(RoutingGroup.IPV4_ROUTES, RoutingGroup.IPV6_ROUTES), 18, transcript);
                monitor.readDump(table);
                assertEquals(List.of("dump IPV6_ROUTES", "route fd01::/64", "complete IPV6_ROUTES"), take(transcript));
                Namespaces.ip("-6 rule add pref 8 lookup 100 protocol 18");
                Namespaces.ip("addr add 10.0.5.1/32 dev left");
                monitor.read(table);
                assertEquals(List.of(), take(transcript));
                assertEquals("10.0.5.1",
                        table.addresses(table.byName("left").index())
                                .stream()
                                .map(address -> address.address().toString())
                                .filter("10.0.5.1"::equals)
                                .findFirst()
                                .orElseThrow());
                monitor.startDump();
                monitor.readDump(table);
                assertEquals(List.of("dump IPV4_ROUTES", "route 10.2.0.0/16", "complete IPV4_ROUTES",
                        "dump IPV6_ROUTES", "route fd01::/64", "complete IPV6_ROUTES"), take(transcript));
                monitor.follow(Set.of(), 0, null);
                Namespaces.ip("route add 10.3.0.0/16 via 10.0.0.3 proto 18");
                monitor.startDump();
                monitor.readDump(table);
                assertFalse(monitor.isDumping());
                assertEquals(List.of(), take(transcript));
                poller.unregister(monitor);
            }
        }
    }

    private static List<String> take(RoutingTranscript transcript) {
        List<String> lines = List.copyOf(transcript.lines);
        transcript.lines.clear();
        return lines;
    }

    static final class Overflow {
        public static void main(String[] args) throws Exception {
            InterfaceTable table = new InterfaceTable();
            RoutingTranscript transcript = new RoutingTranscript();
            try (FarHost _ = Namespaces.makeWire("left", "right");
                    NetlinkSocket socket = NetlinkSocket.openRoute();
                    RouteMonitor monitor = RouteMonitor.open()) {
                int left = RouteWireTest.left();
                monitor.follow(EnumSet.allOf(RoutingGroup.class), 18, transcript);
                monitor.readDump(table);
                take(transcript);
                monitor.shrinkReceiveBuffer();
                RouteSpec gone = RouteSpec.to(IpPrefix.parse("10.4.0.0/24")).hop(new RouteHop(null, left)).build();
                RouteWireTest.apply(socket, RouteMessages.add(gone, Insertion.PREPEND));
                for (int i = 0; i < 50; i++) {
                    RouteSpec spec = RouteSpec.to(IpPrefix.parse("10.5." + i + ".0/24"))
                            .hop(new RouteHop(null, left))
                            .build();
                    RouteWireTest.apply(socket, RouteMessages.add(spec, Insertion.PREPEND));
                }
                RouteWireTest.apply(socket, RouteMessages.delete(gone));
                monitor.read(table);
                monitor.readDump(table);
                int dump = transcript.lines.lastIndexOf("dump IPV4_ROUTES");
                List<String> told = transcript.lines.subList(dump,
                        transcript.lines.lastIndexOf("complete IPV4_ROUTES"));
                assertEquals(51, told.size(), transcript.lines::toString);
                assertTrue(transcript.lines.contains("complete IPV6_RULES"));
            }
        }
    }
}
