package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.keywords.ConfigBinder;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.lexer.ConfigReader;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.LinkSettings;
import org.jkeepalived.config.settings.SocketBuffers.AdvertPolicy;
import org.jkeepalived.config.syntax.TreeBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The keywords of global_defs about everything but the protocol, the words outside any block, and the blocks about links: what each sets, that what it
 * shows reads back, and that its example is accepted.
 */
class GlobalKeywordTest {
    private static final long SECOND = 1_000_000_000L;

    private record Effect(String path, String statement, Function<Configuration, Object> observed, Object expected) {
        String text() {
            String block = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
            return switch (block) {
                case "" -> statement + "\n";
                case "garp_group" -> "garp_group {\n" + (statement.startsWith("interface") ? "garp_interval 1\n" : "")
                        + statement + "\n}\n";
                default -> block + " {\n" + statement + "\n}\n";
            };
        }
    }

    private static Effect global(String statement, Function<GlobalSettings, Object> observed, Object expected) {
        return new Effect("global_defs/" + name(statement), statement, c -> observed.apply(c.global()), expected);
    }

    private static Effect top(String statement, Function<Configuration, Object> observed, Object expected) {
        return new Effect(name(statement), statement, observed, expected);
    }

    private static Effect group(String statement, Function<LinkSettings.GarpGroup, Object> observed, Object expected) {
        return new Effect("garp_group/" + name(statement), statement,
                c -> observed.apply(c.links().garpGroups().getFirst()), expected);
    }

    private static String name(String statement) {
        return statement.split("[ {\n]", 2)[0];
    }

    /** Paths of the keywords that have rows here. */
    static Set<String> covered() {
        return effects().stream().map(Effect::path).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Effect> effects() {
        List<Effect> all = new ArrayList<>(scheduling());
        all.addAll(scripts());
        all.addAll(interfaces());
        all.addAll(buffers());
        all.addAll(management());
        all.addAll(files());
        all.addAll(topLevel());
        return all;
    }

    private static List<Effect> scheduling() {
        return List.of(global("vrrp_priority -5", g -> g.processes().vrrp().nice(), -5),
                global("vrrp_rt_priority 40", g -> g.processes().vrrp().realtimePriority(), 40),
                global("vrrp_no_swap", g -> g.processes().vrrp().noSwap(), true),
                global("vrrp_cpu_affinity 1 0", g -> g.processes().vrrp().cpus(), List.of(0, 1)),
                global("vrrp_rlimit_rttime 1", g -> g.processes().vrrp().rttimeLimitMicros(), 2L),
                global("checker_priority 19", g -> g.processes().checker().nice(), 19),
                global("checker_rt_priority 1", g -> g.processes().checker().realtimePriority(), 1),
                global("checker_no_swap x", g -> g.processes().checker().noSwap(), true),
                global("checker_cpu_affinity 1", g -> g.processes().checker().cpus(), List.of(1)),
                global("checker_rlimit_rtime 4294967295", g -> g.processes().checker().rttimeLimitMicros(),
                        4_294_967_295L),
                global("checker_rlimit_rttime 9", g -> g.processes().checker().rttimeLimitMicros(), 9L),
                global("bfd_priority -20", g -> g.processes().bfd().nice(), -20),
                global("bfd_rt_priority 99", g -> g.processes().bfd().realtimePriority(), 99),
                global("bfd_no_swap", g -> g.processes().bfd().noSwap(), true),
                global("bfd_cpu_affinity 0 0", g -> g.processes().bfd().cpus(), List.of(0)),
                global("bfd_rlimit_rttime 30", g -> g.processes().bfd().rttimeLimitMicros(), 30L));
    }

    private static List<Effect> scripts() {
        return List.of(
                global("startup_script \"/usr/bin/true 'a b' \\\\\\x22c\\\\\\x22 '' $x\"",
                        g -> g.scripts().startup().arguments(), List.of("/usr/bin/true", "a b", "\"c\"", "", "$x")),
                global("startup_script_timeout 7", g -> g.scripts().startupTimeoutNanos(), 7 * SECOND),
                global("shutdown_script /usr/bin/true nobody nogroup", g -> g.scripts().shutdown().gid(), 65534),
                global("shutdown_script_timeout 1000", g -> g.scripts().shutdownTimeoutNanos(), 1000 * SECOND),
                global("use_symlink_paths", g -> g.scripts().symlinkPaths(), true),
                global("set_supplementary_groups on", g -> g.scripts().supplementaryGroups(), true),
                global("notify_fifo /run/f nobody", g -> g.fifos().all().path() + g.fifos().all().gid(), "/run/f65534"),
                global("notify_fifo_script \"/usr/bin/true x\"\nnotify_fifo /run/f",
                        g -> g.fifos().all().script().quoted(), "'/usr/bin/true' 'x'"),
                global("vrrp_notify_fifo /run/f", g -> g.fifos().vrrp().uid(), 0),
                global("vrrp_notify_fifo_script /usr/bin/true nobody\nvrrp_notify_fifo /run/f",
                        g -> g.fifos().vrrp().script().uid(), 65534),
                global("lvs_notify_fifo /run/f nobody root", g -> g.fifos().lvs().gid(), 0),
                global("lvs_notify_fifo_script /usr/bin/true\nlvs_notify_fifo /run/f",
                        g -> g.fifos().lvs().script().program(), "/usr/bin/true"),
                global("fifo_write_vrrp_states_on_reload", g -> g.fifos().statesOnReload(), true));
    }

    private static List<Effect> interfaces() {
        return List.of(global("vmac_prefix ab", g -> g.vmac().prefix() + g.vmac().addressPrefix(), "abab"),
                global("vmac_addr_prefix cd", g -> g.vmac().prefix() + g.vmac().addressPrefix(), "vrrpcd"),
                global("vrrp_garp_extra_if all 5", g -> g.vmac().garpIntervalNanos() + " " + g.vmac().garpOnAll(),
                        "5000000000 true"),
                global("disable_local_igmp", GlobalSettings::disableLocalIgmp, true),
                global("vrrp_iptables", g -> g.firewall().iptables().toString(),
                        "Iptables[inputChain=INPUT, outputChain=OUTPUT, sets=[keepalived, keepalived6, keepalived_if6,"
                                + " keepalived_igmp, keepalived_mld, keepalived_nd]]"),
                global("vrrp_ipsets a b\nvrrp_iptables in", g -> g.firewall().iptables().toString(),
                        "Iptables[inputChain=in, outputChain=null, sets=[a, b, a_if6, a_igmp, a_mld, a_nd]]"),
                global("vrrp_ipsets\nvrrp_iptables in out", g -> g.firewall().iptables().toString(),
                        "Iptables[inputChain=in, outputChain=out, sets=[]]"),
                global("nftables", g -> g.firewall().nftables(), "keepalived"),
                global("nftables vips", g -> g.firewall().nftables(), "vips"),
                global("nftables_priority -2147483648", g -> g.firewall().nftablesPriority(), Integer.MIN_VALUE),
                global("nftables_ifindex", g -> g.firewall().nftablesByIndex(), true),
                global("nftables_counters", g -> g.firewall().nftablesCounters(), true));
    }

    private static List<Effect> buffers() {
        return List
                .of(global("vrrp_netlink_cmd_rcv_bufs 5", g -> g.buffers().vrrpCommands().bytes(), 5L),
                        global("vrrp_netlink_cmd_rcv_bufs_force", g -> g.buffers().vrrpCommands().force(), true),
                        global("vrrp_netlink_monitor_rcv_bufs 4294967295", g -> g.buffers().vrrpMonitor().bytes(),
                                4_294_967_295L),
                        global("vrrp_netlink_monitor_rcv_bufs_force on", g -> g.buffers().vrrpMonitor().force(), true),
                        global("process_monitor_rcv_bufs 7", g -> g.buffers().processMonitor().bytes(), 7L),
                        global("process_monitor_rcv_bufs_force yes", g -> g.buffers().processMonitor().force(), true),
                        global("lvs_netlink_cmd_rcv_bufs 8", g -> g.buffers().lvsCommands().bytes(), 8L),
                        global("lvs_netlink_cmd_rcv_bufs_force true", g -> g.buffers().lvsCommands().force(), true),
                        global("lvs_netlink_monitor_rcv_bufs 0", g -> g.buffers().lvsMonitor().bytes(), 0L),
                        global("lvs_netlink_monitor_rcv_bufs_force no", g -> g.buffers().lvsMonitor().force(), false),
                        global("vrrp_rx_bufs_policy aDvErT", g -> g.buffers().adverts(), AdvertPolicy.ADVERT),
                        global("vrrp_rx_bufs_policy 65536",
                                g -> g.buffers().adverts() + " " + g.buffers().advertBytes(), "SIZE 65536"),
                        global("vrrp_rx_bufs_multiplier 9", g -> g.buffers().advertMultiplier(), 9L));
    }

    private static List<Effect> management() {
        return List.of(global("no_email_faults", g -> g.mail().withoutFaults(), true),
                global("no_checker_emails", g -> g.mail().withoutCheckers(), true),
                global("snmp_socket udp:192.0.2.1:705", g -> g.snmp().socket(), "udp:192.0.2.1:705"),
                global("enable_traps", g -> g.snmp().traps(), true),
                global("enable_snmp_vrrp", g -> g.snmp().vrrp(), true),
                global("enable_snmp_keepalived", g -> g.snmp().vrrp(), true),
                global("enable_snmp_rfc", g -> List.of(g.snmp().rfcV2(), g.snmp().rfcV3()), List.of(true, true)),
                global("enable_snmp_rfcv2", g -> List.of(g.snmp().rfcV2(), g.snmp().rfcV3()), List.of(true, false)),
                global("enable_snmp_rfcv3", g -> List.of(g.snmp().rfcV2(), g.snmp().rfcV3()), List.of(false, true)),
                global("enable_snmp_checker", g -> g.snmp().checker(), true),
                global("snmp_vs_stats_update_interval 2.5", g -> g.snmp().realServerAgeNanos(), 2_500_000_000L),
                global("snmp_rs_stats_update_interval 0.001", g -> g.snmp().realServerAgeNanos(), 1_000_000L),
                global("enable_dbus", g -> g.dbus().enabled(), true),
                global("dbus_service_name a.b", g -> g.dbus().serviceName(), "a.b"),
                global("dbus_no_interface_name none", g -> g.dbus().noInterfaceName(), "none"),
                global("include_check match +read", GlobalSettings::includeCheck,
                        new IncludeCheck(true, true, false, false)));
    }

    private static List<Effect> files() {
        return List.of(global("reload_check_config", g -> g.reloading().checkLog(), "/dev/null"),
                global("reload_check_config /tmp/a", g -> g.reloading().checkLog(), "/tmp/a"),
                global("reload_time_file /tmp/t", g -> g.reloading().timeFile(), "/tmp/t"),
                global("reload_repeat", g -> g.reloading().repeat(), true),
                global("reload_file", g -> g.reloading().markerFile(), ""),
                global("config_save_dir /etc/keepalived", g -> g.directories().savedConfigurations(),
                        "/etc/keepalived"),
                global("config_save_dir /etc/new", g -> g.directories().savedConfigurations(), "/etc/new"),
                global("tmp_config_directory /run", g -> g.directories().temporary(), "/run"),
                global("iproute_usr_dir /usr/lib/iproute2", g -> g.directories().iprouteUsr(), "/usr/lib/iproute2"),
                global("iproute_etc_dir /etc", g -> g.directories().iprouteEtc(), "/etc"),
                global("data_use_instance", g -> g.dumps().withInstance(), true),
                global("state_dump_file /run/", g -> g.dumps().state(), "/run/"),
                global("stats_dump_file /run/s", g -> g.dumps().stats(), "/run/s"),
                global("json_dump_file \"/run/a b\"", g -> g.dumps().json(), "/run/a b"),
                global("random_seed 4294967295", g -> g.randomSeed().orElseThrow(), 4_294_967_295L));
    }

    private static List<Effect> topLevel() {
        return List.of(top("net_namespace blue", c -> c.daemon().networkNamespace(), "blue"),
                top("net_namespace_ipvs", c -> c.daemon().ipvsNamespace(), ""),
                top("net_namespace_ipvs green", c -> c.daemon().ipvsNamespace(), "green"),
                top("namespace_with_ipsets", c -> c.daemon().ipsetsInNamespace(), true),
                top("instance a b", c -> c.daemon().instance(), "a"),
                top("use_pid_dir", c -> c.daemon().pidDirectory(), true),
                top("child_wait_time 0", c -> c.daemon().childWaitNanos(), 0L),
                top("linkbeat_use_polling", c -> c.links().polling(), true),
                top("linkbeat_interfaces {\n eth0 MII\n eth1\n}", c -> c.links().linkbeat().toString(),
                        "[Linkbeat[interfaceName=eth0, method=MII], Linkbeat[interfaceName=eth1, method=PROBE]]"),
                top("interface_up_down_delays {\n eth0 1.5\n eth1 0 0.25\n}", c -> c.links().delays().toString(),
                        "[LinkDelay[interfaceName=eth0, downNanos=1500000000, upNanos=0],"
                                + " LinkDelay[interfaceName=eth1, downNanos=0, upNanos=250000000]]"),
                top("garp_group {\n garp_interval 1\n}\ngarp_group {\n gna_interval 0\n}",
                        c -> c.links().garpGroups().size(), 2),
                group("garp_interval 1.5", LinkSettings.GarpGroup::garpIntervalNanos, 1_500_000_000L),
                group("gna_interval 0.000001", LinkSettings.GarpGroup::gnaIntervalNanos, 1_000L),
                group("interface eth0\ninterface eth1", LinkSettings.GarpGroup::interfaces, List.of("eth0", "eth1")),
                group("interfaces {\n eth1 eth0\n lo\n}", LinkSettings.GarpGroup::interfaces,
                        List.of("eth1", "eth0", "lo")));
    }

    private static String whole(String text) {
        return "global_defs {\nscript_user root\nenable_script_security\n}\n" + text;
    }

    private static LoadResult load(String text) {
        return ConfigLoader.loadText("test.conf", whole(text), LoadOptions.test(host()));
    }

    private static FakeHost host() {
        FakeHost host = new FakeHost().program("/usr/local/bin/changed", 0755, 0);
        for (String directory : List.of("/usr/local", "/usr/local/bin", "/run")) {
            host.files.put(directory, host.files.get("/usr"));
        }
        return host;
    }

    private static ConfigurationDraft draft(String text) {
        Findings findings = new Findings();
        TreeBuilder tree = new TreeBuilder(Language.grammar(), findings);
        new ConfigReader(findings, host(), "test", IncludeCheck.NONE, tree::take).readText("test.conf", whole(text));
        tree.end();
        return new ConfigBinder(findings, true, host(), Origins.none()).bind(tree.root());
    }

    @TestFactory
    Stream<DynamicTest> everyKeywordSetsWhatItSays() {
        return effects().stream().map(effect -> DynamicTest.dynamicTest(effect.statement.replace('\n', ';'), () -> {
            LoadResult result = load(effect.text());
            assertEquals(effect.expected, effect.observed.apply(result.configuration()),
                    () -> Loads.messages(result).toString());
            assertEquals(0, result.outcome().testExitCode(), () -> Loads.messages(result).toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatAKeywordShowsReadsBack() {
        return effects().stream().map(effect -> DynamicTest.dynamicTest(effect.statement.replace('\n', ';'), () -> {
            String shown = shown(draft(effect.text()));
            Configuration first = load(effect.text()).configuration();
            Configuration again = load(shown).configuration();
            assertEquals(first.toString(), again.toString(), shown);
            assertFalse(shown.isBlank());
        }));
    }

    /** Everything that the covered keywords show. */
    private static String shown(ConfigurationDraft draft) {
        StringBuilder out = new StringBuilder();
        for (Keyword<ConfigurationDraft> keyword : Language.keywords().all()) {
            if (keyword.body() instanceof Body.Own<ConfigurationDraft, ?> own) {
                blocks(keyword.name(), own, draft, out);
            } else {
                lines(keyword, draft, out);
            }
        }
        return out.toString();
    }

    private static <C> void blocks(String name, Body.Own<ConfigurationDraft, C> own, ConfigurationDraft draft,
            StringBuilder out) {
        for (C child : own.drafts(draft)) {
            out.append(name).append(" {\n");
            Keywords<C> inside = own.keywords();
            inside.all()
                    .stream()
                    .filter(keyword -> covered().contains(name + "/" + keyword.name()))
                    .forEach(keyword -> lines(keyword, child, out));
            out.append("}\n");
        }
    }

    private static <D> void lines(Keyword<D> keyword, D draft, StringBuilder out) {
        List<String> arguments = keyword.arguments(draft);
        if (keyword.type().kind() == org.jkeepalived.config.syntax.Grammar.Kind.LIST && !arguments.isEmpty()) {
            out.append(keyword.name()).append(" {\n").append(String.join("\n", arguments)).append("\n}\n");
        } else {
            arguments.forEach(words -> out.append(keyword.name()).append(' ').append(words).append('\n'));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAcceptedAndEveryDeclarationIsDocumented() {
        Stream<DynamicTest> outermost = Language.keywords()
                .all()
                .stream()
                .filter(keyword -> covered().contains(keyword.name()))
                .map(keyword -> DynamicTest.dynamicTest(keyword.name(), () -> check(keyword.name(), keyword)));
        Stream<DynamicTest> inner = Language.keywords()
                .all()
                .stream()
                .flatMap(block -> block.body()
                        .keywords()
                        .all()
                        .stream()
                        .filter(keyword -> covered().contains(block.name() + "/" + keyword.name()))
                        .map(keyword -> DynamicTest.dynamicTest(block.name() + ": " + keyword.name(),
                                () -> check(block.name() + "/" + keyword.name(), keyword))));
        return Stream.concat(outermost, inner);
    }

    private static void check(String path, Keyword<?> keyword) {
        assertTrue(keyword.documentation().endsWith("."), keyword.name());
        assertTrue(keyword.example().startsWith(keyword.name()), keyword.example());
        LoadResult result = load(new Effect(path, keyword.example(), _ -> null, null).text());
        assertEquals(0, result.outcome().testExitCode(), () -> Loads.messages(result).toString());
        assertFalse(Loads.codes(result).contains("unknown-keyword"));
    }

    @Test
    void everyKeywordOutsideABlockAndAboutLinksHasARowHere() {
        Set<String> declared = new TreeSet<>();
        for (Keyword<ConfigurationDraft> keyword : Language.keywords().all()) {
            boolean block = keyword.body() instanceof Body.Own<?, ?> || keyword.body() instanceof Body.OwnEntries<?, ?>;
            if (!block && !keyword.name().startsWith("static_")) {
                declared.add(keyword.name());
            } else if (keyword.name().equals("garp_group")) {
                keyword.body().keywords().all().forEach(inside -> declared.add("garp_group/" + inside.name()));
            }
        }
        declared.removeAll(covered());
        assertEquals(Set.of(), declared);
    }
}
