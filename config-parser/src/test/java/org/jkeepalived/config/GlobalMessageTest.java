package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.SocketBuffers.AdvertPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What keepalived says of bad values of the keywords of global_defs, of the words outside any block and of the blocks about links, line by line. */
class GlobalMessageTest {
    private static final String BOOLEAN = "Invalid value 'maybe' for global KEYWORD specified";

    private record Bad(String statements, List<String> lines) {}

    /** Statements of global_defs from line 2 on, and what is said of them. */
    private static Bad bad(String statements, String... lines) {
        return new Bad(statements, List.of(lines));
    }

    private static FakeHost host() {
        FakeHost host = new FakeHost();
        host.files.put("/etc/file", new FileFacts(null, false, true, 0644, 0, 0, "/etc/file"));
        host.files.put("/etc/file/x", FileFacts.failed("Not a directory"));
        return host;
    }

    private static LoadResult load(String text) {
        return ConfigLoader.loadText("test.conf", text, LoadOptions.test(host()));
    }

    /** keepalived's lines of what counts. */
    private static List<String> lines(LoadResult result) {
        return result.diagnostics().stream().filter(d -> d.exitClass().code() > 0).map(Diagnostic::logLine).toList();
    }

    private static List<Bad> badNumbers() {
        List<Bad> all = new ArrayList<>();
        for (String process : List.of("vrrp", "checker", "bfd")) {
            all.add(bad(process + "_priority", "(Line 2) No " + process + " process priority specified"));
            all.add(bad(process + "_priority 20", "(Line 2) number '20' outside range [-20, 19]",
                    "(Line 2) Invalid " + process + " process priority specified"));
            all.add(bad(process + "_rt_priority", "(Line 2) No " + process + " process real-time priority specified"));
            all.add(bad(process + "_rt_priority 0",
                    "(Line 2) " + process + " process real-time priority 0 less than minimum 1 - setting to minimum"));
            all.add(bad(process + "_rt_priority 100", "(Line 2) " + process
                    + " process real-time priority 100 greater than maximum 99 - setting to maximum"));
            all.add(bad(process + "_rt_priority x", "(Line 2) invalid number 'x'",
                    "(Line 2) " + process + " process real-time priority 'x' invalid"));
            all.add(bad(process + "_cpu_affinity", "(Line 2) No " + process + " cpu_id set specified"));
            all.add(bad(process + "_cpu_affinity 0 4", "(Line 2) number '4' outside range [0, 1]",
                    "(Line 2) Invalid cpu_id:4 specified for " + process + " process"));
            all.add(bad(process + "_cpu_affinity 99999999999", "(Line 2) number '99999999999' outside integer range",
                    "(Line 2) Invalid cpu_id:1215752191 specified for " + process + " process"));
            all.add(bad(process + "_rlimit_rttime 0", "(Line 2) number '0' outside range [1, 4294967295]",
                    "(Line 2) Invalid " + process + " real-time limit - 0"));
            all.add(bad(process + "_rlimit_rtime -1", "(Line 2) negative number '-1'",
                    "(Line 2) Invalid " + process + " real-time limit - -1"));
        }
        for (String moment : List.of("startup", "shutdown")) {
            String name = moment + "_script_timeout";
            all.add(bad(name, "(Line 2) " + name + " requires value"));
            all.add(bad(name + " 1001", "(Line 2) number '1001' outside range [1, 1000]",
                    "(Line 2) " + name + " '1001' must be in [1, 1000] - ignoring"));
        }
        for (String socket : List.of("vrrp_netlink_cmd", "vrrp_netlink_monitor", "process_monitor", "lvs_netlink_cmd",
                "lvs_netlink_monitor")) {
            String name = socket + "_rcv_bufs";
            all.add(bad(name, "(Line 2) " + name + " size missing"));
            all.add(bad(name + " 1.5", "(Line 2) invalid number '1.5'", "(Line 2) " + name + " size (1.5) invalid"));
            all.add(bad(name + "_force maybe", "(Line 2) " + BOOLEAN.replace("KEYWORD", name + "_force")));
        }
        for (String name : List.of("snmp_vs_stats_update_interval", "snmp_rs_stats_update_interval")) {
            all.add(bad(name + " 31", "(Line 2) number '31' outside range [0.001000, 30.000000]",
                    "(Line 2) " + name + " '31' is invalid"));
        }
        all.add(bad("nftables_priority 2147483648", "(Line 2) number '2147483648' outside integer range",
                "(Line 2) invalid nftables chain priority '2147483648'"));
        all.add(bad("random_seed -1", "(Line 2) negative number '-1'", "(Line 2) random_seed -1 invalid"));
        all.add(bad("vrrp_rx_bufs_multiplier", "(Line 2) Invalid vrrp_rx_bufs_multiplier"));
        all.add(bad("vrrp_rx_bufs_multiplier 1 2", "(Line 2) Invalid vrrp_rx_bufs_multiplier"));
        all.add(bad("vrrp_rx_bufs_multiplier 0", "(Line 2) number '0' outside range [1, 4294967295]",
                "(Line 2) Invalid vrrp_rx_bufs_multiplier 0"));
        all.add(bad("vrrp_garp_extra_if all", "(Line 2) vrrp_garp_extra_if specified without time - ignoring"));
        all.add(bad("vrrp_garp_extra_if 86401", "(Line 2) number '86401' outside range [1, 86400]",
                "(Line 2) vrrp_garp_extra_if '86401' invalid - ignoring"));
        all.add(bad("vrrp_vmac_garp_intvl x",
                "(Line 2) Keyword \"vrrp_vmac_garp_intvl\" is deprecated - please use \"vrrp_garp_extra_if\"",
                "(Line 2) invalid number 'x'", "(Line 2) vrrp_vmac_garp_intvl 'x' invalid - ignoring"));
        return all;
    }

    private static List<Bad> badWords() {
        return List.of(bad("use_symlink_paths maybe", "(Line 2) " + BOOLEAN.replace("KEYWORD", "use_symlink_paths")),
                bad("set_supplementary_groups maybe",
                        "(Line 2) " + BOOLEAN.replace("KEYWORD", "set_supplementary_groups")),
                bad("no_checker_emails maybe", "(Line 2) " + BOOLEAN.replace("KEYWORD", "no_checker_emails")),
                bad("data_use_instance maybe", "(Line 2) " + BOOLEAN.replace("KEYWORD", "date_use_instance")),
                bad("vrrp_rx_bufs_policy", "(Line 2) vrrp_rx_bufs_policy missing"),
                bad("vrrp_rx_bufs_policy word", "(Line 2) invalid number 'word'",
                        "(Line 2) Invalid vrrp_rx_bufs_policy word"),
                bad("vrrp_rx_bufs_policy mtu\nvrrp_rx_bufs_policy advert",
                        "(Line 3) Cannot set both vrrp_rx_bufs_policy MTU and ADVERT, ignoring ADVERT"),
                bad("vrrp_rx_bufs_policy 5 MTU",
                        "(Line 2) Cannot set vrrp_rx_bufs_policy size and policy, ignoring policy"),
                bad("vmac_prefix a\nvmac_prefix b", "(Line 3) vmac prefix has already been specified - ignoring b"),
                bad("vmac_addr_prefix a\nvmac_addr_prefix b",
                        "(Line 3) vmac_addr prefix has already been specified - ignoring b"),
                bad("snmp_socket", "(Line 2) SNMP error : snmp socket name missing"),
                bad("snmp_socket a b", "(Line 2) Too many parameters specified for snmp_socket - ignoring"),
                bad("snmp_socket a\nsnmp_socket b", "(Line 3) SNMP socket already set to a - ignoring"),
                bad("dbus_service_name", "(Line 2) dbus_service_name missing - ignoring"),
                bad("dbus_no_interface_name", "(Line 2) dbus_no_interface_name missing - ignoring"),
                bad("reload_time_file", "(Line 2) reload_time_file invalid"),
                bad("reload_time_file a b", "(Line 2) reload_time_file invalid"),
                bad("state_dump_file \"\"", "(Line 2) state_dump_file invalid"),
                bad("stats_dump_file a b", "(Line 2) stats_dump_file invalid"),
                bad("json_dump_file", "(Line 2) json_dump_file invalid"),
                bad("iproute_usr_dir", "(Line 2) iproute_usr_dir invalid"),
                bad("iproute_etc_dir a b", "(Line 2) iproute_etc_dir invalid"),
                bad("tmp_config_directory", "(Line 2) tmp_config_directory missing directory name"),
                bad("tmp_config_directory /a\ntmp_config_directory /b",
                        "(Line 3) tmp_config_directory already specified - ignoring"),
                bad("config_save_dir /etc/file", "(Line 2) config_save_dir /etc/file exists and is not a directory"),
                bad("config_save_dir /etc/file/x", "(Line 2) config_save_dir /etc/file/x error 20 - Not a directory"),
                bad("config_save_dir /nosuch/dir/",
                        "(Line 2) Unable to create config_save_dir /nosuch/dir/ (error 2 - No such file or directory)"),
                bad("nftables a\nnftables b", "(Line 3) nftables already specified - ignoring"),
                bad("nftables " + "x".repeat(256), "(Line 2) nftables table name too long - ignoring"),
                bad("vrrp_iptables a\nvrrp_iptables b", "(Line 3) vrrp_iptables already specified - ignoring"),
                bad("vrrp_iptables a a", "(Line 2) vrrp_iptables chain names are the same - ignoring"),
                bad("vrrp_iptables " + "x".repeat(28), "(Line 2) vrrp_iptables chain name too long - ignoring"),
                bad("vrrp_ipsets \"\"", "(Line 2) vrrp_ipsets set name empty - ignoring"),
                bad("vrrp_ipsets a b a", "(Line 2) vrrp_ipsets set names are not all different - ignoring"),
                bad("include_check foo", "(Line 2) Unknown include_check type 'foo' - ignoring"),
                bad("include_check -foo +read", "(Line 2) Unknown include_check type 'foo' - ignoring"),
                bad("include_check read match", "(Line 2) Duplicate include_check 'match' specified - ignoring"));
    }

    private static List<Bad> badScripts() {
        List<Bad> all = new ArrayList<>();
        for (String moment : List.of("startup", "shutdown")) {
            all.add(bad(moment + "_script", "(Line 2) " + moment + " script missing"));
            all.add(bad(moment + "_script \"\"", "(Line 2) Invalid " + moment + " script"));
            all.add(bad(moment + "_script /usr/bin/true nouser", "(Line 2) Invalid " + moment + " script"));
            all.add(bad(moment + "_script /usr/bin/true root nogrp", "(Line 2) Invalid " + moment + " script"));
            all.add(bad(moment + "_script /nosuch root\n" + moment + "_script /usr/bin/true root",
                    "(Line 3) " + moment + " script already specified"));
            all.add(bad(moment + "_script /usr/bin/true\nenable_script_security",
                    "(Line 2) Unable to set default user keepalived_script for script",
                    "(Line 2) Invalid " + moment + " script"));
        }
        for (String fifo : List.of("notify_fifo", "vrrp_notify_fifo", "lvs_notify_fifo")) {
            all.add(bad(fifo, "(Line 2) No " + fifo + " name specified"));
            all.add(bad(fifo + " /a nouser\n" + fifo + " /b\n" + fifo + " /c",
                    "(Line 4) " + fifo + " already specified - ignoring /c"));
            all.add(bad(fifo + "_script", "(Line 2) No " + fifo + "_script specified"));
            all.add(bad(fifo + "_script /nosuch root\n" + fifo + "_script /b",
                    "(Line 3) " + fifo + "_script already specified - ignoring /b"));
            all.add(bad(fifo + "_script \"/usr/bin/true 'abc\"",
                    "(Line 2) String '/usr/bin/true 'abc': missing terminating '"));
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> badValuesOfGlobalDefsGiveKeepalivedsMessages() {
        return Stream.of(badNumbers(), badWords(), badScripts())
                .flatMap(List::stream)
                .map(row -> DynamicTest.dynamicTest(row.statements.replace('\n', ';'), () -> {
                    LoadResult result = load("global_defs {\n" + row.statements + "\n}\n");
                    assertEquals(row.lines, lines(result));
                    assertEquals(5, result.outcome().testExitCode());
                }));
    }

    @TestFactory
    Stream<DynamicTest> withoutItsMandatoryArgumentKeepalivedStops() {
        return Stream
                .of("nftables_priority", "vrrp_rlimit_rttime", "checker_rlimit_rttime", "bfd_rlimit_rtime",
                        "vmac_prefix", "vmac_addr_prefix", "random_seed", "config_save_dir",
                        "snmp_vs_stats_update_interval", "snmp_rs_stats_update_interval")
                .map(keyword -> DynamicTest.dynamicTest(keyword,
                        () -> assertEquals(2, load("global_defs {\n" + keyword + "\n}\n").outcome().testExitCode())));
    }

    @Test
    void olderSpellingsAreLoggedOrTakenInSilence() {
        LoadResult logged = load("global_defs {\nvrrp_rlimit_rtime 5\n}\n");
        assertEquals(0, logged.outcome().testExitCode());
        assertTrue(Loads.messages(logged)
                .contains("Keyword 'vrrp_rlimit_rtime' is deprecated - please use 'vrrp_rlimit_rttime'"));
        assertEquals(List.of(), lines(load("global_defs {\nenable_snmp_keepalived\n}\n")));
    }

    @Test
    void aBadProcessorClearsTheSetAndABadLimitIsNone() {
        Configuration read = load(
                "global_defs {\nvrrp_cpu_affinity 1\nvrrp_cpu_affinity 0 9\nvrrp_rlimit_rttime x\n}\n").configuration();
        assertEquals(List.of(), read.global().processes().vrrp().cpus());
        assertEquals(0, read.global().processes().vrrp().rttimeLimitMicros());
    }

    @Test
    void aSizeOfTheAdvertBufferExcludesAPolicy() {
        Configuration read = load("global_defs {\nvrrp_rx_bufs_policy MTU\nvrrp_rx_bufs_policy 70000\n}\n")
                .configuration();
        assertEquals(AdvertPolicy.SIZE, read.global().buffers().adverts());
        assertEquals(70_000, read.global().buffers().advertBytes());
    }

    @Test
    void scriptsOfTheDaemonThatRunAsRootNeedScriptSecurity() {
        assertEquals(List.of(
                "SECURITY VIOLATION - start/shutdown scripts are being executed but script_security not" + " enabled."),
                lines(load("global_defs {\nstartup_script /usr/bin/true\n}\n")));
        LoadResult missing = load("global_defs {\nshutdown_script /nosuch\n}\n");
        assertEquals(List.of(), lines(missing));
        assertNull(missing.configuration().global().scripts().shutdown());
    }

    @Test
    void readersOfFifosAreLookedAtWhenThereIsAnInstance() {
        String global = "global_defs {\nnotify_fifo_script /usr/bin/true\nlvs_notify_fifo_script /usr/bin/true\n}\n";
        assertEquals(List.of(), lines(load(global)));
        assertEquals(List.of("SECURITY VIOLATION - scripts are being executed but script_security not enabled."),
                lines(load(global + "vrrp_instance VI {\n" + Loads.INSTANCE + "}\n")));
    }

    @Test
    void aFifoOfAnUnknownUserIsIgnoredAndLogged() {
        LoadResult result = load("global_defs {\nnotify_fifo /run/f root nogrp\n}\n");
        assertTrue(Loads.messages(result)
                .containsAll(List.of("Script group 'nogrp' does not exist",
                        "Invalid user/group for notify_fifo fifo /run/f - ignoring")));
        assertEquals(0, result.outcome().testExitCode());
        assertNull(result.configuration().global().fifos().all());
    }

    @Test
    void aFifoBelongsToTheScriptUserAndTwoOfOnePathAreOne() {
        LoadResult result = load("global_defs {\nscript_user nobody\nnotify_fifo /run/f\nvrrp_notify_fifo /run/f\n"
                + "lvs_notify_fifo /run/g\n}\n");
        var fifos = result.configuration().global().fifos();
        assertEquals(65534, fifos.all().uid());
        assertNull(fifos.vrrp());
        assertEquals("/run/g", fifos.lvs().path());
        assertEquals(0, result.outcome().testExitCode());
    }

    @Test
    void pathsStayAsWrittenWithUseSymlinkPaths() {
        FakeHost host = host();
        host.files.put("/bin/true", new FileFacts(null, false, true, 0755, 0, 0, "/usr/bin/true"));
        String script = "startup_script /bin/true\nscript_user root\nenable_script_security\n";
        for (boolean kept : List.of(true, false)) {
            Configuration read = ConfigLoader
                    .loadText("t", "global_defs {\nuse_symlink_paths " + (kept ? "on" : "off") + "\n" + script + "}\n",
                            LoadOptions.test(host))
                    .configuration();
            assertEquals(kept ? "/bin/true" : "/usr/bin/true", read.global().scripts().startup().program());
        }
    }
}
