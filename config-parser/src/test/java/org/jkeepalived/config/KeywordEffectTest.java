package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.ScriptSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every declared keyword: its example is accepted, and what it sets is seen in the settings. A keyword without a row here fails the build. */
class KeywordEffectTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Pattern SOURCE = Pattern.compile("track_(file|process|bfd)");

    record Effect(
            String block,
            String keyword,
            String statement,
            Function<LoadResult, Object> observed,
            Object expected) {}

    private static Effect global(String statement, Function<GlobalSettings, Object> observed, Object expected) {
        return new Effect("global_defs", name(statement), statement, r -> observed.apply(r.configuration().global()),
                expected);
    }

    static Effect instance(String statement, Function<InstanceSettings, Object> observed, Object expected) {
        return new Effect("vrrp_instance", name(statement), statement, r -> observed.apply(Loads.only(r)), expected);
    }

    private static Effect script(String statement, Function<ScriptSettings, Object> observed, Object expected) {
        return new Effect("vrrp_script", name(statement), statement,
                r -> observed.apply(r.configuration().scripts().getFirst()), expected);
    }

    private static Effect group(String statement, Function<SyncGroupSettings, Object> observed, Object expected) {
        return new Effect("vrrp_sync_group", name(statement), statement,
                r -> observed.apply(r.configuration().syncGroups().getFirst()), expected);
    }

    private static String name(String statement) {
        return statement.split("[ {\n]", 2)[0];
    }

    static List<Effect> effects() {
        List<Effect> all = new ArrayList<>(globals());
        all.addAll(mailAndProcess());
        all.addAll(instances());
        all.addAll(instanceAddresses());
        all.addAll(InstanceLinkKeywordTest.effects());
        all.addAll(LvsKeywordTest.effects());
        all.addAll(scripts());
        all.addAll(groups());
        return all;
    }

    private static List<Effect> globals() {
        return List.of(global("router_id LB", GlobalSettings::routerId, "LB"),
                global("script_user root", GlobalSettings::scriptUser, "root"),
                global("enable_script_security", GlobalSettings::scriptSecurity, true),
                global("default_interface eth1", GlobalSettings::defaultInterface, "eth1"),
                global("dynamic_interfaces allow_if_changes", g -> g.dynamicInterfaces() && g.allowInterfaceChanges(),
                        true),
                global("log_unknown_vrids", GlobalSettings::logUnknownVrids, true),
                global("vrrp_version 3", GlobalSettings::vrrpVersion, 3),
                global("vrrp_strict", GlobalSettings::strict, true),
                global("vrrp_skip_check_adv_addr no", GlobalSettings::skipCheckAdvAddr, false),
                global("vrrp_check_unicast_src", GlobalSettings::checkUnicastSource, true),
                global("vrrp_mcast_group4 224.0.0.19", g -> g.mcastGroup4().toString(), "224.0.0.19"),
                global("vrrp_mcast_group6 ff02::13", g -> g.mcastGroup6().toString(), "ff02::13"),
                global("vrrp_startup_delay 5.5", GlobalSettings::startupDelayNanos, 5_500_000_000L),
                global("vrrp_delay_after_boot 160", GlobalSettings::startupDelayNanos, 60 * SECOND),
                global("vrrp_lower_prio_no_advert", GlobalSettings::lowerPrioNoAdvert, true),
                global("vrrp_higher_prio_send_advert on", GlobalSettings::higherPrioSendAdvert, true),
                global("vrrp_owner_ignore_adverts", GlobalSettings::ownerIgnoreAdverts, true),
                global("vrrp_down_timer_adverts 4", GlobalSettings::downTimerAdverts, 4),
                global("vrrp_notify_priority_changes", GlobalSettings::notifyPriorityChanges, true),
                global("v3_checksum_as_v2", GlobalSettings::v3ChecksumAsV2, true),
                global("vrrp_garp_master_delay 7",
                        g -> List.of(g.garp().masterDelayNanos(), g.garp().lowerPrioDelayNanos()),
                        List.of(7 * SECOND, 7 * SECOND)),
                global("vrrp_garp_master_repeat 2", g -> List.of(g.garp().masterRepeat(), g.garp().lowerPrioRepeat()),
                        List.of(2, 2)),
                global("vrrp_garp_master_refresh 60", g -> g.garp().masterRefreshNanos(), 60 * SECOND),
                global("vrrp_garp_master_refresh_repeat 3", g -> g.garp().masterRefreshRepeat(), 3),
                global("vrrp_garp_lower_prio_delay 0",
                        g -> List.of(g.garp().masterDelayNanos(), g.garp().lowerPrioDelayNanos()),
                        List.of(5 * SECOND, 0L)),
                global("vrrp_garp_lower_prio_repeat 0", g -> g.garp().lowerPrioRepeat(), 0),
                global("vrrp_garp_interval 0.000001", GlobalSettings::garpIntervalNanos, 1_000L),
                global("vrrp_gna_interval .5", GlobalSettings::gnaIntervalNanos, 500_000_000L), global("vrrp_min_garp",
                        g -> List.of(g.garp().masterRepeat(), g.garp().masterDelayNanos()), List.of(1, 0L)));
    }

    private static List<Effect> mailAndProcess() {
        return List.of(global("notification_email {\n a@b\n c@d\n}", g -> g.mail().recipients(), List.of("a@b", "c@d")),
                global("notification_email_from x@y", g -> g.mail().from(), "x@y"),
                global("smtp_server mail.example.com 587", g -> g.mail().server() + ":" + g.mail().port(),
                        "mail.example.com:587"),
                global("smtp_helo_name me", g -> g.mail().heloName(), "me"),
                global("smtp_connect_timeout 9", g -> g.mail().connectTimeoutNanos(), 9 * SECOND),
                global("smtp_alert", g -> g.mail().alert(), true),
                global("smtp_alert_vrrp off", g -> g.mail().alertVrrp(), false),
                global("process_names", g -> g.processes().names().fixed(), true),
                global("process_name a", g -> g.processes().names().parent(), "a"),
                global("vrrp_process_name b", g -> g.processes().names().vrrp(), "b"),
                global("checker_process_name c", g -> g.processes().names().checker(), "c"),
                global("bfd_process_name e", g -> g.processes().names().bfd(), "e"),
                global("max_auto_priority -1", GlobalSettings::maxAutoPriority, -1),
                global("min_auto_priority_delay 10", GlobalSettings::minAutoPriorityDelayNanos, 10_000L),
                global("umask 022", GlobalSettings::umask, 022),
                global("json_version 2", GlobalSettings::jsonVersion, 2));
    }

    private static List<Effect> instances() {
        return List.of(instance("state BACKUP", InstanceSettings::state, InitialState.BACKUP),
                instance("virtual_router_id 7", InstanceSettings::virtualRouterId, 7),
                instance("priority 010", InstanceSettings::priority, 10),
                instance("advert_int 3", InstanceSettings::advertIntervalNanos, 3 * SECOND),
                instance("nopreempt", InstanceSettings::nopreempt, true),
                instance("preempt", InstanceSettings::nopreempt, false),
                instance("preempt_delay 30", InstanceSettings::preemptDelayNanos, 30 * SECOND),
                instance("authentication {\n auth_type PASS\n auth_pass secret\n}", InstanceSettings::password,
                        "secret"),
                instance("down_timer_adverts 5", InstanceSettings::downTimerAdverts, 5),
                instance("lower_prio_no_advert", InstanceSettings::lowerPrioNoAdvert, true),
                instance("higher_prio_send_advert yes", InstanceSettings::higherPrioSendAdvert, true),
                instance("owner_ignore_adverts\npriority 255", InstanceSettings::ownerIgnoreAdverts, true),
                instance("version 3", InstanceSettings::version, 3),
                instance("native_ipv6\nno_virtual_ipaddress", i -> i.family().label() + i.version(), "IPv63"),
                instance("skip_check_adv_addr false", InstanceSettings::skipCheckAdvAddr, true),
                instance("strict_mode", InstanceSettings::strict, true),
                instance("accept", InstanceSettings::accept, true),
                instance("v3_checksum_as_v2", InstanceSettings::v3ChecksumAsV2, true),
                instance("debug 4", InstanceSettings::debug, 4),
                instance("smtp_alert", InstanceSettings::smtpAlert, true),
                instance("notify_priority_changes", InstanceSettings::notifyPriorityChanges, true),
                instance("garp_master_delay 0", i -> i.garp().masterDelayNanos(), 0L),
                instance("garp_master_repeat 1", i -> i.garp().masterRepeat(), 1),
                instance("garp_master_refresh 9", i -> i.garp().masterRefreshNanos(), 9 * SECOND),
                instance("garp_master_refresh_repeat 2", i -> i.garp().masterRefreshRepeat(), 2),
                instance("garp_lower_prio_delay 8", i -> i.garp().lowerPrioDelayNanos(), 8 * SECOND),
                instance("garp_lower_prio_repeat 4294967", i -> i.garp().lowerPrioRepeat(), 4294967),
                instance("track_interface {\n eth1 weight 3 reverse\n}", i -> i.trackInterfaces().toString(),
                        "[TrackedInterface[name=eth1, weight=3, reverse=true]]"),
                instance("track_script {\n S weight 9\n}", i -> i.trackScripts().toString(),
                        "[TrackedScript[name=S, weight=9, reverse=false]]"),
                instance("track_file {\n load weight 3\n}", i -> i.trackSources().files().toString(),
                        "[TrackedSource[name=load, weight=3, reverse=false]]"),
                instance("track_process {\n nginx\n}", i -> i.trackSources().processes().getFirst().name(), "nginx"),
                instance("track_bfd {\n peer weight -3 reverse\n}", i -> i.trackSources().sessions().toString(),
                        "[TrackedSource[name=peer, weight=-3, reverse=true]]"),
                instance("notify_master /usr/bin/true", i -> i.notifyScripts().master().arguments(),
                        List.of("/usr/bin/true")),
                instance("notify_backup \"/usr/bin/true a\"", i -> i.notifyScripts().backup().quoted(),
                        "'/usr/bin/true' 'a'"),
                instance("notify_fault /usr/bin/true nobody", i -> i.notifyScripts().fault().uid(), 65534),
                instance("notify_stop /usr/bin/true root nogroup", i -> i.notifyScripts().stop().gid(), 65534),
                instance("notify /usr/bin/true", i -> i.notifyScripts().any().user(), "root"),
                instance("notify_master_rx_lower_pri /usr/bin/true",
                        i -> i.notifyScripts().masterReceivesLower().program(), "/usr/bin/true"),
                instance("notify_deleted",
                        i -> i.notifyScripts().reportDeleted() && i.notifyScripts().deleted() == null, true));
    }

    private static List<Effect> instanceAddresses() {
        return List.of(instance("interface eth1", InstanceSettings::interfaceName, "eth1"),
                instance("dont_track_primary", InstanceSettings::trackPrimary, false),
                instance("virtual_ipaddress {\n 10.0.0.1/24 dev eth1\n}", i -> i.addresses().getLast().interfaceName(),
                        "eth1"),
                instance("virtual_ipaddress_excluded {\n 2001:db8::1/64\n}",
                        i -> i.excludedAddresses().getFirst().prefixLength(), 64),
                instance("virtual_routes {\n default via 10.0.0.254 table 7\n}", i -> i.routes().getFirst().asWritten(),
                        "0.0.0.0/0 table 7 via 10.0.0.254"),
                instance("virtual_rules {\n from 10.0.0.0/8 table 7 preference 9\n}",
                        i -> i.rules().getFirst().asWritten(), "from 10.0.0.0/8 preference 9 table 7"),
                instance("no_virtual_ipaddress", i -> i.addresses().size(), 0),
                instance("mcast_src_ip 10.0.0.9", i -> i.sourceAddress().toString(), "10.0.0.9"),
                instance("unicast_src_ip 10.0.0.9\nunicast_peer {\n 10.0.0.8\n}", i -> i.sourceAddress().toString(),
                        "10.0.0.9"),
                instance("track_src_ip", InstanceSettings::trackSourceAddress, true),
                instance("mcast_dst_ip 224.0.0.99", i -> i.multicastDestination().toString(), "224.0.0.99"),
                instance("unicast_peer {\n 10.0.0.8 min_ttl 3 max_ttl 9\n}",
                        i -> i.unicastPeers().getFirst().toString(),
                        "UnicastPeer[address=10.0.0.8, minTtl=3, maxTtl=9]"),
                instance("unicast_ttl 5\nunicast_peer {\n 10.0.0.8\n}", InstanceSettings::unicastTtl, 5),
                instance("unicast_fault_no_peer\nunicast_src_ip 10.0.0.9", InstanceSettings::unicastFault, true),
                instance("check_unicast_src\nunicast_peer {\n 10.0.0.8\n}", InstanceSettings::checkUnicastSource,
                        true));
    }

    private static List<Effect> scripts() {
        return List.of(
                script("script \"/usr/bin/true x\"", s -> s.command().arguments(), List.of("/usr/bin/true", "x")),
                script("interval 1.5", ScriptSettings::intervalNanos, 1_500_000_000L),
                script("timeout 3", ScriptSettings::timeoutNanos, 3 * SECOND),
                script("weight -7 reverse", s -> s.weight() + " " + s.reverse(), "-7 true"),
                script("rise 2", ScriptSettings::rise, 2), script("fall 3", ScriptSettings::fall, 3),
                script("user nobody nogroup", s -> s.command().uid(), 65534),
                script("init_fail", ScriptSettings::initFail, true));
    }

    private static List<Effect> groups() {
        return List.of(group("group {\n VI\n V2\n}", SyncGroupSettings::members, List.of("VI", "V2")),
                new Effect("track_group", "group", "group {\n VI\n V2\n}",
                        r -> r.configuration().statics().trackGroups().getFirst().members(), List.of("VI", "V2")),
                group("sync_group_tracking_weight", SyncGroupSettings::trackingWeight, true),
                group("global_tracking", SyncGroupSettings::trackingWeight, true),
                group("smtp_alert", SyncGroupSettings::smtpAlert, true),
                group("notify_priority_changes", SyncGroupSettings::notifyPriorityChanges, true),
                group("track_interface {\n eth1\n}", g -> g.trackInterfaces().size(), 1),
                group("track_script {\n S\n}", g -> g.trackScripts().getFirst().name(), "S"),
                group("track_file {\n load\n}", g -> g.trackSources().files().getFirst().weight(), 1),
                group("track_process {\n nginx\n}", g -> g.trackSources().processes().getFirst().weight(), 0),
                group("track_bfd {\n peer\n}", g -> g.trackSources().sessions().getFirst().name(), "peer"),
                group("notify_master /usr/bin/true", g -> g.notifyScripts().master().program(), "/usr/bin/true"),
                group("notify_backup /usr/bin/true", g -> g.notifyScripts().backup().program(), "/usr/bin/true"),
                group("notify_fault /usr/bin/true", g -> g.notifyScripts().fault().program(), "/usr/bin/true"),
                group("notify_stop /usr/bin/true", g -> g.notifyScripts().stop().program(), "/usr/bin/true"),
                group("notify /usr/bin/true", g -> g.notifyScripts().any().program(), "/usr/bin/true"));
    }

    /** A whole file around one statement. */
    static String file(String block, String statement) {
        String script = block.equals("vrrp_script") ? statement : "";
        String command = statement.startsWith("script ") ? "" : "script /usr/bin/true\n";
        String members = block.equals("vrrp_sync_group") && !statement.startsWith("group")
                ? "group {\nVI\nV2\n}\n"
                : "";
        String instance = block.equals("vrrp_instance") ? statement : "";
        String base = statement.startsWith("native_ipv6") ? "virtual_router_id 51\ninterface eth0\n" : Loads.INSTANCE;
        base = statement.startsWith("no_virtual_ipaddress") ? "virtual_router_id 51\ninterface eth0\n" : base;
        boolean tracks = statement.startsWith("track_script");
        return "global_defs {\nscript_user root\nenable_script_security\n"
                + (block.equals("global_defs") ? statement : "") + "\n}\n"
                + (SOURCE.matcher(statement).lookingAt()
                        ? "track_file load {\nfile /etc/load\n}\nvrrp_track_process nginx {\nprocess nginx\n}\n"
                                + "bfd_instance peer {\nneighbor_ip 192.0.2.2\n}\n"
                        : "")
                + (block.equals("vrrp_script") || tracks
                        ? "vrrp_script S {\n" + command + script + "\n}\nvrrp_script chk {\nscript /usr/bin/true\n}\n"
                        : "")
                + "vrrp_instance VI {\n" + base + instance + "\n"
                + (block.equals("vrrp_script") ? "track_script {\nS\nchk\n}\n" : "") + "}\n"
                + "vrrp_instance V2 {\nvirtual_router_id 52\ninterface eth0\nvirtual_ipaddress {\n10.99.0.102\n}\n}\n"
                + (block.equals("vrrp_sync_group") ? "vrrp_sync_group G {\n" + members + statement + "\n}\n" : "")
                + (block.equals("track_group") ? "track_group TG {\n" + statement + "\n}\n" : "");
    }

    /** A machine with the programs that rows and examples name. */
    static FakeHost host() {
        FakeHost host = new FakeHost().program("/usr/local/bin/changed", 0755, 0).program("/usr/bin/pgrep", 0755, 0);
        for (String directory : List.of("/usr/local", "/usr/local/bin")) {
            host.files.put(directory, host.files.get("/usr"));
        }
        host.interfaces.add("vrf-blue");
        return host;
    }

    private static LoadResult load(String block, String statement) {
        return ConfigLoader.loadText("test.conf", file(block, statement), LoadOptions.test(host()));
    }

    @TestFactory
    Stream<DynamicTest> everyKeywordSetsWhatItSays() {
        return effects().stream()
                .map(effect -> DynamicTest.dynamicTest(effect.block + ": " + effect.statement.replace('\n', ';'),
                        () -> {
                            LoadResult result = load(effect.block, effect.statement);
                            assertEquals(effect.expected, effect.observed.apply(result),
                                    () -> Loads.messages(result).toString());
                        }));
    }

    @Test
    void everyDeclaredKeywordHasARowHere() {
        Set<String> declared = new TreeSet<>();
        blocks().forEach(block -> block.body()
                .keywords()
                .all()
                .forEach(keyword -> declared.add(block.name() + "/" + keyword.name())));
        Set<String> tested = new TreeSet<>();
        effects().forEach(effect -> tested.add(effect.block + "/" + effect.keyword));
        declared.removeAll(GlobalKeywordTest.covered());
        assertEquals(declared, tested);
    }

    /** The blocks that have rows here; other tests have the rows of the others. */
    private static Stream<Keyword<ConfigurationDraft>> blocks() {
        Set<String> names = effects().stream().map(Effect::block).collect(Collectors.toSet());
        return Language.keywords().all().stream().filter(block -> names.contains(block.name()));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAcceptedAndEveryDeclarationIsDocumented() {
        return blocks().flatMap(block -> block.body()
                .keywords()
                .all()
                .stream()
                .filter(keyword -> !GlobalKeywordTest.covered().contains(block.name() + "/" + keyword.name()))
                .map(keyword -> DynamicTest.dynamicTest(block.name() + ": " + keyword.name(),
                        () -> check(block.name(), keyword))));
    }

    private static void check(String block, Keyword<?> keyword) {
        assertTrue(keyword.documentation().endsWith("."), keyword.name());
        assertFalse(keyword.type().accepts().isBlank() && !(keyword.body() instanceof Body.Own<?, ?>), keyword.name());
        assertTrue(keyword.example().startsWith(keyword.name()), keyword.example());
        String example = switch (keyword.name()) {
            case "unicast_src_ip", "unicast_ttl", "check_unicast_src", "old_unicast_checksum" ->
                    keyword.example() + "\nunicast_peer {\n192.0.2.2\n}";
            case "group" -> keyword.example().replace("VI", "VI\n  V2");
            case "vmac_xmit_base" -> "vmac_xmit_base\nuse_vmac";
            case "timer_expired_backup" -> keyword.example() + "\nnopreempt";
            case "native_ipv6" -> "native_ipv6\nno_virtual_ipaddress";
            case "owner_ignore_adverts" -> keyword.example() + "\npriority 255";
            default -> keyword.example();
        };
        LoadResult result = load(block, example);
        boolean deprecated = Set.of("global_tracking", "linkbeat_use_polling", "lvs_sync_daemon_interface", "vrf")
                .contains(keyword.name());
        assertEquals(List.of(),
                result.diagnostics().stream().filter(d -> d.exitClass() != ExitClass.NOTICE && !deprecated).toList());
    }
}
