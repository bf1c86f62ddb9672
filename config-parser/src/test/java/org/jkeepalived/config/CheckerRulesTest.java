package org.jkeepalived.config;

import static org.jkeepalived.config.CheckerLoads.checkers;
import static org.jkeepalived.config.CheckerLoads.counted;
import static org.jkeepalived.config.CheckerLoads.load;
import static org.jkeepalived.config.CheckerLoads.logged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jkeepalived.config.settings.ConnectionSettings;
import org.jkeepalived.config.settings.DnsCheckSettings;
import org.jkeepalived.config.settings.HttpCheckSettings;
import org.jkeepalived.config.settings.MiscCheckSettings;
import org.jkeepalived.config.settings.ProbeSettings;
import org.jkeepalived.config.settings.SmtpCheckSettings;
import org.jkeepalived.config.settings.TcpCheckSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkers of real servers: bad values and checks at the closing brace, in the words of keepalived 2.2.7. */
class CheckerRulesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int CONFIG = 5;
    private static final int SECURITY = 6;

    private static LoadResult check(String name, String... lines) {
        return load(name + " {\n" + String.join("\n", lines) + "\n}");
    }

    @Test
    void badConnectionValuesAreReportedAndIgnored() {
        LoadResult result = check("TCP_CHECK", "connect_ip foo", "connect_ip 10.0.0.5/24", "connect_port 0",
                "connect_port 12abc", "bindto foo", "bindto 2001:db8::2", "bind_port x",
                "bind_if abcdefghijklmnopqrstuvw", "connect_timeout 5000", "fwmark 0x10", "fwmark 4294967296");
        assertEquals(List.of("1 Invalid connect_ip address foo - ignoring", "3 number '0' outside range [1, 65535]",
                "3 Invalid checker connect_port '0'", "4 invalid number '12abc'",
                "4 Invalid checker connect_port '12abc'", "5 Invalid bindto address foo - ignoring",
                "6 bindto address 2001:db8::2 does not match address family of connect_ip - skipping",
                "7 invalid number 'x'", "7 Invalid checker bind_port 'x'",
                "8 Interface name abcdefghijklmnopqrstuvw is too long - ignoring",
                "9 number '5000' outside range [0.000001, 4294.967295]", "9 connect_timeout 5000 invalid - ignoring",
                "10 invalid number '0x10'", "10 Invalid fwmark connection value '0x10'",
                "11 number '4294967296' outside unsigned integer range",
                "11 Invalid fwmark connection value '4294967296'"), counted(result));
        assertEquals(CONFIG, result.outcome().testExitCode());
        ConnectionSettings connection = ((TcpCheckSettings) checkers(result).getFirst()).connection();
        assertEquals("10.0.0.5 80 null",
                connection.address() + " " + connection.port() + " " + connection.bindAddress());
    }

    @Test
    void anAddressThatIsAskedHasTheFamilyOfTheSource() {
        assertEquals(List.of("2 connect_ip address 2001:db8::1 does not match address family of bindto - skipping"),
                counted(check("TCP_CHECK", "bindto 10.0.0.3", "connect_ip 2001:db8::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP_CHECK", "PING_CHECK", "UDP_CHECK", "DNS_CHECK", "SMTP_CHECK"})
    void aLinkLocalAddressNeedsAnInterface(String name) {
        LoadResult result = check(name, "connect_ip fe80::1");
        assertEquals(List.of("2 Checker link local address fe80::1 requires a bind_if"), counted(result));
        assertEquals(List.of(), checkers(result));
        assertEquals(List.of(), counted(check(name, "connect_ip fe80::1", "bind_if eth0")));
    }

    @Test
    void anHttpCheckWithoutUrlIsReportedAndDropped() {
        LoadResult result = check("HTTP_GET", "url {", "}");
        assertEquals(List.of("2 HTTP/SSL_GET checker url has no path - ignoring",
                "3 HTTP/SSL_GET checker has no urls specified - ignoring"), counted(result));
        assertEquals(CONFIG, result.outcome().testExitCode());
        assertEquals(List.of(), checkers(result));
    }

    @Test
    void badValuesOfAnHttpCheckAreReportedAndIgnored() {
        assertEquals(
                List.of("1 nb_get_retry is deprecated - please use 'retry'",
                        "2 nb_get_retry is deprecated - please use 'retry'", "2 invalid number 'x'",
                        "2 Invalid nb_get_retry value 'x'", "3 HTTP_GET virtualhost name missing",
                        "4 Invalid http_protocol version 2.0", "5 Missing http_protocol version",
                        "6 Invalid enable_sni parameter maybe", "7 Invalid fast_recovery parameter x",
                        "8 Invalid tls_compliant parameter x", "10 sni_name already specified as a - ignoring"),
                counted(check("SSL_GET", "nb_get_retry 3", "nb_get_retry x", "virtualhost", "http_protocol 2.0",
                        "http_protocol", "enable_sni maybe", "fast_recovery x", "tls_compliant x", "sni_name a",
                        "sni_name", "url {", "path /", "}")));
        assertEquals(List.of("1 Unknown keyword 'tls_compliant'"),
                counted(check("HTTP_GET", "tls_compliant", "url {", "path /", "}")));
    }

    @Test
    void badValuesOfAUrlAreReportedAndIgnored() {
        LoadResult result = check("HTTP_GET", "url {", "path /", "digest abc",
                "digest 0123456789abcdef0123456789abcdeg", "digest 0123456789abcdef0123456789ABCDEF",
                "digest 0123456789abcdef0123456789abcdef", "status_code 99 600 200- 300-200 201 x 300-400 -5",
                "status_code", "virtualhost", "}");
        assertEquals(List.of("3 digest 'abc' character length should be 32 rather than 3",
                "4 Unable to interpret hex digit in '0123456789abcdef0123456789abcdeg' at offset 30/31",
                "6 Digest '0123456789abcdef0123456789abcdef' is a duplicate", "7 Invalid HTTP_GET status code '99'",
                "7 Invalid HTTP_GET status code '600'", "7 Invalid HTTP_GET status code '200-'",
                "7 Invalid HTTP_GET status code '300-200'", "7 Invalid HTTP_GET status code 'x'",
                "7 Invalid HTTP_GET status code '-5'", "9 Missing HTTP_GET virtualhost name"), counted(result));
        assertEquals("[StatusRange[first=201, last=201], StatusRange[first=300, last=400]]",
                ((HttpCheckSettings) checkers(result).getFirst()).urls().getFirst().statusCodes().toString());
    }

    @Test
    void anExpressionThatDoesNotCompileIsLoggedAndNotMatched() {
        LoadResult result = check("HTTP_GET", "url {", "path /", "regex \"(unclosed\"", "regex_min_offset x", "}");
        assertEquals(List.of(), counted(result));
        assertEquals(List.of("Invalid regex_min_offset x specified",
                "Invalid regex: '(unclosed' at offset 9: missing closing parenthesis"), logged(result));
        assertNull(((HttpCheckSettings) checkers(result).getFirst()).urls().getFirst().pattern());
    }

    @Test
    void parametersOfAnExpressionAreLoggedWhenTheyMakeNoSense() {
        assertEquals(List.of("regex parameters specified without regex"),
                logged(check("HTTP_GET", "url {", "path /", "regex_no_match", "}")));
        LoadResult result = check("HTTP_GET", "url {", "path /", "regex \"a\"", "regex_min_offset",
                "regex_min_offset 5", "regex_max_offset 3", "regex_stack 1", "regex_stack a b", "regex_stack 1 b",
                "regex_stack 5 3", "}");
        assertEquals(List.of("Missing or too may options for regex_min_offset",
                "regex_stack requires start and max values", "regex_stack invalid start value",
                "regex_stack invalid max value", "regex stack start cannot exceed max value",
                "regex min offset 5 > regex_max_offset 3 - ignoring"), logged(result));
        assertEquals(
                List.of("3 regex missing or too many fields", "4 regex missing or too many fields",
                        "6 Regex 'b' is a duplicate"),
                counted(check("HTTP_GET", "url {", "path /", "regex", "regex a b", "regex 'a c'", "regex b", "}")));
    }

    @Test
    void badValuesOfAnSmtpCheckAreReported() {
        assertEquals(
                List.of("1 SMTP_CHECK helo name missing", "3 SMTP_CHECK helo name already specified - replacing a",
                        "5 invalid number 'x'", "5 Invalid checker connect_port 'x'", "6 Unknown keyword 'helo_name'",
                        "8 invalid number 'x'", "8 Invalid retry connection value 'x'"),
                counted(check("SMTP_CHECK", "helo_name", "helo_name a", "helo_name b", "host {", "connect_port x",
                        "helo_name h", "}", "retry x")));
    }

    @Test
    void eachHostOfAnSmtpCheckIsACheckOfItsOwn() {
        LoadResult result = check("SMTP_CHECK", "connect_ip 10.0.0.77", "retry 7", "helo_name me", "host {",
                "connect_ip 10.0.0.7", "retry 3", "}", "host {", "connect_port 26", "}", "host {", "connect_ip fe80::1",
                "}");
        assertEquals(List.of("The SMTP_CHECK host block is deprecated. Please define additional checkers."),
                logged(result));
        assertEquals(List.of("13 Checker link local address fe80::1 requires a bind_if"), counted(result));
        assertEquals(List.of("10.0.0.7 80 3 me", "10.0.0.2 26 7 me"),
                checkers(result).stream()
                        .map(SmtpCheckSettings.class::cast)
                        .map(c -> c.connection().address() + " " + c.connection().port() + " " + c.probe().retries()
                                + " " + c.heloName())
                        .toList());
    }

    @Test
    void aQueryHasAKnownTypeAndOneName() {
        assertEquals(List.of("1 Unknown DNS check type foo - ignoring",
                "3 DNS_CHECK name 'aa..b' has empty label - ignoring",
                "4 DNS_CHECK name '1.5' has empty label - ignoring",
                "5 DNS_CHECK name '.com' has empty label - ignoring", "7 DNS_CHECK name already specified - ignoring"),
                counted(check("DNS_CHECK", "type foo", "type soa", "name aa..b", "name 1.5", "name .com",
                        "name example.com.", "name example.org")));
        for (String name : List.of(".", "a", "aa.b.", "\"\"")) {
            assertEquals(List.of(), counted(check("DNS_CHECK", "name " + name)));
        }
        assertEquals(List.of("1 DNS_CHECK name 'a.' has empty label - ignoring"),
                counted(check("DNS_CHECK", "name a.")));
    }

    @Test
    void datagramsAreHexDigits() {
        assertEquals(
                List.of("1 UDP_CHECK payload requires a payload", "2 Invalid hex string for UDP_CHECK payload",
                        "3 Invalid hex string for UDP_CHECK payload", "4 Invalid hex string for UDP_CHECK reply",
                        "5 number '65536' outside range [0, 65535]",
                        "5 UDP_CHECK min length 65536 not valid - must be between 0 & 65535", "6 invalid number '5x'",
                        "6 UDP_CHECK max length 5x not valid - must be between 0 & 65535"),
                counted(check("UDP_CHECK", "payload", "payload 0x01", "payload xx", "require_reply zz",
                        "min_reply_length 65536", "max_reply_length 5x")));
        assertEquals(List.of("2 UDP_CHECK min_reply length 300 > max_reply_length 255 - will always fail"),
                counted(check("UDP_CHECK", "min_reply_length 300")));
    }

    @Test
    void aFileCheckNeedsAFileThatStandsAbove() {
        LoadResult result = check("FILE_CHECK", "track_file nosuch");
        assertEquals(List.of("1 track_file nosuch not found", "2 FILE_CHECK has no track_file specified - ignoring"),
                counted(result));
        assertEquals(List.of(), checkers(result));
        assertEquals(
                List.of("2 track file weight missing", "3 invalid number 'x'",
                        "3 weight for track file must be in [-2147483647..2147483647] inclusive. Ignoring...",
                        "4 number '2147483648' outside integer range",
                        "4 weight for track file must be in [-2147483647..2147483647] inclusive. Ignoring...",
                        "5 unknown track file weight option foo - ignoring", "6 track_file other not found"),
                counted(check("FILE_CHECK", "track_file load", "weight", "weight x", "weight 2147483648",
                        "weight 1 foo", "track_file other")));
    }

    @Test
    void aBfdCheckNeedsASessionThatStandsAboveAndTellsCheckers() {
        String who = "([10.0.0.2]:tcp:80) ";
        assertEquals(List.of("1 " + who + "No name has been specified for BFD_CHECKER - skipping"),
                counted(check("BFD_CHECK")).stream().map(line -> line.replaceFirst("^2 ", "1 ")).toList());
        assertEquals(List.of("1 " + who + "BFD_CHECK - No or too many names specified - skipping checker"),
                counted(check("BFD_CHECK", "name", "name peer")));
        assertEquals(List.of("1 " + who + "BFD_CHECK - BFD nosuch not configured"),
                counted(check("BFD_CHECK", "name nosuch", "name peer")));
        assertEquals(List.of("2 " + who + "BFD_CHECK - BFD peer already specified as peer"),
                counted(check("BFD_CHECK", "name peer", "name peer", "name other")));
        assertEquals(List.of("1 " + who + "BFD_CHECK - BFD name abcdefghijklmnopqrstuvwxyz123456 too long"),
                counted(check("BFD_CHECK", "name abcdefghijklmnopqrstuvwxyz123456")));
        String vrrpOnly = CheckerLoads.file("", "BFD_CHECK {\nname peer\n}")
                .replace("neighbor_ip", "vrrp\nneighbor_ip");
        assertEquals(List.of(who + "BFD_CHECK - BFD peer not configured"),
                Loads.messages(Loads.test(vrrpOnly)).stream().filter(m -> m.startsWith("(")).toList());
    }

    @Test
    void aMiscCheckNeedsAProgram() {
        LoadResult result = check("MISC_CHECK", "misc_path \"/usr/bin/true 'a\"", "misc_timeout 4295");
        assertEquals(List.of("1 String '/usr/bin/true 'a': missing terminating '",
                "2 number '4295' outside range [0, 4294]", "2 Invalid misc_timeout value '4295'",
                "3 No script path has been specified for MISC_CHECKER - skipping"), counted(result));
        assertEquals(List.of(), checkers(result));
    }

    @Test
    void theAccountOfAMiscCheckIsLookedUpWhereItIsWritten() {
        assertEquals(List.of("2 Failed to set uid/gid for misc checker script '/usr/bin/true' 'a' - removing"),
                counted(check("MISC_CHECK", "misc_path \"/usr/bin/true a\"", "user nosuch", "user root")));
        assertEquals(List.of("1 Failed to set uid/gid for misc checker script  - removing"),
                counted(check("MISC_CHECK", "user nobody nosuch", "misc_path /usr/bin/true")));
        assertEquals(List.of("1 No user specified for misc checker script "),
                counted(check("MISC_CHECK", "user", "misc_path /usr/bin/true")));
        LoadResult last = check("MISC_CHECK", "misc_path /etc/none", "misc_path /usr/bin/true root nosuch",
                "user nobody");
        assertEquals(List.of(), counted(last));
        assertEquals("nobody", ((MiscCheckSettings) checkers(last).getFirst()).command().user());
    }

    @Test
    void withoutAnyAccountMiscChecksAreDropped() {
        LoadResult result = load("enable_script_security",
                "MISC_CHECK {\nmisc_path \"/usr/bin/true a\"\n}\n" + "MISC_CHECK {\nmisc_path /usr/bin/true\n}");
        assertEquals(
                List.of("Unable to set default user keepalived_script for script",
                        "Unable to set default user for misc script '/usr/bin/true' 'a' - removing",
                        "Unable to set default user for misc script '/usr/bin/true' - removing"),
                counted(result).stream().map(line -> line.replaceFirst("^[0-9]+ ", "")).toList());
        assertEquals(CONFIG, result.outcome().testExitCode());
        assertEquals(List.of(), checkers(result));
    }

    @Test
    void aProgramThatCannotRunIsLoggedAndItsCheckDropped() {
        LoadResult missing = check("MISC_CHECK", "misc_path /nosuch/a");
        assertEquals("Disabling misc script '/nosuch/a' since not found/accessible", logged(missing).getLast());
        assertEquals(0, missing.outcome().testExitCode());
        assertEquals(List.of(), checkers(missing));
        LoadResult open = check("MISC_CHECK", "misc_path \"/usr/bin/open a\"");
        assertEquals("Disabling misc script '/usr/bin/open' 'a' due to insecure", logged(open).getLast());
        assertEquals(0, open.outcome().testExitCode());
        assertEquals(List.of(), checkers(open));
    }

    @Test
    void withoutEnableScriptSecurityARootCheckIsASecurityFinding() {
        LoadResult result = load("script_user root", "MISC_CHECK {\nmisc_path /usr/bin/true\n}");
        assertEquals(List.of("SECURITY VIOLATION - check scripts are being executed but script_security not enabled."),
                counted(result));
        assertEquals(SECURITY, result.outcome().testExitCode());
        assertEquals(1, checkers(result).size());
        assertEquals(
                List.of("SECURITY VIOLATION - check scripts are being executed but script_security not enabled."
                        + " There are insecure scripts."),
                counted(load("script_user root", "MISC_CHECK {\nmisc_path /usr/bin/open\n}")));
        assertEquals(List.of(), counted(load("script_user root", "MISC_CHECK {\nmisc_path /nosuch/a\n}")));
    }

    @Test
    void whatACheckerLeavesOpenComesFromItsServerThenItsServiceThenItsKind() {
        LoadResult result = load("retry 4\nTCP_CHECK {\nretry 5\n}\nTCP_CHECK {\n}");
        assertEquals(List.of(5L, 4L),
                checkers(result).stream().map(TcpCheckSettings.class::cast).map(c -> c.probe().retries()).toList());
        ProbeSettings dns = ((DnsCheckSettings) checkers(load("delay_loop 9\nDNS_CHECK {\n}")).getFirst()).probe();
        assertEquals(List.of(3L, 9 * SECOND, 9 * SECOND),
                List.of(dns.retries(), dns.delayBeforeRetryNanos(), dns.warmupNanos()));
        ProbeSettings http = ((HttpCheckSettings) checkers(check("HTTP_GET", "url {", "path /", "}")).getFirst())
                .probe();
        assertEquals(List.of(1L, 3 * SECOND, 60 * SECOND, 5 * SECOND), List.of(http.retries(),
                http.delayBeforeRetryNanos(), http.delayLoopNanos(), http.connectTimeoutNanos()));
    }
}
