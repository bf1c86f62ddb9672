package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.settings.Forwarding;
import org.jkeepalived.config.settings.GroupEntry;
import org.jkeepalived.config.settings.LoadBalancing;
import org.jkeepalived.config.settings.ProbeSettings;
import org.jkeepalived.config.settings.RealServerSettings;
import org.jkeepalived.config.settings.TlsSettings;
import org.jkeepalived.config.settings.TransportProtocol;
import org.jkeepalived.config.settings.VirtualServerSettings;
import org.jkeepalived.net.AddressFamily;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** virtual_server, real_server, virtual_server_group and SSL: what each keyword sets, and that what is held is written so that it reads back. */
class VirtualServerKeywordTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String SERVICE = "virtual_server";
    private static final String SERVER = "real_server";

    private record Row(String block, String statement, Function<LoadResult, Object> observed, Object expected) {
        String keyword() {
            return statement.split("[ \n]", 2)[0];
        }

        String file() {
            return switch (block) {
                case SERVER -> VirtualServerKeywordTest.file("", statement);
                case SERVICE -> VirtualServerKeywordTest.file(statement, "");
                default -> VirtualServerKeywordTest.file("", "") + statement + "\n";
            };
        }
    }

    private static Row service(String statement, Function<VirtualServerSettings, Object> observed, Object expected) {
        return new Row(SERVICE, statement, r -> observed.apply(only(r)), expected);
    }

    private static Row server(String statement, Function<RealServerSettings, Object> observed, Object expected) {
        return new Row(SERVER, statement, r -> observed.apply(only(r).realServers().getFirst()), expected);
    }

    private static Row tls(String statement, Function<TlsSettings, Object> observed, Object expected) {
        return new Row("SSL", "SSL {\n" + statement + "\n}", r -> observed.apply(balancing(r).tls()), expected);
    }

    private static LoadBalancing balancing(LoadResult result) {
        return result.configuration().loadBalancing();
    }

    private static VirtualServerSettings only(LoadResult result) {
        return balancing(result).virtualServers().getLast();
    }

    /** A file with one service that is complete, and these lines in it and in its real server. */
    private static String file(String inService, String inServer) {
        String head = inService.startsWith("ip_family") ? "fwmark 3" : "10.0.0.1 80";
        String protocol = head.startsWith("fwmark") ? "" : "protocol UDP\n";
        String hash = inService.startsWith("mh-") ? "mh" : inService.startsWith("sh-") ? "sh" : "rr";
        String scheduler = inService.equals("hashed") ? "sh" : hash;
        String sorry = inService.startsWith("sorry_server_") ? "sorry_server 10.0.0.9\n" : "";
        boolean own = inService.startsWith(SERVER);
        return "global_defs {\nscript_user root\nenable_script_security\n}\nvirtual_server " + head + " {\n" + protocol
                + "lb_algo " + scheduler + "\nlb_kind NAT\n" + sorry + inService + "\n"
                + (own ? "" : "real_server 10.0.0.2 80 {\nweight 5\n" + inServer + "\n}\n") + "}\n";
    }

    private static LoadResult load(String text) {
        FakeHost host = host();
        return ConfigLoader.loadText("test.conf", text, LoadOptions.test(host));
    }

    private static FakeHost host() {
        FakeHost host = new FakeHost().program("/usr/local/bin/changed", 0755, 0);
        host.files.put("/usr/local", host.files.get("/usr"));
        host.files.put("/usr/local/bin", host.files.get("/usr"));
        return host;
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(scheduling());
        rows.addAll(defaults(SERVICE, s -> only(s).probe(), s -> only(s).realServers().getFirst().probe()));
        rows.addAll(quorum());
        rows.addAll(servers());
        rows.addAll(List.of(tls("password secret", TlsSettings::password, "secret"),
                tls("ca /a", TlsSettings::authorityFile, "/a"),
                tls("certificate /b", TlsSettings::certificateFile, "/b"), tls("key /c", TlsSettings::keyFile, "/c")));
        return rows;
    }

    private static List<Row> scheduling() {
        return List.of(service("ip_family inet", VirtualServerSettings::family, AddressFamily.IPV4),
                service("protocol sctp", VirtualServerSettings::protocol, TransportProtocol.SCTP),
                service("lb_algo wrr", VirtualServerSettings::scheduler, "wrr"),
                service("lvs_sched nq", VirtualServerSettings::scheduler, "nq"),
                service("hashed", VirtualServerSettings::scheduler, "sh"),
                service("ops", VirtualServerSettings::onePacket, true),
                service("flag-1", VirtualServerSettings::schedulerFlags, Set.of(1)),
                service("flag-2", VirtualServerSettings::schedulerFlags, Set.of(2)),
                service("flag-3", VirtualServerSettings::schedulerFlags, Set.of(3)),
                service("sh-port", VirtualServerSettings::schedulerFlags, Set.of(2)),
                service("sh-fallback", VirtualServerSettings::schedulerFlags, Set.of(1)),
                service("mh-port", VirtualServerSettings::schedulerFlags, Set.of(2)),
                service("mh-fallback\nflag-3", VirtualServerSettings::schedulerFlags, Set.of(1, 3)),
                service("lb_kind DR", s -> s.forwarding().method(), Forwarding.Method.DR),
                service("lvs_method TUN type gue port 6080 remcsum", VirtualServerSettings::forwarding,
                        new Forwarding(Forwarding.Method.TUN, Forwarding.Tunnel.GUE, 6080, Forwarding.Checksum.REMOTE)),
                service("lb_kind TUN type gre csum", VirtualServerSettings::forwarding,
                        new Forwarding(Forwarding.Method.TUN, Forwarding.Tunnel.GRE, 0, Forwarding.Checksum.CHECKSUM)),
                service("persistence_engine sip", s -> s.persistence().engine(), "sip"),
                service("persistence_timeout 50", s -> s.persistence().timeoutSeconds(), 50L),
                service("persistence_timeout", s -> s.persistence().timeoutSeconds(), 360L),
                service("persistence_granularity 255.255.0.0",
                        s -> s.persistence().mask().toString() + " " + s.persistence().timeoutSeconds(),
                        "255.255.0.0 360"),
                service("persistence_granularity 0xff.0377.0", s -> s.persistence().mask().toString(), "255.255.0.0"),
                service("ha_suspend", VirtualServerSettings::haSuspend, true));
    }

    /** The keywords that a service gives its servers, seen in the service and in its server. */
    private static List<Row> defaults(String block, Function<LoadResult, ProbeSettings> own,
            Function<LoadResult, ProbeSettings> inherited) {
        return List.of(
                new Row(block, "delay_loop 1.5",
                        r -> List.of(own.apply(r).delayLoopNanos(), inherited.apply(r).warmupNanos()),
                        List.of(1_500_000_000L, 1_500_000_000L)),
                new Row(block, "delay_before_retry 0",
                        r -> List.of(own.apply(r).delayBeforeRetryNanos(), inherited.apply(r).delayBeforeRetryNanos()),
                        List.of(0L, 0L)),
                new Row(block, "retry 4294967295", r -> List.of(own.apply(r).retries(), inherited.apply(r).retries()),
                        List.of(4_294_967_295L, 4_294_967_295L)),
                new Row(block, "warmup 0.000001",
                        r -> List.of(own.apply(r).warmupNanos(), inherited.apply(r).warmupNanos()),
                        List.of(1000L, 1000L)),
                new Row(block, "connect_timeout 4294.967295",
                        r -> List.of(own.apply(r).connectTimeoutNanos(), inherited.apply(r).connectTimeoutNanos()),
                        List.of(4_294_967_295_000L, 4_294_967_295_000L)),
                new Row(block, "alpha", r -> List.of(own.apply(r).alpha(), inherited.apply(r).alpha()),
                        List.of(true, true)));
    }

    private static List<Row> quorum() {
        return List.of(service("weight 7\nreal_server 10.0.0.2 {\n}", s -> s.realServers().getFirst().weight(), 7L),
                service("inhibit_on_failure no", s -> s.realServers().getFirst().inhibitOnFailure(), true),
                service("smtp_alert", VirtualServerSettings::smtpAlert, true),
                service("virtualhost www", s -> s.virtualHost() + s.realServers().getFirst().virtualHost(), "wwwwww"),
                service("snmp_name \"a b\"", VirtualServerSettings::snmpName, "a b"),
                service("quorum 5", VirtualServerSettings::quorum, 5L),
                service("hysteresis 2\nquorum 3", VirtualServerSettings::hysteresis, 2L),
                service("quorum_up /usr/bin/true", s -> s.quorumUp().user(), "root"),
                service("quorum_down \"/usr/bin/true 'a b'\" nobody",
                        s -> s.quorumDown().quoted() + s.quorumDown().uid(), "'/usr/bin/true' 'a b'65534"),
                service("omega", VirtualServerSettings::omega, true),
                service("sorry_server 10.0.0.9 81", s -> s.sorryServer().port(), 81),
                service("sorry_server_inhibit", s -> s.sorryServer().inhibit() + " " + s.sorryServer().port(),
                        "true 80"),
                service("sorry_server_lvs_method DR", s -> s.sorryServer().forwarding().method(), Forwarding.Method.DR),
                service("real_server 10.0.0.7 81 {\n}", s -> s.realServers().getFirst().address().toString(),
                        "10.0.0.7"));
    }

    private static List<Row> servers() {
        List<Row> rows = new ArrayList<>(List.of(server("weight 0", RealServerSettings::weight, 0L),
                server("lvs_method DR", s -> s.forwarding().method(), Forwarding.Method.DR),
                server("uthreshold 4294967295", RealServerSettings::upperThreshold, 4_294_967_295L),
                server("lthreshold 3", RealServerSettings::lowerThreshold, 3L),
                server("inhibit_on_failure on", RealServerSettings::inhibitOnFailure, true),
                server("smtp_alert off", RealServerSettings::smtpAlert, false),
                server("virtualhost www", RealServerSettings::virtualHost, "www"),
                server("snmp_name rs", RealServerSettings::snmpName, "rs"),
                server("notify_up /usr/bin/true", s -> s.notifyUp().program(), "/usr/bin/true"),
                server("notify_down \"/usr/bin/true a\" root nogroup", s -> s.notifyDown().gid(), 65534)));
        rows.addAll(defaults(SERVER, s -> only(s).realServers().getFirst().probe(),
                s -> only(s).realServers().getFirst().probe()));
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> everyKeywordSetsWhatItSaysAndIsWrittenSoThatItReadsBack() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.block + ": " + row.statement.replace('\n', ';'), () -> {
                    LoadResult result = load(row.file());
                    assertEquals(row.expected, row.observed.apply(result), () -> Loads.messages(result).toString());
                    EffectiveRoundTripTest.printed(row.file(), LoadOptions.test(host()));
                }));
    }

    private static Keywords<?> inside(String block) {
        return block.equals(SERVER)
                ? inside(SERVICE).get(SERVER).body().keywords()
                : Language.keywords().get(block).body().keywords();
    }

    private static Stream<? extends Keyword<?>> declared(String block) {
        return inside(block).all()
                .stream()
                .filter(keyword -> !(keyword.body() instanceof Body.Own<?, ?>) || keyword.name().equals(SERVER));
    }

    @Test
    void everyDeclaredKeywordHasARowHere() {
        for (String block : List.of(SERVICE, SERVER)) {
            Set<String> tested = new TreeSet<>();
            rows().stream().filter(row -> row.block.equals(block)).map(Row::keyword).forEach(tested::add);
            Set<String> declared = new TreeSet<>();
            declared(block).flatMap(keyword -> keyword.names().stream()).forEach(declared::add);
            assertEquals(declared, tested);
        }
        assertEquals(List.of("password", "ca", "certificate", "key"),
                inside("SSL").all().stream().map(Keyword::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAcceptedAndEveryDeclarationIsDocumented() {
        return Stream.of(SERVICE, SERVER)
                .flatMap(block -> declared(block).map(keyword -> DynamicTest.dynamicTest(block + ": " + keyword.name(),
                        () -> check(block, keyword))));
    }

    private static void check(String block, Keyword<?> keyword) {
        assertTrue(keyword.documentation().endsWith("."), keyword.name());
        assertFalse(keyword.type().accepts().isBlank(), keyword.name());
        assertTrue(keyword.example().startsWith(keyword.name()), keyword.example());
        LoadResult result = load(new Row(block, keyword.example(), null, null).file());
        assertEquals(List.of(), Loads.complaints(result));
    }

    @Test
    void theExamplesOfTheBlocksAreAccepted() {
        String group = Language.keywords().get("virtual_server_group").example();
        String text = group + "\n" + Language.keywords().get(SERVICE).example() + "\n"
                + Language.keywords().get("SSL").example() + "\n"
                + "virtual_server group WEB {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\nreal_server 192.0.2.20 {\n}\n}\n";
        LoadResult result = load(text);
        assertEquals(List.of(), Loads.complaints(result));
        assertEquals(List.of("192.0.2.10 80", "192.0.2.11-192.0.2.14 80", "fwmark 5"),
                balancing(result).groups().getFirst().entries().stream().map(GroupEntry::written).toList());
        EffectiveRoundTripTest.printed(text, LoadOptions.test(host()));
    }

    @Test
    void whatIsNotWrittenComesFromTheBuiltInDefaults() {
        VirtualServerSettings service = only(load(file("", "")));
        RealServerSettings server = service.realServers().getFirst();
        assertEquals(60 * SECOND, server.probe().delayLoopNanos());
        assertEquals(60 * SECOND, server.probe().warmupNanos());
        assertEquals(5 * SECOND, server.probe().connectTimeoutNanos());
        assertEquals(List.of(1L, 0L, 0L),
                List.of(service.quorum(), service.hysteresis(), service.persistence().timeoutSeconds()));
        assertFalse(service.smtpAlert());
        assertTrue(server.smtpAlert());
        assertFalse(server.probe().alpha());
        assertEquals(80, server.port());
    }

    @Test
    void mailOfServersComesFromSmtpAlertCheckerThenFromSmtpAlert() {
        String body = file("", "");
        LoadResult general = load("global_defs {\nsmtp_alert\n}\n" + body);
        assertTrue(only(general).smtpAlert());
        LoadResult checker = load("global_defs {\nsmtp_alert\nsmtp_alert_checker off\n}\n" + body);
        assertFalse(only(checker).smtpAlert());
        assertFalse(only(checker).realServers().getFirst().smtpAlert());
    }

    @Test
    void everythingThatIsReadIsSaidOncePerBlockToBeNotActedOn() {
        LoadResult result = load(file("", ""));
        assertEquals(List.of("virtual_server: not acted on by this version"), Loads.messages(result));
    }
}
