package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** The words outside any block, and linkbeat_interfaces, interface_up_down_delays and garp_group: what keepalived says of them. */
class LinkBlockTest {
    private static List<String> lines(LoadResult result) {
        return result.diagnostics().stream().filter(d -> d.exitClass().code() > 0).map(Diagnostic::logLine).toList();
    }

    @Test
    void namesOutsideABlockHoldOnceAndNeedAValue() {
        FakeHost host = new FakeHost().directory("/run/netns/a", 0444, 0, 0);
        LoadResult result = ConfigLoader.loadText("test.conf",
                "net_namespace\nnet_namespace a\nnet_namespace b\nnet_namespace_ipvs\n"
                        + "net_namespace_ipvs c\ninstance\ninstance d\ninstance e\n",
                LoadOptions.test(host));
        assertEquals(List.of("(Line 1) net_namespace name missing - ignoring",
                "(Line 3) Duplicate net_namespace definition b - ignoring",
                "(Line 5) Duplicate net_namespace_ipvs definition c - ignoring",
                "(Line 6) instance name missing - ignoring", "(Line 8) Duplicate instance definition e - ignoring"),
                lines(result));
        assertEquals("a", result.configuration().daemon().networkNamespace());
        assertEquals("", result.configuration().daemon().ipvsNamespace());
        assertEquals("d", result.configuration().daemon().instance());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void childWaitTimeIsAStrictNumber() {
        assertEquals(List.of("(Line 1) invalid number '5x'", "(Line 1) Invalid child_wait_time 5x"),
                lines(Loads.run("child_wait_time 5x\n")));
        assertEquals(2, Loads.test("child_wait_time\n").outcome().testExitCode());
    }

    @Test
    void anUnknownInterfaceForPollingOrDelaysCannotRun() {
        LoadResult beat = Loads.test("linkbeat_interfaces {\nzz0\n}\n");
        assertEquals(List.of("(test.conf: Line 2) unknown interface zz0 specified for linkbeat interface"),
                lines(beat));
        assertEquals(4, beat.outcome().testExitCode());
        assertFalse(beat.outcome().starts());
        LoadResult delays = Loads.test("interface_up_down_delays {\nzz0 5\n}\n");
        assertEquals(List.of("(test.conf: Line 2) unknown interface zz0 specified for up/down delay"), lines(delays));
        assertEquals(4, delays.outcome().testExitCode());
        assertEquals(5, Loads.test("linkbeat_interfaces {\nzz0\n}\nfoo\n").outcome().testExitCode());
    }

    @Test
    void withDynamicInterfacesUnknownInterfacesMayAppearLater() {
        LoadResult result = Loads.test("global_defs {\ndynamic_interfaces\n}\nlinkbeat_interfaces {\nzz0\n}\n"
                + "interface_up_down_delays {\nzz1 3\n}\ngarp_group {\ngna_interval 0.1\ninterface zz2\n}\n");
        assertEquals(0, result.outcome().testExitCode());
        assertEquals("zz0", result.configuration().links().linkbeat().getFirst().interfaceName());
    }

    @Test
    void linkbeatTakesOneMethodInCapitals() {
        LoadResult result = Loads.test("linkbeat_interfaces foo {\nlo mii\neth0 MII ETHTOOL\neth1 IOCTL\n}\n");
        assertEquals(List.of("(test.conf: Line 1) Block linkbeat_interfaces has extra parameters foo ...",
                "(test.conf: Line 2) extra characters mii in linkbeat interface",
                "(test.conf: Line 3) extra characters MII in linkbeat interface"), lines(result));
    }

    @Test
    void badDelaysDropTheirEntryAndMissingOnesAreLoggedOnly() {
        LoadResult result = Loads
                .test("interface_up_down_delays {\neth0 256\neth0 5 x\neth1 1.1234567\nlo\neth0 1 2 3\n}\n");
        assertEquals(List.of("(test.conf: Line 2) number '256' outside range [0.000000, 255.000000]",
                "(test.conf: Line 3) invalid number 'x'",
                "(test.conf: Line 4) number '1.1234567' has too many decimal places"), lines(result));
        assertTrue(Loads.messages(result).contains("No timeouts specified for lo up/down delays"));
        assertTrue(Loads.messages(result).contains("Too many parameters for eth0 up/down delays"));
        assertEquals(
                "[LinkDelay[interfaceName=eth1, downNanos=1123457000, upNanos=0],"
                        + " LinkDelay[interfaceName=eth0, downNanos=1000000000, upNanos=2000000000]]",
                result.configuration().links().delays().toString());
    }

    @Test
    void aDelayOfTwoAdvertIntervalsIsShortened() {
        LoadResult result = Loads.test("vrrp_instance VI {\nadvert_int 3\n" + Loads.INSTANCE
                + "}\ninterface_up_down_delays {\neth0 5.9 9\n}\n");
        assertEquals(
                List.of("VI: interface eth0 debounce timer(s) not less that 2 * advert_int - resetting",
                        "interface_up_down_delays: not acted on by this version"),
                Loads.messages(result).stream().sorted().toList());
        var delay = result.configuration().links().delays().getFirst();
        assertEquals(5_900_000_000L, delay.downNanos());
        assertEquals(5_988_281_250L, delay.upNanos());
        assertEquals(0, result.outcome().testExitCode());
    }

    @Test
    void aGarpGroupNeedsAnInterval() {
        LoadResult result = Loads
                .test("garp_group {\ninterface eth0\n}\ngarp_group {\ngarp_interval 1\n" + "interface eth0\n}\n");
        assertEquals(List.of("(test.conf: Line 3) garp group 0 does not have any delay set - removing"), lines(result));
        assertEquals(List.of("eth0"), result.configuration().links().garpGroups().getFirst().interfaces());
    }

    @Test
    void anInterfaceIsInOneGarpGroupOnceAndMustExist() {
        LoadResult result = Loads.test("garp_group {\ngarp_interval 1\ninterface eth0\ninterface zz0\n}\n"
                + "garp_group {\ngna_interval 2\ninterfaces {\neth0\neth1\nzz1\n}\n}\n");
        assertEquals(
                List.of("(test.conf: Line 4) WARNING - interface zz0 specified for garp_group doesn't exist",
                        "(test.conf: Line 12) garp_group already specified for eth0 - ignoring",
                        "(test.conf: Line 12) WARNING - interface zz1 specified for garp_group doesn't exist"),
                lines(result));
        assertFalse(result.outcome().starts());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void badIntervalsOfAGarpGroup() {
        LoadResult result = Loads.test(
                "garp_group {\ngarp_interval x\ngarp_interval -1\ngna_interval 4295\n" + "interfaces b {\n}\n}\n");
        assertEquals(List.of("(test.conf: Line 2) invalid number 'x'", "(test.conf: Line 3) negative number '-1'",
                "(test.conf: Line 3) garp_group garp_interval '-1' invalid",
                "(test.conf: Line 4) number '4295' outside range [0.000000, 4294.967295]",
                "(test.conf: Line 4) garp_group gna_interval '4295' invalid",
                "(test.conf: Line 5) Block interfaces has extra parameters b ...",
                "(test.conf: Line 6) Warning - empty garp_group interfaces block"), lines(result));
        assertEquals(2, Loads.test("garp_group {\ngarp_interval\n}\n").outcome().testExitCode());
        assertEquals(2, Loads.test("garp_group {\ninterface\n}\n").outcome().testExitCode());
    }

    @Test
    void aListBlockHasNoName() {
        LoadResult result = Loads.test("vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\n"
                + "virtual_ipaddress foo bar {\n10.0.0.1\n}\n}\n");
        assertEquals(List.of("(test.conf: Line 4) Block virtual_ipaddress has extra parameters foo ..."),
                lines(result));
        assertEquals(1, Loads.only(result).addresses().size());
    }
}
