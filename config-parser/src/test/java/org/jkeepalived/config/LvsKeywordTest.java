package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.function.Function;
import org.jkeepalived.config.settings.LvsSettings;
import org.jkeepalived.config.settings.LvsSettings.FlushAtStop;
import org.jkeepalived.config.settings.SyncDaemonSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keywords of global_defs about IPVS: their rows for {@link KeywordEffectTest}, and keepalived 2.2.7's words about bad values. */
class LvsKeywordTest {
    private static KeywordEffectTest.Effect row(String statement, Function<LvsSettings, Object> observed,
            Object expected) {
        return new KeywordEffectTest.Effect("global_defs", statement.split(" ", 2)[0], statement,
                r -> observed.apply(r.configuration().global().lvs()), expected);
    }

    static List<KeywordEffectTest.Effect> effects() {
        return List.of(
                row("lvs_timeouts tcp 7200 tcpfin 30 udp 2678400",
                        l -> List.of(l.tcpTimeoutSeconds(), l.tcpFinTimeoutSeconds(), l.udpTimeoutSeconds()),
                        List.of(7200L, 30L, 2_678_400L)),
                row("lvs_flush", LvsSettings::flushAtStart, true),
                row("lvs_flush_on_stop", LvsSettings::flushAtStop, FlushAtStop.EVERYTHING),
                row("lvs_flush_on_stop VS", LvsSettings::flushAtStop, FlushAtStop.CONFIGURED),
                row("lvs_sync_daemon eth0 inst VI id 5 maxlen 65507 port 8848 ttl 2 group 224.0.0.81",
                        l -> withoutGroup(l.syncDaemon()) + l.syncDaemon().group().toString(),
                        "eth0 VI 5 65507 8848 2 224.0.0.81"),
                row("nftables_ipvs", LvsSettings::nftablesTable, "keepalived_ipvs"),
                row("nftables_ipvs lvs", LvsSettings::nftablesTable, "lvs"),
                row("nftables_ipvs_priority -2147483648", LvsSettings::nftablesPriority, Integer.MIN_VALUE),
                row("nftables_ipvs_start_fwmark 4294967295", LvsSettings::nftablesFirstMark, 4_294_967_295L),
                row("smtp_alert_checker off", LvsSettings::smtpAlert, false),
                row("checker_log_all_failures", LvsSettings::logAllFailures, true),
                row("rs_init_notifies yes", LvsSettings::initialNotifies, true));
    }

    private static String withoutGroup(SyncDaemonSettings d) {
        return d.interfaceName() + " " + d.instanceName() + " " + d.syncId() + " " + d.maxLength() + " " + d.port()
                + " " + d.ttl() + " ";
    }

    private static LoadResult global(String... lines) {
        return Loads.test("global_defs {\n" + String.join("\n", lines) + "\n}\n");
    }

    /** What is said, without this version's own advice. */
    private static List<String> said(String... lines) {
        return Loads.complaints(global(lines));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lvs_timeouts|lvs_timeouts requires at least one option",
        "lvs_timeouts tcp|lvs_timeouts requires at least one option",
        "lvs_timeouts tcp x|invalid number 'x';Invalid lvs_timeout tcp (x) - ignoring",
        "lvs_timeouts udp 2678401|number '2678401' outside range [0, 2678400];Invalid lvs_timeout udp (2678401) - ignoring",
        "lvs_timeouts tcp 5 foo 7|Unknown option foo specified for lvs_timeouts;Unknown option 7 specified for lvs_timeouts",
        "lvs_timeouts tcp 5 tcpfin|No value specified for lvs_timeout tcpfin - ignoring",
        "lvs_flush_on_stop vs|Unknown lvs_flush_on_stop type vs", "lvs_sync_daemon|lvs_sync_daemon requires interface",
        "nftables_ipvs_priority 99999999999|number '99999999999' outside integer range;invalid ipvs nftables chain priority '99999999999'",
        "nftables_ipvs_start_fwmark 0|number '0' outside range [1, 4294967295];invalid ipvs nftables start_fwmark priority '0'",
        "smtp_alert_checker 1|Invalid value '1' for global smtp_alert_checker specified",
        "checker_log_all_failures 1|Invalid value for checker_log_all_failures specified",
        "rs_init_notifies 1|Invalid value '1' for global rs_init_notifies specified"})
    void aBadValueIsReportedAndCounted(String line, String messages) {
        assertEquals(List.of(messages.split(";")), said(line));
        assertEquals(5, global(line).outcome().testExitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "inst VI inst W|lvs_sync_daemon vrrp instance has already been specified as VI - ignoring",
        "id|No value specified for lvs_sync_daemon id, defaulting to vrid",
        "id 256|number '256' outside range [0, 255];Invalid syncid (256) - defaulting to vrid",
        "maxlen 0|number '0' outside range [1, 65507];Invalid lvs_sync_daemon maxlen (0) - ignoring",
        "port x|invalid number 'x';Invalid lvs_sync_daemon port (x) - ignoring",
        "ttl|No value specified for lvs_sync_daemon ttl - ignoring",
        "group x|Invalid lvs_sync_daemon group (x) - ignoring",
        "group 10.0.0.1|lvs_sync_daemon group address 10.0.0.1 is not multicast - ignoring",
        "VI 5|Please use keyword \"id\" before lvs_sync_daemon SYNCID",
        "VI x foo|invalid number 'x';Invalid syncid (x) - defaulting to vrid;Unknown option foo specified for lvs_sync_daemon",
        "port 5 VI|Unknown option VI specified for lvs_sync_daemon"})
    void aBadOptionOfTheSyncDaemonIsReportedAndTheRestHolds(String options, String messages) {
        assertEquals(List.of(messages.split(";")), said("lvs_sync_daemon eth0 " + options));
    }

    @Test
    void theSyncDaemonTakesInstanceAndIdWithoutTheirWords() {
        LoadResult result = Loads.test(
                "global_defs {\nlvs_sync_daemon eth0 VI 7 ttl 3\n}\nvrrp_instance VI {\n" + Loads.INSTANCE + "}\n");
        assertEquals(new SyncDaemonSettings("eth0", "VI", 7, 0, 0, 3, null),
                result.configuration().global().lvs().syncDaemon());
    }

    @Test
    void aSyncDaemonWithoutNameAfterInstEndsTheTest() {
        LoadResult result = global("lvs_sync_daemon eth0 id 5 inst");
        assertEquals(2, result.outcome().testExitCode());
        assertEquals("*** Configuration line starting `lvs_sync_daemon` is missing a parameter after keyword `inst`"
                + " at word position 6", Loads.messages(result).getLast());
    }

    @Test
    void theFirstSyncDaemonAndTheFirstTableHold() {
        assertEquals(
                List.of("lvs_sync_daemon has already been specified as eth0 VI - ignoring",
                        "ipvs nftables already specified - ignoring"),
                said("lvs_sync_daemon eth0 inst VI", "lvs_sync_daemon eth1 inst V2", "nftables_ipvs a",
                        "nftables_ipvs b"));
    }

    @Test
    void aSyncDaemonWhoseInstanceDoesNotExistIsDroppedWithAdvice() {
        LoadResult result = global("lvs_sync_daemon eth0 inst VX");
        assertNull(result.configuration().global().lvs().syncDaemon());
        assertEquals(0, result.outcome().testExitCode());
        assertEquals("lvs_sync_daemon follows vrrp_instance VX, which does not exist - ignoring",
                result.diagnostics().getLast().message());
    }

    @Test
    void aTableNameHas254CharactersAtMost() {
        assertEquals(List.of(), said("nftables_ipvs " + "a".repeat(254)));
        assertEquals(List.of("ipvs nftables table name too long - ignoring"), said("nftables_ipvs " + "a".repeat(256)));
    }

    @Test
    void theOlderSpellingOfFlushOnStopIsTaken() {
        LoadResult result = global("lvs_flush_onstop VS");
        assertEquals(FlushAtStop.CONFIGURED, result.configuration().global().lvs().flushAtStop());
        assertEquals(List.of(), Loads.complaints(result));
    }
}
