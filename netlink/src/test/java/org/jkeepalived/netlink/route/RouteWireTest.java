package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.FarHost;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.message.Request;
import org.jkeepalived.netlink.message.RequestBatch;
import org.jkeepalived.netlink.route.RouteMessages.Insertion;
import org.junit.jupiter.api.Test;

/** Routes against the kernel, and against what iproute2 makes of the same words. */
class RouteWireTest {
    private static final int RTN_LOCAL = 2;
    private static final int RTN_BROADCAST = 3;
    private static final int RTN_MULTICAST = 5;
    private static final int RTN_THROW = 9;

    @Test
    void everyOptionIsAsIproute2SetsIt() throws Exception {
        Namespaces.run(Options.class);
    }

    @Test
    void whatIsRefusedIsToldForItself() throws Exception {
        Namespaces.run(Refusals.class);
    }

    /** A route, and the words that make iproute2 set the same. */
    private record Pair(RouteSpec.Builder spec, String words) {}

    private static RouteSpec.Builder to(String destination) {
        return RouteSpec.to(IpPrefix.parse(destination));
    }

    private static IpAddress ip(String address) {
        return IpAddress.parse(address);
    }

    static List<String> apply(NetlinkSocket socket, Request... requests) {
        List<String> failures = new ArrayList<>();
        socket.submit(RequestBatch.of(List.of(requests)));
        socket.collect((_, index, error) -> failures.add(index + " " + Errno.name(error.errno()) + " "
                + error.kernelText() + " " + error.offset() + (error.permanent() ? " permanent" : "")));
        return failures;
    }

    static int left() throws Exception {
        Namespaces.ip("addr add 10.0.0.1/24 dev left");
        Namespaces.ip("addr add fd00::1/64 dev left nodad");
        return InterfaceTable.snapshot().byName("left").index();
    }

    static final class Options {
        public static void main(String[] args) throws Exception {
            try (FarHost _ = Namespaces.makeWire("left", "right");
                    NetlinkSocket socket = NetlinkSocket.openRoute();
                    RouteMonitor monitor = RouteMonitor.open(0)) {
                int left = left();
                RoutingTranscript transcript = new RoutingTranscript();
                monitor.readDump(new InterfaceTable());
                monitor.follow(EnumSet.allOf(RoutingGroup.class), RouteSpec.PROTOCOL_KEEPALIVED, transcript);
                monitor.readDump(new InterfaceTable());
                List<Pair> pairs = new ArrayList<>(ipv4(left));
                pairs.addAll(ipv6(left));
                for (Pair pair : pairs) {
                    RouteSpec spec = pair.spec.build();
                    assertEquals("", shown());
                    assertEquals(List.of(), apply(socket, RouteMessages.add(spec, Insertion.PREPEND)), pair.words);
                    String ours = shown();
                    assertFalse(ours.isEmpty(), pair.words);
                    transcript.routes.clear();
                    monitor.read(new InterfaceTable());
                    assertEquals(1, transcript.routes.size(), pair.words);
                    assertTrue(transcript.routes.getFirst().matches(spec), () -> transcript.routes + " for " + spec);
                    assertEquals(List.of(), apply(socket, RouteMessages.delete(spec)), pair.words);
                    assertEquals("", shown());
                    monitor.read(new InterfaceTable());
                    assertTrue(transcript.routes.getLast().matches(spec), () -> transcript.routes + " for " + spec);
                    Namespaces.ip("route prepend proto 18 " + pair.words);
                    assertEquals(shown(), ours);
                    assertEquals(List.of(), apply(socket, RouteMessages.delete(spec)), pair.words);
                    monitor.read(new InterfaceTable());
                }
                insertion(socket, left);
                limitedMetric(socket, left);
            }
        }

        /** Both families, without what changes with time. */
        private static String shown() throws Exception {
            String both = Namespaces.ip("-d route show table all proto 18")
                    + Namespaces.ip("-d -6 route show table all proto 18");
            return both.replaceAll("expires [0-9]+sec", "expires");
        }

        private static List<Pair> ipv4(int left) {
            RouteHop near = new RouteHop(ip("10.0.0.3"), left);
            RouteHop tunnel = new RouteHop(ip("10.0.0.3"), left, 1, 0, 0,
                    new Encapsulation.Tunnel(false, 7L, ip("10.0.0.9"), ip("10.0.0.1"), 4, 9, 0));
            return List.of(new Pair(to("192.168.1.0/24").hop(near), "192.168.1.0/24 via 10.0.0.3 dev left"),
                    new Pair(to("192.168.2.0/24").hop(new RouteHop(ip("10.0.0.3"), 0)), "192.168.2.0/24 via 10.0.0.3"),
                    new Pair(to("192.168.3.0/24").hop(new RouteHop(null, left)).scope(AddressSpec.SCOPE_LINK),
                            "192.168.3.0/24 dev left scope link"),
                    new Pair(
                            to("192.168.4.0/24").hop(near)
                                    .metric(10L)
                                    .table(100)
                                    .typeOfService(0x10)
                                    .preferredSource(ip("10.0.0.1")),
                            "192.168.4.0/24 via 10.0.0.3 dev left metric 10 table 100 tos 0x10 src 10.0.0.1"),
                    new Pair(to("0.0.0.0/0").hop(near).table(70_000), "default via 10.0.0.3 dev left table 70000"),
                    new Pair(to("192.168.5.0/24").hop(near).table(0xffff_fffeL).metric(0xffff_ffffL),
                            "192.168.5.0/24 via 10.0.0.3 dev left table 4294967294 metric 4294967295"),
                    new Pair(to("192.168.6.0/24").type(RouteSpec.BLACKHOLE), "blackhole 192.168.6.0/24"),
                    new Pair(to("192.168.7.0/24").type(RouteSpec.UNREACHABLE).metric(7L),
                            "unreachable 192.168.7.0/24 metric 7"),
                    new Pair(to("192.168.8.0/24").type(RouteSpec.PROHIBIT), "prohibit 192.168.8.0/24"),
                    new Pair(to("192.168.9.0/24").type(RTN_THROW).table(100), "throw 192.168.9.0/24 table 100"),
                    new Pair(
                            to("192.168.10.1").type(RTN_LOCAL).hop(new RouteHop(null, 1)).scope(AddressSpec.SCOPE_HOST),
                            "local 192.168.10.1 dev lo scope host table main"),
                    new Pair(
                            to("192.168.10.255").type(RTN_BROADCAST)
                                    .hop(new RouteHop(null, left))
                                    .scope(AddressSpec.SCOPE_LINK),
                            "broadcast 192.168.10.255 dev left scope link table main"),
                    new Pair(to("224.5.0.0/16").type(RTN_MULTICAST).hop(new RouteHop(null, left)),
                            "multicast 224.5.0.0/16 dev left scope global table main"),
                    new Pair(to("192.168.17.0/24").hop(near).metrics(metrics()).congestionControl("cubic", true),
                            "192.168.17.0/24 via 10.0.0.3 dev left mtu lock 1400 window 65535 rtt lock 200ms"
                                    + " rttvar 200ms"
                                    + " ssthresh lock 20 cwnd lock 10 advmss 1300 reordering lock 5 hoplimit 100"
                                    + " initcwnd 11 features ecn rto_min 200ms initrwnd 12 quickack 1"
                                    + " fastopen_no_cookie 1 congctl lock cubic"),
                    new Pair(
                            to("192.168.23.0/24")
                                    .hop(new RouteHop(ip("10.0.0.3"), left, 1, 0, RouteHop.realms(10, 20), null)),
                            "192.168.23.0/24 via 10.0.0.3 dev left realms 10/20"),
                    new Pair(
                            to("192.168.25.0/24")
                                    .hop(new RouteHop(ip("172.16.0.1"), left, 1, RouteHop.ONLINK, 0, null)),
                            "192.168.25.0/24 via 172.16.0.1 dev left onlink"),
                    new Pair(to("192.168.26.0/24").hop(new RouteHop(ip("fd00::3"), left)),
                            "192.168.26.0/24 via inet6 fd00::3 dev left"),
                    new Pair(to("192.168.27.0/24").hop(tunnel).ttlPropagate(true),
                            "192.168.27.0/24 encap ip id 7 dst 10.0.0.9 src 10.0.0.1 tos 4 ttl 9 via 10.0.0.3 dev left"
                                    + " ttl-propagate enabled"),
                    new Pair(
                            to("192.168.15.0/24").legs(List.of(new RouteHop(ip("10.0.0.3"), left, 10, 0, 0, null),
                                    new RouteHop(ip("172.16.0.1"), left, 256, RouteHop.ONLINK, RouteHop.realms(1, 2),
                                            null),
                                    new RouteHop(ip("fd00::3"), left), tunnel)),
                            "192.168.15.0/24 nexthop via 10.0.0.3 dev left weight 10"
                                    + " nexthop via 172.16.0.1 dev left weight 256 onlink realms 1/2"
                                    + " nexthop via inet6 fd00::3 dev left"
                                    + " nexthop encap ip id 7 dst 10.0.0.9 src 10.0.0.1 tos 4 ttl 9"
                                    + " via 10.0.0.3 dev left"));
        }

        private static List<RouteMetric> metrics() {
            return List.of(new RouteMetric(RouteMetric.MTU, 1400, true),
                    new RouteMetric(RouteMetric.WINDOW, 65_535, false), new RouteMetric(RouteMetric.RTT, 1600, true),
                    new RouteMetric(RouteMetric.RTTVAR, 800, false), new RouteMetric(RouteMetric.SSTHRESH, 20, true),
                    new RouteMetric(RouteMetric.CWND, 10, true), new RouteMetric(RouteMetric.ADVMSS, 1300, false),
                    new RouteMetric(RouteMetric.REORDERING, 5, true), new RouteMetric(RouteMetric.HOPLIMIT, 100, false),
                    new RouteMetric(RouteMetric.INITCWND, 11, false), new RouteMetric(RouteMetric.FEATURES, 1, false),
                    new RouteMetric(RouteMetric.RTO_MIN, 200, true), new RouteMetric(RouteMetric.INITRWND, 12, false),
                    new RouteMetric(RouteMetric.QUICKACK, 1, false),
                    new RouteMetric(RouteMetric.FASTOPEN_NO_COOKIE, 1, false));
        }

        private static List<Pair> ipv6(int left) {
            RouteHop near = new RouteHop(ip("fd00::3"), left);
            return List.of(new Pair(to("fd01:1::/64").hop(new RouteHop(ip("fd00::3"), 0)), "fd01:1::/64 via fd00::3"),
                    new Pair(to("fd01:2::/64").hop(new RouteHop(null, left)), "fd01:2::/64 dev left"),
                    new Pair(to("fd01:3::/64").hop(near).metric(50L), "fd01:3::/64 via fd00::3 dev left metric 50"),
                    new Pair(to("fd01:4::/64").hop(near).preference(1), "fd01:4::/64 via fd00::3 dev left pref high"),
                    new Pair(to("fd01:5::/64").hop(near).preference(3).expiresSeconds(300L),
                            "fd01:5::/64 via fd00::3 dev left pref low expires 300"),
                    new Pair(to("fd01:6::/64").hop(near).from(IpPrefix.parse("fd00:5::/64")),
                            "fd01:6::/64 via fd00::3 dev left from fd00:5::/64"),
                    new Pair(
                            to("fd01:7::1").hop(near)
                                    .preferredSource(ip("fd00::1"))
                                    .table(70_000)
                                    .metrics(List.of(new RouteMetric(RouteMetric.MTU, 1300, false),
                                            new RouteMetric(RouteMetric.HOPLIMIT, 33, false))),
                            "fd01:7::1 via fd00::3 dev left src fd00::1 table 70000 mtu 1300 hoplimit 33"),
                    new Pair(to("fd01:8::/64").type(RouteSpec.BLACKHOLE), "blackhole fd01:8::/64"),
                    new Pair(to("fd01:9::/64").type(RouteSpec.UNREACHABLE).metric(99L),
                            "unreachable fd01:9::/64 metric 99"),
                    new Pair(to("fd01:a::/64").type(RouteSpec.PROHIBIT), "prohibit fd01:a::/64"),
                    new Pair(to("fd01:e::/64").type(RTN_THROW), "throw fd01:e::/64"),
                    new Pair(to("::/0").hop(near).table(104), "default via fd00::3 dev left table 104"),
                    new Pair(to("fd01:d::/64").hop(new RouteHop(ip("fe80::3"), left, 1, RouteHop.ONLINK, 0, null)),
                            "fd01:d::/64 via fe80::3 dev left onlink"),
                    new Pair(
                            to("fd01:f::/64").hop(new RouteHop(ip("fd00::3"), left, 1, 0, 0,
                                    new Encapsulation.Tunnel(true, 7L, ip("fd00::9"), ip("fd00::1"), 4, 9, 0))),
                            "fd01:f::/64 encap ip6 id 7 dst fd00::9 src fd00::1 tc 4 hoplimit 9 via fd00::3 dev left"),
                    new Pair(
                            to("fd01:b::/64").legs(List.of(new RouteHop(ip("fd00::3"), left, 3, 0, 0, null),
                                    new RouteHop(ip("fd00::4"), left))),
                            "fd01:b::/64 nexthop via fd00::3 dev left weight 3 nexthop via fd00::4 dev left"));
        }

        private static void insertion(NetlinkSocket socket, int left) throws Exception {
            RouteSpec second = to("192.168.30.0/24").hop(new RouteHop(ip("10.0.0.2"), left)).build();
            RouteSpec third = to("192.168.30.0/24").hop(new RouteHop(ip("10.0.0.3"), left)).build();
            RouteSpec other = to("192.168.30.0/24").hop(new RouteHop(ip("10.0.0.4"), left)).build();
            assertEquals(List.of(), apply(socket, RouteMessages.add(second, Insertion.EXCLUSIVE)));
            assertEquals(1, apply(socket, RouteMessages.add(third, Insertion.EXCLUSIVE)).size());
            assertEquals(List.of(), apply(socket, RouteMessages.add(third, Insertion.APPEND)));
            assertEquals(List.of(), apply(socket, RouteMessages.add(other, Insertion.PREPEND)));
            assertEquals("10.0.0.4 10.0.0.2 10.0.0.3", gateways());
            assertEquals(List.of(), apply(socket, RouteMessages.delete(other)));
            assertEquals(List.of(), apply(socket, RouteMessages.add(other, Insertion.REPLACE)));
            assertEquals("10.0.0.4 10.0.0.3", gateways());
            assertEquals(List.of("0 ESRCH  -1"), apply(socket, RouteMessages.delete(second)));
            assertEquals(List.of(), apply(socket, RouteMessages.delete(third), RouteMessages.delete(other)));
        }

        private static String gateways() throws Exception {
            return Namespaces.ip("route show 192.168.30.0/24")
                    .replaceAll("(?s)[^\\n]*?via ([0-9.]+) [^\\n]*\\n", "$1 ")
                    .trim();
        }

        /** The kernel makes 65520 of it. */
        private static void limitedMetric(NetlinkSocket socket, int left) throws Exception {
            RouteSpec spec = to("192.168.31.0/24").hop(new RouteHop(null, left))
                    .metrics(List.of(new RouteMetric(RouteMetric.MTU, 70_000, false)))
                    .build();
            assertEquals(List.of(), apply(socket, RouteMessages.add(spec, Insertion.PREPEND)));
            assertTrue(shown().contains("mtu 65520"));
            assertEquals(List.of(), apply(socket, RouteMessages.delete(spec)));
            assertEquals("", shown());
        }
    }

    static final class Refusals {
        public static void main(String[] args) throws Exception {
            try (FarHost _ = Namespaces.makeWire("left", "right"); NetlinkSocket socket = NetlinkSocket.openRoute()) {
                int left = left();
                RouteHop mpls = new RouteHop(ip("10.0.0.3"), left, 1, 0, 0, new Encapsulation.Mpls(List.of(100)));
                RouteHop near = new RouteHop(ip("10.0.0.3"), left);
                List<RouteSpec.Builder> routes = List.of(to("10.1.0.0/16").hop(near),
                        to("10.2.0.0/16").hop(new RouteHop(ip("172.31.0.1"), 0)),
                        to("10.3.0.0/16").hop(new RouteHop(null, 4711)), to("10.4.0.5/16").hop(near),
                        to("10.5.0.0/16").hop(near), to("10.6.0.0/16").hop(near).preferredSource(ip("10.0.0.9")),
                        to("10.7.0.0/16").hop(mpls), to("fd01::/64").hop(new RouteHop(ip("fd07::3"), 0)),
                        to("10.1.0.0/16").hop(near), to("10.8.0.0/16").hop(near).congestionControl("nosuch", false),
                        to("10.9.0.0/16").hop(near));
                Request[] requests = routes.stream()
                        .map(route -> RouteMessages.add(route.build(), Insertion.PREPEND))
                        .toArray(Request[]::new);
                List<String> expected = List.of("1 ENETUNREACH Nexthop has invalid gateway -1", "2 ENODEV ",
                        "3 EINVAL Invalid prefix for given prefix length", "5 EINVAL Invalid prefsrc address",
                        "6 EOPNOTSUPP lwt encapsulation type not supported", "7 EHOSTUNREACH ", "8 EEXIST ",
                        "9 EINVAL Unknown tcp congestion algorithm");
                List<String> told = apply(socket, requests);
                assertEquals(expected.size(), told.size(), told::toString);
                for (int i = 0; i < expected.size(); i++) {
                    assertTrue(told.get(i).startsWith(expected.get(i)), told::toString);
                    assertEquals(told.get(i).contains("EINVAL") || told.get(i).contains("EOPNOTSUPP"),
                            told.get(i).endsWith(" permanent"), told.get(i));
                }
                String shown = Namespaces.ip("route show proto 18");
                for (String set : List.of("10.1.0.0/16", "10.5.0.0/16", "10.9.0.0/16")) {
                    assertTrue(shown.contains(set), shown);
                }
                assertEquals(3, shown.lines().count(), shown);
            }
        }
    }
}
