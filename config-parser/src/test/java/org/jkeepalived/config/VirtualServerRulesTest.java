package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.settings.LoadBalancing;
import org.jkeepalived.config.settings.RealServerSettings;
import org.jkeepalived.config.settings.ServiceAddress;
import org.jkeepalived.config.settings.TransportProtocol;
import org.jkeepalived.config.settings.VirtualServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keepalived 2.2.7 says about whole virtual servers and groups, and what comes of them. */
class VirtualServerRulesTest {
    private static final String TCP = "protocol TCP\nlb_algo rr\nlb_kind NAT\n";
    private static final String SERVER = "real_server 10.0.0.2 80 {\n}\n";

    private static LoadResult service(String head, String lines) {
        return Loads.test("virtual_server " + head + " {\n" + lines + "}\n");
    }

    private static List<String> said(String head, String lines) {
        return Loads.complaints(service(head, lines));
    }

    private static LoadBalancing balancing(LoadResult result) {
        return result.configuration().loadBalancing();
    }

    private static VirtualServerSettings only(LoadResult result) {
        return balancing(result).virtualServers().getFirst();
    }

    private static List<Integer> ports(LoadResult result) {
        return only(result).realServers().stream().map(RealServerSettings::port).toList();
    }

    @Test
    void aServiceWithoutRealServersIsDroppedAndCounted() {
        LoadResult result = service("10.0.0.1 80", TCP);
        assertEquals(List.of("Virtual server [10.0.0.1]:tcp:80 has no real servers - ignoring"),
                Loads.complaints(result));
        assertEquals(5, result.outcome().testExitCode());
        assertEquals(List.of(), balancing(result).virtualServers());
    }

    @Test
    void whatHasADefaultThatOughtToBeWrittenIsReported() {
        LoadResult result = service("10.0.0.1 80", SERVER);
        assertEquals(
                List.of("Virtual server [10.0.0.1]:none:80: no protocol set - defaulting to UDP",
                        "Virtual server [10.0.0.1]:udp:80: no scheduler set, setting default 'wlc'",
                        "Virtual server [10.0.0.1]:udp:80: no forwarding method set, setting default NAT"),
                Loads.complaints(result));
        assertEquals(TransportProtocol.UDP, only(result).protocol());
        assertEquals("wlc", only(result).scheduler());
    }

    @Test
    void everythingAboutOneServiceComesInKeepalivedsOrder() {
        LoadResult result = service("10.0.0.1",
                "ops\nquorum 50\nhysteresis 60\nlb_kind DR\nha_suspend\nsorry_server 10.0.0.3 88\nprotocol TCP\n"
                        + SERVER + SERVER + "real_server 10.0.0.3 80 {\nweight 5\n}\n");
        assertEquals(List.of("Virtual server [10.0.0.1]:tcp:0: one packet scheduling requires UDP - resetting",
                "Virtual server [10.0.0.1]:tcp:0: zero port only valid for persistent services - setting",
                "Virtual server [10.0.0.1]:tcp:0: no scheduler set, setting default 'wlc'",
                "VS [10.0.0.1]:tcp:0: real server [10.0.0.2]:tcp:80 is duplicated - removing second rs",
                "Warning - quorum 50 for [10.0.0.1]:tcp:0 exceeds total weight of real servers 6, reducing quorum to 6",
                "Virtual server [10.0.0.1]:tcp:0: hysteresis 60 >= quorum 6; setting hysteresis to 5",
                "WARNING - virtual server [10.0.0.1]:tcp:0 and real server [10.0.0.2]:tcp:80 ports don't match - resetting",
                "WARNING - virtual server [10.0.0.1]:tcp:0 and real server [10.0.0.3]:tcp:80 ports don't match - resetting",
                "WARNING - virtual server [10.0.0.1]:tcp:0 and sorry server ports don't match - resetting"),
                Loads.complaints(result));
        VirtualServerSettings service = only(result);
        assertFalse(service.onePacket());
        assertEquals(List.of(360L, 6L, 5L),
                List.of(service.persistence().timeoutSeconds(), service.quorum(), service.hysteresis()));
        assertEquals(List.of(0, 0), ports(result));
        assertEquals(0, service.sorryServer().port());
    }

    @Test
    void aFirewallMarkHasNoProtocolNoPortsAndNoAddressToWaitFor() {
        LoadResult result = service("fwmark 3", TCP + "lb_kind DR\nops\nha_suspend\nsorry_server 10.0.0.9 81\n" + SERVER
                + "real_server 10.0.0.4 81 {\nlvs_method NAT\n}\n");
        assertEquals(List.of("Virtual server FWM 3: cannot use ha_suspend with fwmarks - clearing ha_suspend",
                "Warning: Virtual server FWM 3: protocol specified for fwmark - protocol will be ignored",
                "WARNING - fwmark virtual server FWM 3, real server [10.0.0.2]:none:80 has port specified - clearing",
                "WARNING - virtual server FWM 3, sorry server has port specified - clearing"),
                Loads.complaints(result));
        assertNull(only(result).protocol());
        assertFalse(only(result).haSuspend());
        assertTrue(only(result).onePacket());
        assertEquals(List.of(0, 81), ports(result));
    }

    @Test
    void aServerThatIsReachedWithoutTranslationHasThePortOfItsService() {
        LoadResult result = service("10.0.0.1 80", TCP
                + "real_server 10.0.0.2 82 {\nlvs_method DR\n}\nreal_server 10.0.0.4 81 {\n}\nreal_server 10.0.0.5 {\n}\n");
        assertEquals(List.of(
                "WARNING - virtual server [10.0.0.1]:tcp:80 and real server [10.0.0.2]:tcp:82 ports don't match - resetting"),
                Loads.complaints(result));
        assertEquals(List.of(80, 81, 80), ports(result));
    }

    @Test
    void weightsOfTheServiceCountForTheQuorum() {
        assertEquals(List.of(), said("10.0.0.1 80", TCP + "weight 5\nquorum 5\n" + SERVER));
        assertEquals(List.of(
                "Warning - quorum 5 for [10.0.0.1]:tcp:80 exceeds total weight of real servers 4, reducing quorum to 4"),
                said("10.0.0.1 80", TCP + "weight 5\nquorum 5\nreal_server 10.0.0.2 80 {\nweight 4\n}\n"));
    }

    @Test
    void aGranularityMakesAServiceAtEveryPortPersistent() {
        LoadResult result = service("10.0.0.1", TCP + "persistence_granularity 255.255.255.0\n" + SERVER);
        assertEquals(List.of(), Loads.complaints(result));
        assertEquals(360, only(result).persistence().timeoutSeconds());
    }

    @Test
    void serversOfAnotherFamilyNeedATunnel() {
        LoadResult result = service("2001:db8::1 80", TCP + "real_server 10.0.0.3 80 {\nlvs_method TUN\n}\n" + SERVER
                + "real_server 2001:db8::2 80 {\n}\nsorry_server 10.0.0.9 80\n");
        assertEquals(
                List.of("(test.conf: Line 9) Address family of virtual server and real server 10.0.0.2 don't match"
                        + " - skipping real server.",
                        "(test.conf: Line 13) Address family of virtual server and sorry server 10.0.0.9 don't match"
                                + " - skipping sorry server."),
                Loads.lines(result).stream().filter(line -> !line.contains("not acted on")).toList());
        assertEquals(2, only(result).realServers().size());
        assertNull(only(result).sorryServer());
    }

    @Test
    void theFirstRealServerDecidesTheFamilyOfAMarkUnlessATunnelLeadsToIt() {
        String six = "real_server 2001:db8::2 {\n}\n";
        assertEquals(List.of("Virtual server specified family inet conflicts with server family"),
                said("fwmark 6", "lb_algo rr\nlb_kind NAT\n" + six + "ip_family inet\n"));
        assertEquals(List.of(), said("fwmark 6", "lb_algo rr\nlb_kind TUN\n" + six + "ip_family inet\n"));
    }

    @Test
    void aPointMakesAGranularityAnIpv4MaskWhereTheFamilyIsOpen() {
        assertEquals(
                List.of("Address family of virtual server and real server 2001:db8::2 don't match"
                        + " - skipping real server.", "Virtual server FWM 6 has no real servers - ignoring"),
                said("fwmark 6", "lb_algo rr\nlb_kind NAT\npersistence_granularity 255.0.0.0\n"
                        + "real_server 2001:db8::2 {\n}\n"));
        assertEquals(
                List.of("number '200' outside range [1, 128]", "Invalid IPv6 persistence_granularity specified - 200"),
                said("fwmark 6",
                        "lb_algo rr\nlb_kind NAT\npersistence_granularity 200\nreal_server 2001:db8::2 {\n}\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.0.0.1 x|invalid number 'x';Invalid virtual server IP address/port 10.0.0.1/x - skipping",
        "10.0.0.1 65536|number '65536' outside range [1, 65535];Invalid virtual server IP address/port 10.0.0.1/65536 - skipping",
        "10.0.0.300 80|Invalid virtual server IP address/port 10.0.0.300/80 - skipping",
        "foo|Invalid virtual server IP address foo - skipping",
        "fwmark -1|negative number '-1';virtual server fwmark '-1' must be in [0, 4294967295] - ignoring"})
    void nothingInsideAServiceWithABadHeadIsLookedAt(String head, String messages) {
        assertEquals(List.of(messages.split(";")), said(head, "delay_loop x\nfoo\nreal_server bar {\nretry\n}\n"));
    }

    @Test
    void nothingInsideARealServerWithABadAddressIsLookedAt() {
        assertEquals(List.of("invalid number 'x'", "Invalid real server ip address/port 10.0.0.3/x - skipping"),
                said("10.0.0.1 80", TCP + "real_server 10.0.0.3 x {\nfoo\nweight\n}\n" + SERVER));
    }

    @Test
    void aPrefixOrARangeBehindAnAddressCountsForNothing() {
        assertEquals(List.of(), said("10.0.0.1/24 80", TCP + "real_server 10.0.0.2-9 80 {\n}\n"));
        assertEquals("10.0.0.1",
                ((ServiceAddress.Host) only(service("10.0.0.1/24 80", TCP + SERVER)).service()).address().toString());
    }

    @ParameterizedTest
    @CsvSource({"fwmark,3", "group,3"})
    void aMarkWithoutNumberAndAGroupWithoutNameEndTheTest(String word, int position) {
        LoadResult result = service(word, TCP + SERVER);
        assertEquals(2, result.outcome().testExitCode());
        assertEquals("*** Configuration line starting `virtual_server` is missing a parameter after keyword `" + word
                + "` at word position " + position, Loads.messages(result).getLast());
    }

    @Test
    void sorryServerOptionsStandBehindTheSorryServer() {
        assertEquals(
                List.of("Ignoring sorry_server inhibit used before or without sorry_server",
                        "sorry_server forwarding used without sorry_server"),
                said("10.0.0.1 80",
                        TCP + "sorry_server_inhibit\nsorry_server_lvs_method\nsorry_server 10.0.0.9\n" + SERVER));
        assertEquals(2,
                service("10.0.0.1 80", TCP + "sorry_server 10.0.0.9\nsorry_server_lvs_method\n" + SERVER).outcome()
                        .testExitCode());
    }

    @Test
    void flagsOfAHashGoWithItsScheduler() {
        assertEquals(
                List.of("sh-port only applies to sh scheduler - ignoring",
                        "mh-fallback only applies to sh scheduler - ignoring"),
                said("10.0.0.1 80", TCP + "sh-port\nmh-fallback\n" + SERVER));
        assertEquals(List.of(), said("10.0.0.1 80", TCP + "lb_algo sh\nmh-port\nsh-fallback\n" + SERVER));
    }

    @Test
    void theFirstCommandOfAKeywordHolds() {
        assertEquals(
                List.of("([10.0.0.1]:tcp:80) quorum_up script already specified - ignoring /b",
                        "SECURITY VIOLATION - check scripts are being executed but script_security not enabled."),
                said("10.0.0.1 80", TCP + "quorum_up /usr/bin/true\nquorum_up /b\n" + SERVER));
    }

    @Test
    void thatThereIsNoAccountForScriptsIsSaidOnce() {
        LoadResult result = Loads.test("global_defs {\nenable_script_security\n}\nvirtual_server 10.0.0.1 80 {\n" + TCP
                + "quorum_up /usr/bin/true\nquorum_down /usr/bin/true\n" + SERVER + "}\n");
        assertEquals(List.of("Unable to set default user keepalived_script for script"), Loads.complaints(result));
        assertNull(only(result).quorumUp());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void anInsecureScriptIsASecurityFinding() {
        FakeHost host = new FakeHost().program("/usr/bin/open", 0777, 0);
        LoadResult result = ConfigLoader.loadText("test.conf",
                "virtual_server 10.0.0.1 80 {\n" + TCP + "quorum_up /usr/bin/open\n" + SERVER + "}\n",
                LoadOptions.test(host));
        assertEquals("SECURITY VIOLATION - check scripts are being executed but script_security not enabled."
                + " There are insecure scripts.", Loads.complaints(result).getLast());
        assertEquals(6, result.outcome().testExitCode());
    }
}
