package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.jkeepalived.config.settings.BfdCheckSettings;
import org.jkeepalived.config.settings.CheckerSettings;
import org.jkeepalived.config.settings.ConnectionSettings;
import org.jkeepalived.config.settings.DnsCheckSettings;
import org.jkeepalived.config.settings.FileCheckSettings;
import org.jkeepalived.config.settings.HttpCheckSettings;
import org.jkeepalived.config.settings.MiscCheckSettings;
import org.jkeepalived.config.settings.PingCheckSettings;
import org.jkeepalived.config.settings.ProbeSettings;
import org.jkeepalived.config.settings.SmtpCheckSettings;
import org.jkeepalived.config.settings.TcpCheckSettings;
import org.jkeepalived.config.settings.UdpCheckSettings;
import org.jkeepalived.config.settings.UrlSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every keyword of every checker: its example is accepted, and what it sets is seen in the settings. A keyword without a row here fails the build. */
class CheckerKeywordTest {
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> CHECKERS = List.of("HTTP_GET", "SSL_GET", "TCP_CHECK", "SMTP_CHECK", "DNS_CHECK",
            "MISC_CHECK", "PING_CHECK", "UDP_CHECK", "FILE_CHECK", "BFD_CHECK");
    /** Checkers and blocks in them that have every keyword about connections. */
    private static final List<String> CONNECTING = List.of("HTTP_GET", "SSL_GET", "TCP_CHECK", "SMTP_CHECK",
            "DNS_CHECK", "PING_CHECK", "UDP_CHECK", "SMTP_CHECK/host");

    private record Row(String block, String statement, Function<CheckerSettings, Object> observed, Object expected) {
        String keyword() {
            return block + "/" + statement.split("[ {\n]", 2)[0];
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String block : CONNECTING) {
            rows.addAll(connection(block));
            rows.addAll(timing(block));
        }
        rows.addAll(timing("MISC_CHECK"));
        rows.addAll(http("HTTP_GET"));
        rows.addAll(http("SSL_GET"));
        rows.addAll(others());
        return rows;
    }

    private static List<Row> connection(String block) {
        return List.of(connection(block, "connect_ip 10.0.0.7", c -> c.address().toString(), "10.0.0.7"),
                connection(block, "connect_port 65535", ConnectionSettings::port, 65535),
                connection(block, "bindto 10.0.0.4", c -> c.bindAddress().toString(), "10.0.0.4"),
                connection(block, "bind_port 7", ConnectionSettings::bindPort, 7),
                connection(block, "bind_if eth0", ConnectionSettings::bindInterface, "eth0"),
                connection(block, "fwmark 4294967295", ConnectionSettings::firewallMark, 4_294_967_295L),
                probe(block, "connect_timeout 2.5", ProbeSettings::connectTimeoutNanos, 2_500_000_000L));
    }

    private static List<Row> timing(String block) {
        return List.of(probe(block, "delay_loop 7", ProbeSettings::delayLoopNanos, 7 * SECOND),
                probe(block, "delay_before_retry 4", ProbeSettings::delayBeforeRetryNanos, 4 * SECOND),
                probe(block, "retry 9", ProbeSettings::retries, 9L),
                probe(block, "warmup 0", ProbeSettings::warmupNanos, 0L),
                probe(block, "alpha", ProbeSettings::alpha, true),
                probe(block, "log_all_failures on", ProbeSettings::logAllFailures, true));
    }

    private static List<Row> http(String block) {
        List<Row> rows = new ArrayList<>(List.of(
                new Row(block, "virtualhost www.example.com",
                        c -> ((HttpCheckSettings) c).urls().getFirst().virtualHost(), "www.example.com"),
                new Row(block, "http_protocol 1.1", c -> ((HttpCheckSettings) c).protocol().word(), "1.1"),
                new Row(block, "enable_sni", c -> ((HttpCheckSettings) c).sni(), true),
                new Row(block, "sni_name a.example.com",
                        c -> ((HttpCheckSettings) c).sni() + " " + ((HttpCheckSettings) c).sniName(),
                        "true a.example.com"),
                new Row(block, "fast_recovery yes", c -> ((HttpCheckSettings) c).fastRecovery(), true),
                new Row(block, "url {\npath /x\n}", c -> ((HttpCheckSettings) c).urls().getFirst().path(), "/x"),
                url(block, "path /y", UrlSettings::path, "/y"),
                url(block, "digest 0123456789ABCDEF0123456789abcdef", UrlSettings::digest,
                        "0123456789abcdef0123456789abcdef"),
                url(block, "status_code 200 301-302",
                        u -> u.statusCodes().stream().map(range -> range.written()).toList(),
                        List.of("200", "301-302")),
                url(block, "virtualhost b", UrlSettings::virtualHost, "b"),
                url(block, "regex \"^o\\\\d\"", u -> u.pattern().regex(), "^o\\d"),
                url(block, "regex_no_match\nregex a", u -> u.pattern().mustNotMatch(), true),
                url(block, "regex_options caseless foo\nregex a", u -> u.pattern().options(), Set.of("caseless")),
                url(block, "regex_min_offset 5\nregex a", u -> u.pattern().minOffset(), 5L),
                url(block, "regex_max_offset 5\nregex a", u -> u.pattern().maxOffset(), 5L),
                url(block, "regex_stack 5 6\nregex a", u -> List.of(u.pattern().stackStart(), u.pattern().stackMax()),
                        List.of(5L, 6L))));
        if (block.equals("SSL_GET")) {
            rows.add(new Row(block, "tls_compliant", c -> ((HttpCheckSettings) c).urls().getFirst().tlsCompliant(),
                    true));
            rows.add(url(block, "tls_compliant", UrlSettings::tlsCompliant, true));
        }
        return rows;
    }

    private static List<Row> others() {
        return List.of(new Row("SMTP_CHECK", "helo_name me", c -> ((SmtpCheckSettings) c).heloName(), "me"),
                new Row("SMTP_CHECK", "host {\nconnect_port 26\n}", c -> connection(c).port(), 26),
                new Row("DNS_CHECK", "type mx", c -> ((DnsCheckSettings) c).type().name(), "MX"),
                new Row("DNS_CHECK", "name www.example.com", c -> ((DnsCheckSettings) c).name(), "www.example.com"),
                new Row("MISC_CHECK", "misc_path \"/usr/bin/true 'a b'\"",
                        c -> ((MiscCheckSettings) c).command().arguments(), List.of("/usr/bin/true", "a b")),
                new Row("MISC_CHECK", "misc_timeout 3", c -> ((MiscCheckSettings) c).timeoutNanos(), 3 * SECOND),
                new Row("MISC_CHECK", "misc_dynamic", c -> ((MiscCheckSettings) c).dynamic(), true),
                new Row("MISC_CHECK", "user nobody nogroup", c -> ((MiscCheckSettings) c).command().user(), "nobody"),
                new Row("UDP_CHECK", "payload Ab12f 3 456", c -> ((UdpCheckSettings) c).payload(), "ab120f034506"),
                new Row("UDP_CHECK", "require_reply 0X \"1x 2\"",
                        c -> ((UdpCheckSettings) c).replyRequired() + " " + ((UdpCheckSettings) c).replyPattern(),
                        "true 0x1x02"),
                new Row("UDP_CHECK", "min_reply_length 4", c -> ((UdpCheckSettings) c).minReplyLength(), 4),
                new Row("UDP_CHECK", "max_reply_length 65535", c -> ((UdpCheckSettings) c).maxReplyLength(), 65535),
                new Row("FILE_CHECK", "track_file load", c -> c, new FileCheckSettings("load", 1, false)),
                new Row("FILE_CHECK", "weight -2147483647 reverse", c -> c,
                        new FileCheckSettings("load", -2147483647, true)),
                new Row("BFD_CHECK", "name peer", c -> c, new BfdCheckSettings("peer", false)),
                new Row("BFD_CHECK", "alpha true", c -> c, new BfdCheckSettings("peer", true)));
    }

    private static Row connection(String block, String statement, Function<ConnectionSettings, Object> observed,
            Object expected) {
        return new Row(block, statement, c -> observed.apply(connection(c)), expected);
    }

    private static Row probe(String block, String statement, Function<ProbeSettings, Object> observed,
            Object expected) {
        return new Row(block, statement, c -> observed.apply(probe(c)), expected);
    }

    private static Row url(String block, String statement, Function<UrlSettings, Object> observed, Object expected) {
        return new Row(block + "/url", statement, c -> observed.apply(((HttpCheckSettings) c).urls().getFirst()),
                expected);
    }

    private static ConnectionSettings connection(CheckerSettings checker) {
        return switch (checker) {
            case HttpCheckSettings c -> c.connection();
            case TcpCheckSettings c -> c.connection();
            case SmtpCheckSettings c -> c.connection();
            case DnsCheckSettings c -> c.connection();
            case PingCheckSettings c -> c.connection();
            case UdpCheckSettings c -> c.connection();
            case MiscCheckSettings _,FileCheckSettings _,BfdCheckSettings _ -> null;
        };
    }

    private static ProbeSettings probe(CheckerSettings checker) {
        return switch (checker) {
            case HttpCheckSettings c -> c.probe();
            case TcpCheckSettings c -> c.probe();
            case SmtpCheckSettings c -> c.probe();
            case DnsCheckSettings c -> c.probe();
            case PingCheckSettings c -> c.probe();
            case UdpCheckSettings c -> c.probe();
            case MiscCheckSettings c -> c.probe();
            case FileCheckSettings _,BfdCheckSettings _ -> null;
        };
    }

    /** A checker around the statement with what it needs besides. */
    private static LoadResult load(String block, String statement) {
        return CheckerLoads.load(checker(block, statement));
    }

    private static String checker(String block, String statement) {
        String checker = block.split("/", 2)[0];
        String first = statement.split("[ {\n]", 2)[0];
        String inside = switch (block) {
            case "SMTP_CHECK/host" -> "host {\n" + statement + "\n}";
            case "HTTP_GET/url", "SSL_GET/url" ->
                    "url {\n" + statement + (first.equals("path") ? "" : "\npath /") + "\n}";
            default -> statement;
        };
        String needed = switch (checker) {
            case "HTTP_GET", "SSL_GET" -> inside.startsWith("url") ? "" : "\nurl {\npath /\n}";
            case "MISC_CHECK" -> first.equals("misc_path") ? "" : "\nmisc_path /usr/bin/true";
            case "FILE_CHECK" -> first.equals("track_file") ? "" : "\ntrack_file load";
            case "BFD_CHECK" -> first.equals("name") ? "" : "\nname peer";
            default -> "";
        };
        return checker + " {\n" + inside + needed + "\n}";
    }

    private static Keywords<?> realServer() {
        Body<?> service = Language.keywords().get("virtual_server").body();
        return service.keywords().get("real_server").body().keywords();
    }

    @TestFactory
    Stream<DynamicTest> everyKeywordSetsWhatItSays() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.block + ": " + row.statement.replace('\n', ';'), () -> {
                    LoadResult result = load(row.block, row.statement);
                    assertEquals(List.of(), CheckerLoads.counted(result));
                    assertEquals(row.expected, row.observed.apply(CheckerLoads.checkers(result).getFirst()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsHeldIsWrittenSoThatItReadsBack() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.block + ": " + row.statement.replace('\n', ';'), () -> {
                    String text = CheckerLoads.file(CheckerLoads.SECURE, checker(row.block, row.statement));
                    EffectiveRoundTripTest.printed(text, LoadOptions.test(CheckerLoads.host()));
                }));
    }

    @Test
    void everyKeywordOfTheCheckersHasARowHere() {
        Set<String> declared = new TreeSet<>();
        for (String checker : CHECKERS) {
            addTo(declared, checker, realServer().get(checker).body().keywords());
        }
        declared.removeIf(name -> name.endsWith("/nb_get_retry"));
        Set<String> tested = new TreeSet<>();
        rows().forEach(row -> tested.add(row.keyword()));
        assertEquals(declared, tested);
    }

    private static void addTo(Set<String> names, String block, Keywords<?> keywords) {
        for (Keyword<?> keyword : keywords.all()) {
            names.add(block + "/" + keyword.name());
            addTo(names, block + "/" + keyword.name(), keyword.body().keywords());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAcceptedAndEveryDeclarationIsDocumented() {
        Stream<DynamicTest> whole = CHECKERS.stream()
                .map(checker -> DynamicTest.dynamicTest(checker, () -> assertEquals(List.of(),
                        CheckerLoads.counted(CheckerLoads.load(realServer().get(checker).example())))));
        return Stream.concat(whole,
                CHECKERS.stream().flatMap(checker -> examples(checker, realServer().get(checker).body().keywords())));
    }

    private static Stream<DynamicTest> examples(String block, Keywords<?> keywords) {
        return keywords.all()
                .stream()
                .filter(keyword -> !keyword.name().equals("nb_get_retry"))
                .flatMap(keyword -> Stream
                        .concat(Stream.of(DynamicTest.dynamicTest(block + ": " + keyword.name(), () -> {
                            assertTrue(keyword.documentation().endsWith("."));
                            assertTrue(keyword.example().startsWith(keyword.name()), keyword.example());
                            assertEquals(List.of(), CheckerLoads.counted(load(block, keyword.example())));
                        })), examples(block + "/" + keyword.name(), keyword.body().keywords())));
    }
}
