package org.jkeepalived.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples, run on the machines that they are written for. */
@NeedsLab
class ExamplesIT {
    /** Some checks and an election. */
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String INSIDE = "198.51.100.1";

    @BeforeAll
    static void needsCurl() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "needs the program curl (Debian package curl)");
    }

    static List<Example> examples() {
        return Example.ALL;
    }

    /** A second network between the nodes. */
    private static void joinInside(Node first, Node second) throws IOException, InterruptedException {
        Process ip = new ProcessBuilder("ip", "link", "add", "eth1", "netns",
                Long.toString(first.host().firstProcess()), "type", "veth", "peer", "name", "eth1", "netns",
                Long.toString(second.host().firstProcess())).inheritIO().start();
        assertEquals(0, ip.waitFor());
        first.host().sh("ip link set eth1 up; ip addr add 198.51.100.2/24 dev eth1");
        second.host().sh("ip link set eth1 up; ip addr add 198.51.100.3/24 dev eth1");
    }

    /** A web server that answers / and /alive, and takes what is posted to it into /tmp/posted. */
    private static Child webServer(Node node, int port) {
        node.host().write("/tmp/server.py", """
                import http.server, sys
                class Handler(http.server.BaseHTTPRequestHandler):
                    def do_GET(self):
                        self.send_response(200 if self.path in ("/", "/alive") else 404)
                        self.end_headers()
                    def do_POST(self):
                        body = self.rfile.read(int(self.headers["Content-Length"]))
                        with open("/tmp/posted", "a") as posted:
                            posted.write(self.path + " " + self.headers["Authorization"] + " " + body.decode() + "\\n")
                        self.send_response(204)
                        self.end_headers()
                http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
                """, "rw-r--r--");
        return node.host().spawn("/usr/bin/python3", "/tmp/server.py", Integer.toString(port));
    }

    private static int checkedPort(Example example) {
        return example.folder().equals("tomcat") ? 8080 : 80;
    }

    private static void awaitHolder(Lab lab, Node holder, Node other, String... addresses) {
        for (String address : addresses) {
            lab.await(holder.name() + " holds " + address + " alone", LIMIT,
                    () -> holder.has(address) && !other.has(address));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTestAndItsAdviceFindNothing(Example example) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            joinInside(first, second);
            assertEquals(new Result(0, "", ""), first.host().run("keepalived", "-t", "--lint"));
            assertEquals(new Result(0, "", ""), second.host().run("keepalived", "-t", "--lint"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy", "tomcat"})
    void theAddressIsWhereTheServiceAnswers(String folder) {
        Example example = Example.of(folder);
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            Child service = webServer(first, checkedPort(example));
            webServer(second, checkedPort(example));
            first.start();
            second.start();
            awaitHolder(lab, first, second, example.address());
            service.signal("KILL");
            awaitHolder(lab, second, first, example.address());
            assertEquals(90, lab.capture().advertsOf(first.spec()).getLast().priority());
            webServer(first, checkedPort(example));
            awaitHolder(lab, first, second, example.address());
        }
    }

    @Test
    void theAddressOfTheDatabaseIsAtThePrimary() {
        Example example = Example.of("postgresql");
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            for (Node node : List.of(first, second)) {
                node.script("/usr/local/bin/pg_isready", "#!/bin/sh\ntest -e /tmp/recovery\n");
                node.script("/usr/local/bin/psql", "#!/bin/sh\ntest \"$(id -un)\" = postgres && cat /tmp/recovery\n");
            }
            first.host().write("/tmp/recovery", "t\n", "rw-r--r--");
            second.host().write("/tmp/recovery", "f\n", "rw-r--r--");
            first.start();
            second.start();
            awaitHolder(lab, second, first, example.address());
            second.host().must("rm", "/tmp/recovery");
            lab.await("nobody holds it", LIMIT, () -> !first.has(example.address()) && !second.has(example.address()));
            first.host().write("/tmp/recovery", "f\n", "rw-r--r--");
            awaitHolder(lab, first, second, example.address());
        }
    }

    @Test
    void eachOfTwoMastersTakesTheOthersAddressOver() {
        Example example = Example.of("dual-master");
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            Child service = webServer(first, 80);
            webServer(second, 80);
            first.start();
            second.start();
            awaitHolder(lab, first, second, "192.0.2.10");
            awaitHolder(lab, second, first, "192.0.2.20");
            service.signal("KILL");
            awaitHolder(lab, second, first, "192.0.2.10", "192.0.2.20");
        }
    }

    @Test
    void aNewMasterInACloudClaimsTheAddress() {
        Example example = Example.of("unicast-cloud");
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            for (Node node : List.of(first, second)) {
                webServer(node, 80);
                node.file("/etc/keepalived/claim-address.curl", Example.text("unicast-cloud/claim-address.curl")
                        .replace("https://api.example.net/", "http://127.0.0.1/"), "rw-------");
                node.host().must("chown", "keepalived_script", "/etc/keepalived/claim-address.curl");
            }
            first.start();
            awaitHolder(lab, first, second, example.address());
            second.start();
            lab.await("first claims", LIMIT, () -> first.host().exists("/tmp/posted"));
            first.stop();
            awaitHolder(lab, second, first, example.address());
            lab.await("second claims", LIMIT, () -> second.host().exists("/tmp/posted"));
            assertEquals("/v1/addresses/198.51.100.10/assign Bearer 4f1c9a7e {\"server\": \"first\"}\n",
                    second.host().read("/tmp/posted"));
            first.start();
            first.awaitState("VI_1", "BACKUP", LIMIT);
            lab.holds("nothing moves back", Duration.ofSeconds(5), () -> second.has(example.address()));
            assertEquals(Set.of(Example.FIRST.address(), Example.SECOND.address()),
                    lab.capture().adverts().stream().map(Advert::destination).collect(Collectors.toSet()));
        }
    }

    @Test
    void bothAddressesOfARouterMoveTogether() throws IOException, InterruptedException {
        Example example = Example.of("sync-group");
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            joinInside(first, second);
            first.start();
            second.start();
            awaitHolder(lab, first, second, example.address(), INSIDE);
            first.cutLink();
            awaitHolder(lab, second, first, example.address(), INSIDE);
            first.mendLink();
            awaitHolder(lab, first, second, example.address(), INSIDE);
        }
    }

    @Test
    void anIpv6AddressMovesWithItsLinkLocalOne() {
        Example example = Example.of("ipv6");
        try (var lab = new Lab()) {
            Node first = example.first(lab);
            Node second = example.second(lab);
            first.start();
            second.start();
            awaitHolder(lab, first, second, example.address(), "fe80::58");
            first.die();
            lab.await("second holds them", LIMIT, () -> second.has(example.address()) && second.has("fe80::58"));
        }
    }

    @Test
    void noTwoExamplesShareARouterId() {
        Set<Integer> ids = new TreeSet<>();
        examples().forEach(example -> assertTrue(ids.add(example.router()), example.folder()));
        for (Example example : examples()) {
            for (String name : List.of(example.better(), example.other())) {
                assertTrue(Example.text(example.folder() + "/" + name + ".conf")
                        .contains("virtual_router_id " + example.router() + "\n"), example.folder());
            }
        }
    }
}
