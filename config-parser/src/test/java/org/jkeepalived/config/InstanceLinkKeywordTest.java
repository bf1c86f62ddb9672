package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.HmacTrailer;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.InterfaceSettings;
import org.jkeepalived.config.settings.OddBytes;
import org.jkeepalived.config.settings.UnicastChecksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private interfaces, authentication and the rarer keywords of vrrp_instance. */
class InstanceLinkKeywordTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String PEER = "unicast_peer {\n 10.99.0.2\n}\n";

    /** Rows of {@link KeywordEffectTest}. */
    static List<KeywordEffectTest.Effect> effects() {
        return List.of(
                KeywordEffectTest.instance("use_vmac vrrp.51 2:0:0:0:0:A group 3 netlink_notify_msg",
                        i -> i.link().vmac().toString(),
                        "Vmac[interfaceName=vrrp.51, macAddress=02:00:00:00:00:0a, group=3, netlinkNotify=true]"),
                KeywordEffectTest.instance("use_ipvlan name bridge 10.99.0.9/24 vepa",
                        i -> i.link().ipvlan().toString(),
                        "Ipvlan[interfaceName=bridge, address=10.99.0.9, prefixLength=24, mode=VEPA, group=null]"),
                KeywordEffectTest.instance("use_vmac_addr", i -> i.link().vmacAddresses(), true),
                KeywordEffectTest.instance("vmac_xmit_base\nuse_vmac", i -> i.link().transmitFromBase(), true),
                KeywordEffectTest.instance("vrf eth1", i -> i.link().vrf(), null),
                KeywordEffectTest.instance("promote_secondaries", i -> i.link().promoteSecondaries(), true),
                KeywordEffectTest.instance("garp_extra_if all 60", i -> i.link().extraGarp(),
                        new InterfaceSettings.ExtraGarp(true, 60)),
                KeywordEffectTest.instance("kernel_rx_buf_size 4294967295", i -> i.link().receiveBufferBytes(),
                        4294967295L),
                KeywordEffectTest.instance("linkbeat_use_polling", i -> i.link().pollLinkState(), true),
                KeywordEffectTest.instance("lvs_sync_daemon_interface eth0", i -> i.link().lvsSyncDaemon(), "eth0"),
                KeywordEffectTest.instance("old_unicast_checksum never\n" + PEER, InstanceSettings::unicastChecksum,
                        UnicastChecksum.NEW),
                KeywordEffectTest.instance("timer_expired_backup\nnopreempt", InstanceSettings::timerExpiredPriority,
                        254),
                KeywordEffectTest.instance("no_accept", InstanceSettings::accept, false),
                KeywordEffectTest.instance("auth_hmac {\n key 7 " + KEY + "\n active_key 7\n}",
                        i -> i.authentication().trailer().timeWindowNanos(), 5_000_000_000L));
    }

    /** Messages of keepalived 2.2.7, each with the line of its statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            use_vmac averyverylongname1 | VMAC interface name 'averyverylongname1' too long or invalid characters - ignoring
            use_vmac va/b | VMAC interface name 'va/b' too long or invalid characters - ignoring
            use_vmac "" | VMAC interface name '' too long or invalid characters - ignoring
            use_vmac one two | VMAC interface name already specified
            use_vmac eth1 | (VI) interface eth1 already exists and is not a private macvlan; ignoring vmac if_name
            use_vmac va:b | VMAC invalid MAC address va:b
            use_vmac 02:00:00:00 | VMAC invalid MAC address 02:00:00:00 - ignored
            use_vmac 02:00:00:00:00:011 | VMAC invalid MAC address 02:00:00:00:00:011 - ignored
            use_vmac 02:00:00:00:00::01 | VMAC invalid MAC address 02:00:00:00:00::01 - ignored
            use_vmac 02:00:00:00:00:: | VMAC invalid MAC address 02:00:00:00:00:: - ignored
            use_vmac a: | VMAC invalid MAC address a: - ignored
            use_vmac 01:00:00:00:00:01 | VMAC MAC address is multicast 01:00:00:00:00:01 - ignoring
            use_vmac 00:00:5e:00:02:07 | VMAC MAC address not allowed to be RFC5798 address (00:00:5e:00:02:07) - ignoring
            use_vmac 2:0:0:0:0:1 2:0:0:0:0:2 | VMAC interface address already specified
            use_ipvlan averyverylongname1 10.99.0.8 | (VI) IPVLAN interface name 'averyverylongname1' too long - ignoring
            use_ipvlan b8 10.99.0.18/abc 10.99.0.8 | (VI) IPVLAN interface already specified - ignoring '10.99.0.18/abc'
            use_ipvlan 10.99.0.8 10.99.0.9 | (VI) ipvlan address already specified - ignoring '10.99.0.9'
            use_ipvlan 10.99.0.8 private vepa | (VI) ipvlan type already specified - ignoring 'vepa'
            use_ipvlan eth1 10.99.0.8 | (VI) interface eth1 already exists and is not an l2 ipvlan; ignoring ipvlan if_name
            vrf averyverylongname1 | (VI) Cannot specify VRF interface and interface - ignoring
            garp_extra_if | (VI): garp_extra_if specified without time - ignoring
            garp_extra_if all | (VI): garp_extra_if specified without time - ignoring
            old_unicast_checksum foo | (VI) Unknown old_unicast_chksum mode foo - ignoring
            kernel_rx_buf_size 1 2 | (VI) invalid kernel_rx_buf_size specified
            linkbeat_use_polling | (VI) 'linkbeat_use_polling' in vrrp instance deprecated - use linkbeat_interfaces block
            vmac_garp_intvl 10 | Keyword "vmac_garp_intvl" is deprecated - please use "garp_extra_if"
            unicast_peer { 10.99.0.2 foo | (VI) foo is missing a value
            unicast_peer { 10.99.0.2 foo 3 | (VI) unknown unicast_peer option foo
            """)
    void aBadValueIsReportedWhereItStands(String statement, String message) {
        LoadResult result = Loads.instance(statement);
        Diagnostic found = result.diagnostics()
                .stream()
                .filter(d -> d.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Loads.messages(result)));
        assertEquals(7, found.position().line());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aBadNumberIsReportedTwice() {
        assertEquals(List.of("invalid number 'x'", "(VI): garp_extra_if 'x' invalid - ignoring"),
                Loads.messages(Loads.instance("garp_extra_if all x")));
        assertEquals(List.of("negative number '-1'", "(VI) invalid kernel_rx_buf_size specified"),
                Loads.messages(Loads.instance("kernel_rx_buf_size -1")));
        assertEquals("(VI) invalid timer_expired_backup priority '255' - must be between 1 & 254",
                Loads.messages(Loads.instance("nopreempt", "timer_expired_backup 255")).get(1));
    }

    @Test
    void theOctetsBeyondTheSixthAreNotLookedAt() {
        assertEquals("02:00:00:00:00:01",
                Loads.only(Loads.instance("use_vmac 02:00:00:00:00:01:02")).link().vmac().macAddress());
        assertEquals("02:03:04:05:06", Loads.only(Loads.instance("use_vmac 2:3:4:5:6:")).link().vmac().macAddress());
    }

    @Test
    void aPrivateMacvlanOfThatNameMayBeThereAlready() {
        FakeHost host = new FakeHost();
        host.kinds.put("eth1", "macvlan");
        LoadResult result = ConfigLoader.loadText("test.conf",
                "vrrp_instance VI {\n" + Loads.INSTANCE + "use_vmac eth1\n}\n", LoadOptions.test(host));
        assertEquals(0, result.outcome().testExitCode());
        assertEquals("eth1", Loads.only(result).link().vmac().interfaceName());
    }

    @Test
    void twoInstancesDoNotShareTheNameOfAPrivateInterface() {
        LoadResult result = Loads.test("vrrp_instance VI {\n" + Loads.INSTANCE + "use_vmac v1\n}\nvrrp_instance V2 {\n"
                + Loads.INSTANCE.replace("51", "52") + "use_ipvlan v1 10.99.0.9\n}\n");
        assertEquals("(test.conf: Line 15) (V2) VRRP instance VI is already using v1 - ignoring name",
                result.diagnostics()
                        .stream()
                        .filter(d -> d.code().equals("name-taken"))
                        .findFirst()
                        .orElseThrow()
                        .logLine());
        assertNull(result.configuration().instances().getLast().link().ipvlan().interfaceName());
    }

    @Test
    void unicastWithAPrivateInterfaceSendsFromTheBaseWhichIsSaidAtTheClosingBrace() {
        LoadResult result = Loads.instance("use_vmac", "unicast_peer {", "10.99.0.2", "}");
        Diagnostic finding = result.diagnostics()
                .stream()
                .filter(d -> d.code().equals("private-link-unicast"))
                .findFirst()
                .orElseThrow();
        assertEquals("(test.conf: Line 11) (VI) unicast with use_vmac requires vmac_xmit_base - setting",
                finding.logLine());
        assertTrue(Loads.only(result).link().transmitFromBase());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            use_ipvlan | (VI) IPv4 ipvlan requires a source ip address to be configured. setting instance to fault state
            vmac_xmit_base | (VI) vmac_xmit_base is only valid with a vmac
            use_vmac;promote_secondaries | (VI) promote_secondaries is automatically set for vmacs - ignoring
            version 3;priority 255;strict_mode;use_vmac;vmac_xmit_base | (VI) xmit_base is incompatible with strict mode - resetting
            version 3;priority 255;strict_mode;use_vmac 2:0:0:0:0:1 | (VI): cannot specify MAC address with strict mode - clearing
            """)
    void whatDoesNotGoTogetherIsReportedAtTheEnd(String statements, String message) {
        LoadResult result = Loads.instance(statements.split(";"));
        Diagnostic finding = result.diagnostics()
                .stream()
                .filter(d -> d.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Loads.messages(result)));
        assertEquals(message, finding.keepalivedLine());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aVrfStandsInForAnInterface() {
        LoadResult cleared = Loads.test("vrrp_instance VI {\nvrf eth1\n" + Loads.INSTANCE + "}\n");
        assertTrue(Loads.messages(cleared).contains("(VI) vrf can only be specified without interface - clearing"));
        LoadResult missing = Loads.test("vrrp_instance VI {\nvrf nope\n" + Loads.INSTANCE + "}\n");
        assertEquals("(VI) WARNING - VRF interface nope doesn't exist", Loads.messages(missing).getFirst());
        assertEquals(2, missing.outcome().startExitCode());
        assertEquals(5, missing.outcome().testExitCode());
    }

    @Test
    void theInterfaceOfTheSyncDaemonIsNamedOnceAndInTwoLines() {
        LoadResult result = Loads.instance("lvs_sync_daemon_interface eth0");
        assertEquals(List.of("(VI) Specifying lvs_sync_daemon_interface against a vrrp is deprecated.",
                "      Please use global lvs_sync_daemon"), Loads.messages(result).subList(0, 2));
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void thePasswordIsCutAtEightBytes() {
        LoadResult result = Loads.instance("authentication {", "auth_type PASS", "auth_pass 123456éxyz", "}");
        assertEquals("123456é", Loads.only(result).password());
        String cut = Loads.only(Loads.instance("authentication {", "auth_type PASS", "auth_pass 1234567é", "}"))
                .password();
        assertEquals((byte) 0xc3, OddBytes.encode(cut)[7]);
        assertEquals(List.of("Truncating auth_pass to 8 characters"), Loads.messages(result));
    }

    @Test
    void authenticationHeadersAreKeptAndStartAsBackup() {
        LoadResult result = Loads.instance("authentication {", "auth_type AH", "auth_pass secret", "}", "state MASTER",
                "priority 100");
        assertEquals(Authentication.Type.AH, Loads.only(result).authentication().type());
        assertNull(Loads.only(result).password());
        assertTrue(Loads.messages(result)
                .contains("(VI) Initial state master is incompatible with AH authentication - clearing"));
        assertEquals("BACKUP", Loads.only(result).state().name());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void theTrailerHasItsKeysAndTakesThePlaceOfAuthentication() {
        LoadResult result = Loads.instance("authentication {", "auth_type PASS", "auth_pass x", "}", "auth_hmac {",
                "key 1 " + KEY, "key 2 hex:" + KEY + KEY, "active_key 2", "time_window 10", "anti_replay monotonic",
                "mode receive-only", "}");
        HmacTrailer trailer = Loads.only(result).authentication().trailer();
        assertEquals(HmacTrailer.Key.Form.HEX, trailer.keys().getLast().form());
        assertEquals(10_000_000_000L, trailer.timeWindowNanos());
        assertEquals(HmacTrailer.AntiReplay.MONOTONIC, trailer.antiReplay());
        assertEquals(HmacTrailer.Mode.RECEIVE_ONLY, trailer.mode());
        assertNull(Loads.only(result).password());
        assertEquals(List.of("(VI) auth_hmac cannot be combined with authentication - ignoring authentication"),
                Loads.messages(result).stream().filter(m -> !m.contains("not acted on")).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key 1 | (VI) auth_hmac key needs an id and a value - ignoring
            key 256 0123456789abcdef0123456789abcdef | (VI) auth_hmac key id '256' not valid - must be between 1 & 255
            key 1 short | (VI) auth_hmac key 1 must have 32 to 64 bytes - ignoring
            key 1 hex:xyz | (VI) auth_hmac key 1 is not hexadecimal - ignoring
            key 1 file:/etc/nokey | (VI) auth_hmac key 1 cannot be read: No such file or directory - ignoring
            anti_replay never | (VI) unknown auth_hmac anti_replay 'never' - ignoring
            mode off | (VI) unknown auth_hmac mode 'off' - ignoring
            time_window 301 | (VI) auth_hmac time_window '301' not valid - must be between 1 & 300
            """)
    void aBadWordOfTheTrailerIsReported(String statement, String message) {
        LoadResult result = Loads.instance("auth_hmac {", "key 9 " + KEY, "active_key 9", statement, "}");
        assertTrue(Loads.messages(result).contains(message), () -> Loads.messages(result).toString());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aTrailerWithoutItsSigningKeyIsLeftOff() {
        LoadResult result = Loads.instance("auth_hmac {", "key 9 " + KEY, "active_key 8", "}");
        assertNull(Loads.only(result).authentication().trailer());
        assertTrue(Loads.messages(result).contains("(VI) auth_hmac active_key 8 is not defined - disabling auth_hmac"));
    }

    @Test
    void aKeyFileThatOthersMayReadIsASecurityFinding() {
        FakeHost host = new FakeHost().program("/etc/key", 0644, 0);
        LoadResult result = ConfigLoader.loadText("test.conf",
                "vrrp_instance VI {\n" + Loads.INSTANCE + "auth_hmac {\nkey 9 file:/etc/key\nactive_key 9\n}\n}\n",
                LoadOptions.test(host));
        assertEquals(6, result.outcome().testExitCode());
        assertEquals("/etc/key", Loads.only(result).authentication().trailer().keys().getFirst().value());
    }
}
