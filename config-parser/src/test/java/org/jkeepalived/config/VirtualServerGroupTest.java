package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jkeepalived.config.settings.GroupEntry;
import org.jkeepalived.config.settings.LoadBalancing;
import org.jkeepalived.config.settings.ServiceAddress;
import org.jkeepalived.net.AddressFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of virtual servers: their entries, and what keepalived 2.2.7 says about services of them. */
class VirtualServerGroupTest {
    private static LoadResult group(String... entries) {
        return Loads.test("virtual_server_group G {\n" + String.join("\n", entries) + "\n}\n");
    }

    private static LoadResult grouped(String entries, String lines) {
        return Loads.test("virtual_server_group G {\n" + entries + "}\n" + service(lines));
    }

    private static String service(String lines) {
        return "virtual_server group G {\nlb_algo rr\n" + lines + "}\n";
    }

    private static LoadBalancing balancing(LoadResult result) {
        return result.configuration().loadBalancing();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10.0.0.1|10.0.0.1", "10.0.0.1 0|10.0.0.1", "10.0.0.0/24 80|10.0.0.0/24 80",
        "10.0.0.1-5 80|10.0.0.1-10.0.0.5 80", "10.0.2.1-10.0.3.5|10.0.2.1-10.0.3.5", "2001:db8::1 80 x|2001:db8::1 80",
        "2001:db8::1-f 80|2001:db8::1-2001:db8::f 80", "2001:db8::/64|2001:db8::/64", "fwmark 5|fwmark 5",
        "fwmark 0 inet|fwmark 0 inet", "fwmark 4294967295 inet6|fwmark 4294967295 inet6"})
    void anEntryIsAnAddressABlockARangeOrAMark(String entry, String written) {
        LoadResult result = group(entry);
        assertEquals(List.of(), Loads.complaints(result));
        assertEquals(List.of(written),
                balancing(result).groups().getFirst().entries().stream().map(GroupEntry::written).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x|Invalid virtual server group IP address x  - skipping",
        "10.0.0.1 x|invalid number 'x';Invalid virtual server group IP address 10.0.0.1 /port/x - skipping",
        "10.0.0.1/24 80|Address mask bits not empty - 10.0.0.1/24 - skipping",
        "10.0.0.0/33|Invalid netmask - 10.0.0.0/33 - skipping", "10.0.0.0/|Invalid netmask - 10.0.0.0/ - skipping",
        "10.0.0.5-5|Address range end is not greater than address range start - 10.0.0.5-5 - skipping",
        "10.0.0.1-|Address range end is not greater than address range start - 10.0.0.1- - skipping",
        "10.0.0.1-300|Virtual server group range '10.0.0.1-300' end '300' too large",
        "10.0.0.1-0x5|Virtual server group range '10.0.0.1-0x5' has extra characters at end 'x5'",
        "2001:db8::1-10000|Virtual server group range '2001:db8::1-10000' end '10000' too large",
        "2001:db8::1-10.0.0.5|Virtual server group range '2001:db8::1-10.0.0.5' has extra characters at end '.0.0.5'",
        "10.0.0.1-2001:db8::5|Invalid virtual server group IP address 10.0.0.1-2001:db8::5  - skipping",
        "fwmark x|invalid number 'x';(G): fwmark 'x' must be in [0, 4294967295] - ignoring",
        "fwmark 6 inet4|(G): fwmark '6' family inet4 unknown - ignoring"})
    void aBadEntryIsSkippedAndAGroupWithoutEntriesRemoved(String entry, String messages) {
        LoadResult result = group(entry);
        List<String> said = Loads.complaints(result);
        assertEquals(List.of(messages.split(";")), said.subList(0, said.size() - 1));
        assertEquals("virtual server group G has no entries - removing", said.getLast());
        assertEquals(List.of(), balancing(result).groups());
    }

    @Test
    void anEmptyGroupIsReportedAtItsClosingBrace() {
        assertEquals("(test.conf: Line 3) virtual server group G has no entries - removing",
                Loads.lines(group("")).getLast());
    }

    @Test
    void bothFamiliesAndAMarkWithoutFamilyDoNotGoTogether() {
        assertEquals(List.of("virtual server group G cannot have IPv4, IPv6 and fwmark without family - removing"),
                Loads.complaints(group("10.0.0.1", "2001:db8::1", "fwmark 5")));
        assertEquals(List.of(), Loads.complaints(group("10.0.0.1", "2001:db8::1", "fwmark 5 inet")));
        assertEquals(List.of(), Loads.complaints(group("10.0.0.1", "fwmark 5")));
    }

    @Test
    void aGroupNeedsExactlyOneNameAndAMarkItsNumber() {
        LoadResult named = Loads.test("virtual_server_group A B {\n10.0.0.1\n}\n");
        assertEquals(2, named.outcome().testExitCode());
        LoadResult mark = group("10.0.0.1", "fwmark", "x");
        assertEquals(2, mark.outcome().testExitCode());
        assertEquals("*** Configuration line starting `fwmark` is missing a parameter after keyword `fwmark`"
                + " at word position 2", Loads.messages(mark).getLast());
    }

    @Test
    void aServiceOfAGroupThatIsNotThereIsDroppedWithoutCounting() {
        LoadResult result = Loads.test(service("lb_kind NAT\nreal_server 10.0.0.2 {\n}\n"));
        assertEquals(List.of("Virtual server group G specified but not configured - ignoring virtual server [G]:0"),
                Loads.complaints(result));
        assertEquals(0, result.outcome().testExitCode());
        assertEquals(List.of(), balancing(result).virtualServers());
    }

    @Test
    void aGroupMayStandBehindItsServices() {
        LoadResult result = Loads.test(service("lb_kind NAT\nprotocol TCP\nreal_server 10.0.0.2 {\n}\n")
                + "virtual_server_group G {\n10.0.0.1 80\n}\n");
        assertEquals(List.of(), Loads.complaints(result));
        assertEquals(new ServiceAddress.Group("G"), balancing(result).virtualServers().getFirst().service());
        assertEquals(AddressFamily.IPV4, balancing(result).virtualServers().getFirst().family());
    }

    @Test
    void aGroupOfBothFamiliesNeedsTunnels() {
        String both = "10.0.0.1 80\n2001:db8::1 80\n";
        String servers = "real_server 10.0.0.2 {\n}\nreal_server 2001:db8::2 {\n}\n";
        LoadResult tunnels = grouped(both, "protocol TCP\nlb_kind TUN\n" + servers);
        assertEquals(List.of(), Loads.complaints(tunnels));
        assertNull(balancing(tunnels).virtualServers().getFirst().family());
        assertEquals(List.of("G: virtual server group with IPv4 & IPv6 doesn't match virtual server [G]:0 - ignoring"),
                Loads.complaints(grouped(both, "protocol TCP\nlb_kind NAT\nreal_server 10.0.0.2 {\n}\n")));
        assertEquals(List.of("G: address family doesn't match virtual server [G]:0 - ignoring"), Loads
                .complaints(grouped("10.0.0.1 80\n", "protocol TCP\nlb_kind NAT\nreal_server 2001:db8::2 {\n}\n")));
    }

    @Test
    void portsOfServersAreComparedWithEveryEntry() {
        LoadResult result = grouped("10.0.0.1 80\n10.0.0.4-7 81\n10.0.1.0/24 80\nfwmark 7\n",
                "protocol UDP\nlb_kind DR\nha_suspend\nsorry_server 10.0.0.9 82\nreal_server 10.0.0.2 82 {\n}\n"
                        + "real_server 10.0.0.4 {\n}\n");
        assertEquals(List.of("Virtual server [G]:0: cannot use ha_suspend with fwmarks - clearing ha_suspend",
                "WARNING - fwmark virtual server [G]:0, real server [10.0.0.2]:udp:82 has port specified - port will be ignored",
                "WARNING - fwmark virtual server [G]:0, sorry server has port specified - port will be ignored",
                "virtual server [G]:0:[10.0.0.1,80] and real server [10.0.0.2]:udp:82 ports don't match",
                "WARNING - virtual server [G]:0, sorry server has port specified - port will be ignored",
                "virtual server [G]:0:[10.0.0.4-10.0.0.7,81] and real server [10.0.0.2]:udp:82 ports don't match",
                "virtual server [G]:0:[10.0.1.0-10.0.1.255,80] and real server [10.0.0.2]:udp:82 ports don't match"),
                Loads.complaints(result));
    }

    @Test
    void aGroupOfMarksHasNoProtocol() {
        assertEquals(List.of("Warning: Virtual server [G]:0: protocol specified for fwmark - protocol will be ignored"),
                Loads.complaints(grouped("fwmark 7\n", "protocol UDP\nlb_kind NAT\nreal_server 10.0.0.2 {\n}\n")));
    }

    @Test
    void usableServicesOfAGroupAreNumbered() {
        String bad = service("protocol TCP\nlb_kind NAT\nreal_server 2001:db8::2 {\n}\n");
        String good = service("protocol TCP\nlb_kind NAT\nops\nreal_server 10.0.0.2 {\n}\n");
        LoadResult result = Loads.test("virtual_server_group G {\n10.0.0.1 80\n}\n" + bad + good + good);
        assertEquals(
                List.of("G: address family doesn't match virtual server [G]:0 - ignoring",
                        "Virtual server [G]:0: one packet scheduling requires UDP - resetting",
                        "Virtual server [G]:1: one packet scheduling requires UDP - resetting"),
                Loads.complaints(result));
    }
}
