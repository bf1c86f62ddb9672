package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.Test;

/** Rules that span several keywords of an instance. */
class InstanceRulesTest {
    private static final String AUTH = "authentication {\n auth_type PASS\n auth_pass abc\n}";

    private static void ends(LoadResult result, String message) {
        assertEquals(List.of(message), keepalivedsWords(result));
        assertEquals(5, result.outcome().testExitCode());
        assertEquals(2, result.outcome().startExitCode());
    }

    private static void reports(LoadResult result, String... messages) {
        assertEquals(List.of(messages), keepalivedsWords(result));
        assertEquals(5, result.outcome().testExitCode());
        assertTrue(result.outcome().starts());
    }

    /** All but our own advice. */
    private static List<String> keepalivedsWords(LoadResult result) {
        return result.diagnostics().stream().filter(finding -> !finding.advice()).map(Diagnostic::message).toList();
    }

    @Test
    void stateMasterWithoutAPriorityImplies255AndPriority255ImpliesMaster() {
        assertEquals(255, Loads.only(Loads.instance("state MASTER")).priority());
        assertEquals(InitialState.MASTER, Loads.only(Loads.instance("priority 255")).state());
        assertEquals(InitialState.BACKUP, Loads.only(Loads.instance("state BACKUP", "priority 255")).state());
        InstanceSettings plain = Loads.only(Loads.instance());
        assertEquals(100, plain.priority());
        assertEquals(InitialState.BACKUP, plain.state());
    }

    @Test
    void anUnknownStateBecomesBackup() {
        LoadResult result = Loads.instance("state EQUAL");
        reports(result, "(VI) unknown state 'EQUAL', defaulting to BACKUP");
        assertEquals(InitialState.BACKUP, Loads.only(result).state());
    }

    @Test
    void aMissingRouterIdEndsTheStart() {
        ends(Loads.test("vrrp_instance VI {\ninterface eth0\nvirtual_ipaddress {\n10.0.0.1\n}\n}\n"),
                "(VI) the virtual router id must be set");
    }

    @Test
    void aMissingInterfaceEndsTheStart() {
        ends(Loads.test("vrrp_instance VI {\nvirtual_router_id 1\nvirtual_ipaddress {\n10.0.0.1\n}\n}\n"),
                "(VI) Unknown interface!");
        ends(Loads.instance("interface zz9"), "WARNING - interface zz9 for vrrp_instance VI doesn't exist");
    }

    @Test
    void withDynamicInterfacesAMissingInterfaceIsAllowed() {
        LoadResult result = Loads.test("global_defs {\ndynamic_interfaces\n}\nvrrp_instance VI {\n" + Loads.INSTANCE
                + "interface zz9\ntrack_interface {\nzz8\n}\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertFalse(Loads.only(result).interfaceExists());
    }

    @Test
    void aUnicastSourceAddressCanNameTheInterface() {
        FakeHost host = new FakeHost();
        host.addresses.put(IpAddress.parse("10.0.0.1"), "eth1");
        LoadResult result = ConfigLoader.loadText("t",
                "vrrp_instance VI {\nvirtual_router_id 1\nunicast_src_ip 10.0.0.1\nunicast_peer {\n10.0.0.2\n}\n"
                        + "virtual_ipaddress {\n10.0.0.9\n}\n}\n",
                LoadOptions.test(host));
        assertEquals("eth1", Loads.only(result).interfaceName());
    }

    @Test
    void aLoopbackInterfaceIsIgnored() {
        LoadResult result = Loads.instance("interface lo");
        assertEquals(
                List.of("(VI) cannot use a loopback interface (lo) for vrrp - ignoring", "(VI) Unknown interface!"),
                Loads.messages(result));
    }

    @Test
    void twoInstancesMustNotShareARouterIdOnAnInterface() {
        String two = "vrrp_instance V2 {\n" + Loads.INSTANCE.replace("10.99.0.100", "%s") + "%s}\n";
        String one = "vrrp_instance VI {\n" + Loads.INSTANCE + "}\n";
        ends(Loads.test(one + two.formatted("10.99.0.101", "")),
                "VI and V2 both use VRID 51 with IPv4 on interface eth0");
        assertEquals(List.of(), Loads.messages(Loads.test(one + two.formatted("fe80::1", ""))));
        assertEquals(List.of(), Loads.messages(Loads.test(one + two.formatted("10.99.0.101", "interface eth1\n"))));
        assertEquals(List.of(),
                Loads.messages(Loads.test(one + two.formatted("10.99.0.101", "mcast_dst_ip 224.0.0.99\n"))));
    }

    @Test
    void authenticationIsIgnoredInVersion3AndStrictModeAndWithoutAPassword() {
        reports(Loads.instance("version 3", AUTH), "(VI) VRRP version 3 does not support authentication. Ignoring.");
        LoadResult strict = Loads.instance("strict_mode", AUTH);
        reports(strict, "(VI) Strict mode does not support authentication. Ignoring.");
        assertNull(Loads.only(strict).password());
        reports(Loads.instance("authentication {\nauth_type PASS\n}"),
                "(VI) Authentication specified but no password given. Ignoring");
        assertEquals(List.of(), Loads.messages(Loads.instance("authentication {\nauth_pass x\n}")));
        reports(Loads.instance("authentication {\nauth_type MD5\nauth_pass x\n}"),
                "(VI) unknown authentication type 'MD5'");
    }

    @Test
    void aPasswordOfMoreThanEightCharactersIsTruncated() {
        LoadResult result = Loads.instance("authentication {\nauth_type PASS\nauth_pass 123456789\n}");
        reports(result, "Truncating auth_pass to 8 characters");
        assertEquals("12345678", Loads.only(result).password());
    }

    @Test
    void nopreemptNeedsAnInitialStateOfBackupAndNoOwner() {
        LoadResult master = Loads.instance("state MASTER", "priority 100", "nopreempt");
        reports(master, "(VI) Warning - nopreempt will not work with initial state MASTER - clearing");
        assertFalse(Loads.only(master).nopreempt());
        reports(Loads.instance("state MASTER", "nopreempt"),
                "(VI) nopreempt is incompatible with priority 255. resetting nopreempt");
    }

    @Test
    void preemptDelayIsClearedWithMasterNopreemptAndStrictMode() {
        reports(Loads.instance("state MASTER", "priority 90", "preempt_delay 5"),
                "(VI) Warning - preempt delay will not work with initial state MASTER - clearing");
        reports(Loads.instance("preempt_delay 5", "nopreempt"),
                "(VI) preempt_delay is incompatible with nopreempt mode - resetting");
        LoadResult strict = Loads.instance("strict_mode", AUTH, "nopreempt", "preempt_delay 4", "state MASTER",
                "priority 100");
        reports(strict, "(VI) State MASTER must match being address owner",
                "(VI) Strict mode does not support authentication. Ignoring.",
                "(VI) preempt_delay is incompatible with strict mode - resetting",
                "(VI) preempt_delay is incompatible with nopreempt mode - resetting");
        assertEquals(0, Loads.only(strict).preemptDelayNanos());
    }

    @Test
    void version2RoundsToSecondsAndVersion3ToTenMilliseconds() {
        LoadResult v2 = Loads.instance("advert_int 1.5");
        reports(v2, "(VI) VRRPv2 advertisement interval 1.500000s must be an integer. rounding");
        assertEquals(2_000_000_000L, Loads.only(v2).advertIntervalNanos());
        assertEquals(1_000_000_000L, Loads.only(Loads.instance("advert_int 0.1")).advertIntervalNanos());
        LoadResult v3 = Loads.instance("version 3", "advert_int 0.123");
        reports(v3, "(VI) VRRPv3 advertisement interval 0.123000s must be in units of 10ms - rounding");
        assertEquals(120_000_000L, Loads.only(v3).advertIntervalNanos());
        LoadResult large = Loads.instance("version 3", "advert_int 60");
        reports(large,
                "(VI) VRRPv3 advertisement interval 60.00s is out of range. Must be less than 40.96s. Setting to 40.95s");
        assertEquals(40_950_000_000L, Loads.only(large).advertIntervalNanos());
    }

    @Test
    void ipv6ForcesVersion3AndTheFirstAddressDecidesTheFamily() {
        LoadResult six = Loads.test(
                "vrrp_instance VI {\nvirtual_router_id 51\nversion 2\ninterface eth0\nvirtual_ipaddress {\nfe80::1\n10.0.0.1\n}\n}\n");
        reports(six, "(VI): address family must match VRRP instance [10.0.0.1] - ignoring");
        assertEquals(3, Loads.only(six).version());
        assertEquals(AddressFamily.IPV6, Loads.only(six).family());
        assertEquals("ff02::12", Loads.only(six).multicastDestination().toString());
        reports(Loads.instance("native_ipv6"), "(VI) Cannot specify native_ipv6 with IPv4 addresses");
        reports(Loads.instance("version 2", "version 3"),
                "(VI) vrrp_version 3 conflicts with configured or deduced version 2; ignoring.");
    }

    @Test
    void noAddressIsSensibleInVersion2AndRequiredInVersion3AndStrictMode() {
        String empty = "vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\n%s\n}\n";
        reports(Loads.test(empty.formatted("")), "(VI) No VIP specified; at least one is sensible");
        ends(Loads.test(empty.formatted("version 3")), "(VI) No VIP specified; at least one is required");
        ends(Loads.test(empty.formatted("strict_mode")), "(VI) No VIP specified; at least one is required");
    }

    @Test
    void moreAddressesThanAnAdvertHoldsMoveToTheExcludedOnes() {
        LoadResult four = Loads.test("vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\nvirtual_ipaddress {\n"
                + IntStream.range(0, 260)
                        .mapToObj(i -> "10.9." + i / 250 + "." + (i % 250 + 1))
                        .collect(Collectors.joining("\n"))
                + "\n}\n}\n");
        reports(four,
                "(VI) Number of VIPs (260) exceeds maximum/space available in packet (max 255 addresses) - excess moved to eVIPs");
        assertEquals(255, Loads.only(four).addresses().size());
        assertEquals(5, Loads.only(four).excludedAddresses().size());
        LoadResult six = Loads.test("vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\nvirtual_ipaddress {\n"
                + IntStream.range(1, 101).mapToObj(i -> "fe80::" + i).collect(Collectors.joining("\n")) + "\n}\n}\n");
        reports(six,
                "(VI) Number of VIPs (100) exceeds maximum/space available in packet (max 89 addresses) - excess moved to eVIPs");
    }

    @Test
    void unicastKeywordsWithoutPeersFallBackToMulticast() {
        String deprecated = "(VI) A unicast keyword has been specified without any unicast peers. Defaulting to multicast. "
                + "This usage is deprecated - please update your configuration.";
        reports(Loads.instance("unicast_src_ip 10.0.0.1"), deprecated);
        reports(Loads.instance("unicast_peer {\n}"), deprecated);
        reports(Loads.instance("check_unicast_src"), deprecated);
        reports(Loads.instance("unicast_ttl 20"), "(VI): Cannot use unicast_ttl without unicast peers - resetting");
        assertEquals(List.of(), Loads.messages(Loads.instance("unicast_fault_no_peer")));
    }

    @Test
    void peersAreReadWithTheirOptions() {
        LoadResult result = Loads.instance("unicast_peer {", "10.0.0.2", "10.0.0.2", "fe80::2", "bad",
                "10.0.0.3 min_ttl 5 max_ttl 3", "10.0.0.4 foo 3", "10.0.0.5 min_ttl", "10.0.0.6 min_ttl abc", "}",
                "mcast_dst_ip 224.0.0.19");
        assertEquals(List.of("(VI) duplicate unicast peer 10.0.0.2 - ignoring",
                "Configuration error: VRRP instance[VI] and unicast peer address[fe80::2] MUST be of the same family !!! Skipping...",
                "Configuration error: VRRP instance[VI] malformed unicast peer address[bad]. Skipping...",
                "(VI) min_ttl 5 > max_ttl 3 - all packets will be discarded", "(VI) unknown unicast_peer option foo",
                "(VI) min_ttl is missing a value", "invalid number 'abc'",
                "(VI) multicast destination specified with unicast - ignoring"), Loads.messages(result));
        assertEquals(5, Loads.only(result).unicastPeers().size());
        assertTrue(Loads.only(result).unicast());
    }

    @Test
    void aPrefixBehindASourceOrPeerAddressCountsForNothing() {
        LoadResult result = Loads.instance("unicast_src_ip 10.0.0.1/24", "unicast_peer {", "10.0.0.2/24", "}");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals("10.0.0.2", Loads.only(result).unicastPeers().getFirst().address().toString());
    }

    @Test
    void strictModeResetsAcceptInVersion2AndWantsALinkLocalIpv6Address() {
        reports(Loads.instance("strict_mode", "accept"),
                "(VI) warning - accept mode for VRRP version 2 does not comply with RFC3768 - resetting");
        assertTrue(Loads.only(Loads.instance("strict_mode", "accept", "version 3")).accept());
        assertTrue(Loads.only(Loads.instance()).accept());
        reports(Loads.test(
                "vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\nstrict_mode\nvirtual_ipaddress {\n2001:db8::1\n}\n}\n"),
                "(VI) the first IPv6 VIP address must be link local");
    }

    @Test
    void trackedInterfacesAreChecked() {
        LoadResult result = Loads.instance("track_interface {", "eth0", "eth1 weight 254", "eth1", "ens33 weight abc",
                "enp0s3 foo 3", "ens160 weight", "}");
        assertEquals(List.of("(VI) weight for eth1 cannot be +/-254. Setting to +/-253",
                "(VI) duplicate track_interface eth1 - ignoring", "invalid number 'abc'",
                "(VI) weight abc for ens33 must be between [-253..253] inclusive. Ignoring...",
                "(VI) unknown track_interface enp0s3 option foo - ignoring",
                "(VI) weight without value specified for track_interface ens160 - ignoring",
                "(VI) Ignoring track_interface eth0 since own interface"), Loads.messages(result));
        assertEquals(List.of(253, 0), Loads.only(result).trackInterfaces().stream().map(t -> t.weight()).toList());
        ends(Loads.instance("track_interface {", "zz9", "}"), "(VI) tracked interface zz9 doesn't exist");
    }

    @Test
    void weightsOfAnOwnerAreIgnored() {
        LoadResult result = Loads.instance("track_interface {", "eth1 weight 5 reverse", "}", "priority 255");
        reports(result, "(VI) ignoring eth1 tracked interface due to address owner");
        assertEquals(List.of(), Loads.only(result).trackInterfaces());
    }

    @Test
    void globalValuesAreInheritedAndOverridden() {
        LoadResult result = Loads.test("vrrp_instance VI {\n" + Loads.INSTANCE
                + "garp_master_delay 1\n}\nglobal_defs {\nvrrp_garp_master_delay 9\n"
                + "vrrp_garp_master_repeat 2\nvrrp_lower_prio_no_advert\nvrrp_down_timer_adverts 5\nvrrp_mcast_group4 224.0.0.99\nsmtp_alert\n}\n");
        InstanceSettings instance = Loads.only(result);
        assertEquals(1_000_000_000L, instance.garp().masterDelayNanos());
        assertEquals(9_000_000_000L, instance.garp().lowerPrioDelayNanos());
        assertEquals(2, instance.garp().masterRepeat());
        assertTrue(instance.lowerPrioNoAdvert());
        assertEquals(5, instance.downTimerAdverts());
        assertEquals("224.0.0.99", instance.multicastDestination().toString());
        assertTrue(instance.smtpAlert());
    }
}
