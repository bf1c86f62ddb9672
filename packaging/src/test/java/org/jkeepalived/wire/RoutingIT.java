package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.VIP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Routes, rules and static objects, side by side with the real keepalived: two networks with the same hosts, the same file and the same
 * steps. After each step addresses, routes and rules of both kernels become equal, and what the scenario is about is there or not.
 */
@NeedsLab
class RoutingIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PREPARE = "ip link add x1 type veth peer name x1p;"
            + "ip link set x1 up; ip link set x1p up; ip link set lo up;"
            + "ip addr add 10.56.0.1/24 dev x1; ip addr add fd56::1/64 dev x1 nodad";
    /** Without what the kernel makes itself for each address. */
    private static final String STATE = "ip -4 -o addr show scope global | awk '{print $2, $4, $5, $6}' | sort;"
            + "ip -6 -o addr show scope global | awk '{print $2, $4}' | sort;"
            + "ip -4 route show table all | grep -v '^\\(broadcast\\|local\\) .*table local'"
            + " | sed 's/ linkdown//; s/ dead//' | sort;"
            + "ip -6 route show table all | grep -v '^\\(local\\|anycast\\|multicast\\|fe80\\|ff00\\)'"
            + " | sed 's/ linkdown//' | sort;" + "ip -4 rule show; ip -6 rule show";

    /**
     * What is done to both hosts.
     *
     * @param action {@code sh COMMANDS}, {@code reload FILE}, {@code peer}, {@code alone} or {@code stop}
     * @param present what is in the state afterwards, or with {@code !} in front is not
     */
    record Step(String action, String... present) {}

    record Scenario(String name, String config, String present, List<Step> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String instance(String... blocks) {
        List<String> lines = new ArrayList<>(
                List.of("advert_int 0.3", "version 3", "virtual_ipaddress {\n " + VIP + "/24\n }"));
        lines.addAll(List.of(blocks));
        return Net.block("VI_1", 51, 200, lines.toArray(String[]::new));
    }

    private static String routes(String... lines) {
        return "virtual_routes {\n " + String.join("\n ", lines) + "\n }";
    }

    private static String rules(String... lines) {
        return "virtual_rules {\n " + String.join("\n ", lines) + "\n }";
    }

    private static Step sh(String commands, String... present) {
        return new Step("sh " + commands, present);
    }

    static Stream<Scenario> scenarios() {
        return Stream.concat(virtual(), fixed());
    }

    private static Stream<Scenario> virtual() {
        String four = instance(routes("192.168.1.0/24 via 10.56.0.3 dev x1", "192.168.2.0/24 dev x1 table 100 metric 7",
                "default via 10.56.0.254 dev x1 table 101"));
        String six = instance("virtual_ipaddress_excluded {\n fd55::100/64\n }",
                routes("fd57::/64 via fd56::3 dev x1 metric 50", "fd58::/64 dev x1 table 100 metric 60"));
        String ruled = instance(rules("from 192.168.7.0/24 table 100 priority 1000",
                "to 192.168.8.0/24 lookup 101 priority 1001", "from fd57::/64 table 100 priority 1002"));
        return Stream
                .of(new Scenario("routes come with MASTER, go with BACKUP and stop", four,
                        "192.168.1.0/24 via 10.56.0.3", List.of(new Step("peer", "!192.168.1.0/24", "!" + VIP),
                                new Step("alone", "192.168.1.0/24 via"), new Step("stop", "!192.168.1.0/24"))),
                        new Scenario("routes removed by hand come back", four, "192.168.1.0/24 via 10.56.0.3",
                                List.of(sh("ip route del 192.168.1.0/24", "192.168.1.0/24 via"), sh(
                                        "ip route del 192.168.2.0/24 table 100", "192.168.2.0/24"),
                                        new Step("stop", "!192.168.2.0/24"))),
                        new Scenario("a link that goes takes routes with it and brings them back", four,
                                "192.168.1.0/24 via", List.of(sh("ip link set x1 down", "!192.168.1.0/24", "!" + VIP),
                                        sh("ip link set x1 up", "192.168.1.0/24 via", VIP),
                                        new Step("stop", "!192.168.1"))),
                        new Scenario("a reload adds, changes and removes routes alone", four,
                                "192.168.1.0/24 via 10.56.0.3", List.of(
                                        new Step(
                                                "reload " + instance(routes("192.168.1.0/24 via 10.56.0.4 dev x1",
                                                        "192.168.3.0/24 dev x1")),
                                                "192.168.1.0/24 via 10.56.0.4", "192.168.3.0/24", "!192.168.2.0/24",
                                                VIP),
                                        new Step("stop", "!192.168.3.0/24"))),
                        new Scenario("IPv6 routes", six, "fd57::/64 via fd56::3",
                                List.of(sh("ip -6 route del fd57::/64", "fd57::/64 via fd56::3"),
                                        new Step("peer", "!fd57::/64", "!fd58::/64"), new Step("alone", "fd58::/64"),
                                        new Step("stop", "!fd58::/64"))),
                        new Scenario("rules of both families", ruled, "from 192.168.7.0/24 lookup 100", List.of(
                                sh("ip rule del pref 1000", "1000:"), sh("ip -6 rule del pref 1002", "1002:"),
                                new Step(
                                        "reload " + instance(rules("from 192.168.7.0/24 table 102 priority 1000")),
                                        "from 192.168.7.0/24 lookup 102", "!1001:"),
                                new Step("stop", "!1000:"))),
                        new Scenario("types, metrics and legs", instance(routes("blackhole 192.168.1.0/24",
                                "unreachable 192.168.2.0/24 metric 7",
                                "192.168.3.0/24 via 10.56.0.3 dev x1 mtu 1400 advmss 1300 initcwnd 11 realms 10/20",
                                "192.168.4.0/24 nexthop via 10.56.0.3 dev x1 weight 10"
                                        + " nexthop via 10.56.0.4 dev x1 weight 2 onlink",
                                "192.168.5.0/24 dev x1 scope link src 10.56.0.1", "prohibit fd57::/64")),
                                "blackhole 192.168.1.0/24", List.of(new Step("stop", "!192.168.", "!fd57"))),
                        new Scenario("what no_track says stays away when it is removed",
                                instance(routes("192.168.1.0/24 via 10.56.0.3 dev x1 no_track"),
                                        rules("from 192.168.7.0/24 table 100 priority 1000 no_track")),
                                "192.168.1.0/24 via", List.of(sh("ip route del 192.168.1.0/24; ip rule del pref 1000",
                                        "!192.168.1.0/24", "!1000:", VIP), new Step("stop", "!" + VIP))));
    }

    private static Stream<Scenario> fixed() {
        String statics = """
                track_group G {
                  VI_1
                }
                static_ipaddress {
                  10.57.0.1/24 dev x1
                  fd59::1/64 dev x1
                }
                static_routes {
                  192.168.11.0/24 via 10.57.0.3 dev x1 track_group G
                }
                static_rules {
                  from 192.168.12.0/24 table 110 priority 1100
                }
                """;
        String changed = statics.replace("192.168.11.0", "192.168.13.0").replace("10.57.0.1/24", "10.57.0.2/24");
        return Stream.of(
                new Scenario("static objects come with the start and go with the stop", statics + instance(),
                        "10.57.0.1/24",
                        List.of(new Step("peer", "10.57.0.1/24", "192.168.11.0/24 via", "1100:"),
                                new Step("stop", "!10.57.0.1", "!192.168.11.0", "!1100:"))),
                new Scenario("static objects removed by hand come back", statics + instance(), "192.168.11.0/24 via",
                        List.of(sh("ip addr del fd59::1/64 dev x1", "fd59::1/64"),
                                sh("ip route del 192.168.11.0/24", "192.168.11.0/24 via"), new Step("stop", "!fd59"))),
                new Scenario("a reload changes static objects", statics + instance(), "192.168.11.0/24 via",
                        List.of(new Step("reload " + changed + instance(), "10.57.0.2/24", "192.168.13.0/24",
                                "!192.168.11.0", "!10.57.0.1/24", VIP), new Step("stop", "!10.57.0.2"))),
                new Scenario("the shape of a cloud router's file",
                        instance("virtual_ipaddress_excluded {\n 10.56.0.254/24 dev x1 no_track\n }",
                                routes("0.0.0.0/0 via 10.56.0.250 dev x1 no_track protocol static",
                                        "203.0.113.0/24 dev x1 scope link no_track protocol static")),
                        "default via 10.56.0.250",
                        List.of(new Step("peer", "!default via", "!203.0.113.0", "!10.56.0.254"),
                                new Step("alone", "default via 10.56.0.250"), new Step("stop", "!default via"))));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theKernelsAreEqualAfterEachStep(Scenario scenario) {
        try (var ours = new Side(PeerKind.OURS, scenario); var real = new Side(PeerKind.KEEPALIVED, scenario)) {
            settle(ours, real, "MASTER", VIP, scenario.present());
            for (Step step : scenario.steps()) {
                ours.take(step.action());
                real.take(step.action());
                settle(ours, real, step.action(), step.present());
            }
        }
    }

    private static void settle(Side ours, Side real, String after, String... present) {
        ours.lab.await("what is to be there after " + after, LIMIT, () -> has(ours.state(), present));
        real.lab.await("what is to be there after " + after + ", with keepalived", LIMIT,
                () -> has(real.state(), present));
        ours.lab.await("equal to keepalived after " + after + ":\n" + real.state() + "--- ours:\n" + ours.state(),
                LIMIT, () -> ours.state().equals(real.state()));
    }

    private static boolean has(String state, String... present) {
        return Stream.of(present)
                .allMatch(text -> text.startsWith("!") ? !state.contains(text.substring(1)) : state.contains(text));
    }

    /** A network with one of the two daemons. */
    private static final class Side implements AutoCloseable {
        final Lab lab = new Lab();
        private final Node node;
        private final PeerKind kind;
        private Node peer;

        Side(PeerKind kind, Scenario scenario) {
            this.kind = kind;
            node = lab.node(A, kind);
            node.host().sh(PREPARE);
            node.config(scenario.config()).start();
        }

        String state() {
            return node.host().sh(STATE);
        }

        void take(String action) {
            String rest = action.substring(action.indexOf(' ') + 1);
            switch (action.split(" ", 2)[0]) {
                case "sh" -> node.host().sh(rest);
                case "reload" -> {
                    node.config(rest);
                    node.signal("HUP");
                }
                case "peer" -> peer = lab.node(B, kind)
                        .config(Net.block("VI_1", 51, 250, "advert_int 0.3", "version 3",
                                "virtual_ipaddress {\n " + VIP + "/24\n }"))
                        .start();
                case "alone" -> peer.stop();
                case "stop" -> node.stop();
                default -> throw new IllegalArgumentException(action);
            }
        }

        @Override
        public void close() {
            lab.close();
        }
    }
}
