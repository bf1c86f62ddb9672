package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.TrackGroup;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.settings.VirtualRule;
import org.junit.jupiter.api.Test;

/** track_group, static_ipaddress, static_routes, static_rules, and the lists of an instance beside them. */
class StaticListTest {
    private static final String VI = "vrrp_instance VI {\n" + Loads.INSTANCE + "}\n";

    private static List<String> messages(LoadResult result) {
        return result.diagnostics()
                .stream()
                .filter(d -> d.severity() != Severity.ADVICE)
                .map(Diagnostic::message)
                .toList();
    }

    private static StaticSettings statics(LoadResult result) {
        return result.configuration().statics();
    }

    @Test
    void aTrackGroupHasOneNameAndOneListOfInstances() {
        LoadResult good = Loads
                .test("track_group TG {\ngroup {\nVI VI\nV2\n}\n}\n" + VI + VI.replace("VI", "V2").replace("51", "52"));
        assertEquals(List.of(new TrackGroup("TG", List.of("VI", "V2"))), statics(good).trackGroups());
        assertEquals(0, good.outcome().testExitCode());
        assertEquals(List.of("track_group must have a name - skipping"),
                messages(Loads.test("track_group {\ngroup {\nVI\n}\n}\n" + VI)));
        assertEquals(List.of("track_group must have a name - skipping"),
                messages(Loads.test("track_group TG foo {\ngroup {\nVI\n}\n}\n" + VI)));
        LoadResult twice = Loads
                .test("track_group TG {\ngroup {\nVI\n}\n}\ntrack_group TG {\ngroup {\nVI\n}\n}\n" + VI);
        assertEquals(List.of("track_group TG already defined"), messages(twice));
        assertEquals(5, twice.outcome().testExitCode());
        assertEquals(List.of("Group list already specified for sync group TG"),
                messages(Loads.test("track_group TG {\ngroup {\nVI\n}\ngroup {\nVI\n}\n}\n" + VI)));
    }

    @Test
    void unknownMembersAndGroupsWithoutMembersAreRemovedWithoutAnError() {
        LoadResult result = Loads.test("track_group A {\n}\ntrack_group B {\ngroup {\nVI\nV3\n}\n}\n"
                + "track_group C {\ngroup {\nV3\n}\n}\nstatic_routes {\n10.0.0.0/8 dev eth0 track_group C\n"
                + "10.1.0.0/16 dev eth0 track_group B\n}\nstatic_rules {\nfrom all iif eth0 table 5 preference 5 track_group A\n}\n"
                + "static_ipaddress {\n10.0.0.1/8 dev eth0 track_group A\n}\n" + VI);
        assertEquals(
                List.of("Static track group A has no virtual router(s)", "Static track group A init fails - removing",
                        "vrrp instance V3 specified in track group B doesn't exist - ignoring",
                        "vrrp instance V3 specified in track group C doesn't exist - ignoring",
                        "Static track group C has no VRRP instance(s)", "Static track group C init fails - removing"),
                messages(result));
        assertEquals(0, result.outcome().testExitCode());
        assertEquals(List.of(new TrackGroup("B", List.of("VI"))), statics(result).trackGroups());
        assertNull(statics(result).routes().getFirst().trackGroup());
        assertEquals("B", statics(result).routes().getLast().trackGroup());
        assertNull(statics(result).rules().getFirst().trackGroup());
        assertNull(statics(result).addresses().getFirst().trackGroup());
    }

    @Test
    void aGroupWithAnEmptyListIsCountedAsAnError() {
        LoadResult result = Loads.test("track_group TG {\ngroup {\n}\n}\n" + VI);
        assertEquals("Warning - track group TG has empty group block", messages(result).get(0));
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aTrackGroupMustStandBeforeTheLineThatNamesIt() {
        assertEquals(List.of("track_group TG not found"), messages(Loads.test("static_routes {\n"
                + "10.0.0.0/8 dev eth0 track_group TG\n}\ntrack_group TG {\ngroup {\nVI\n}\n}\n" + VI)));
    }

    @Test
    void aStaticAddressWithoutDevNeedsTheDefaultInterface() {
        LoadResult none = Loads.test("global_defs {\ndefault_interface zz0\n}\nstatic_ipaddress {\n10.0.0.1/24\n}\n");
        assertEquals(List.of("Static address 10.0.0.1/24 requires either an interface or default interface must exist"),
                messages(none));
        assertEquals(4, none.outcome().testExitCode());
        assertEquals(2, none.outcome().startExitCode());
        LoadResult eth1 = Loads.test("static_ipaddress {\n10.0.0.1/24\n}\nglobal_defs {\ndefault_interface eth1\n}\n");
        assertEquals("eth1", statics(eth1).addresses().getFirst().address().interfaceName());
        assertEquals("10.0.0.1/24", statics(eth1).addresses().getFirst().asWritten());
        LoadResult other = Loads.test(
                "static_ipaddress {\n10.0.0.1/24\n10.0.0.2 brd\n}\nglobal_defs {\n" + "default_interface zz0\n}\n");
        assertEquals(5, other.outcome().testExitCode());
    }

    @Test
    void withDynamicInterfacesAnInterfaceMayBeMissing() {
        LoadResult result = Loads
                .test("global_defs {\ndynamic_interfaces\ndefault_interface zz1\n}\nstatic_ipaddress {\n"
                        + "10.0.0.1/24\n10.0.0.2/24 dev zz0\n}\nstatic_routes {\n10.1.0.0/16 dev zz0\n10.2.0.0/16 nexthop dev zz0\n}\n"
                        + "static_rules {\niif zz0 table 5 preference 5\n}\n");
        assertEquals(List.of(), messages(result));
        assertEquals(2, statics(result).routes().size());
        assertEquals(List.of("VRF zz1 not found for route"), messages(
                Loads.test("global_defs {\ndynamic_interfaces\n}\nstatic_routes {\n10.1.0.0/16 dev zz0 vrf zz1\n}\n")));
    }

    @Test
    void rulesWithoutPreferenceCountDownFrom16384ForEachFamilyOverAllLists() {
        LoadResult result = Loads
                .instance("virtual_rules {\nfrom 10.0.0.0/8 table 5\nfrom 2001:db8::/32 table 5\n}\n}\n"
                        + "static_rules {\nfrom 11.0.0.0/8 table 5\nblackhole preference 3\nprohibit inet6\n");
        List<Long> ofInstance = Loads.only(result).rules().stream().map(VirtualRule::preference).toList();
        List<Long> ofStatic = statics(result).rules().stream().map(VirtualRule::preference).toList();
        assertEquals(List.of(16384L, 16384L), ofInstance);
        assertEquals(List.of(16383L, 3L, 16383L), ofStatic);
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void theListsOfAnInstanceKnowNoTrackGroup() {
        String group = "}\ntrack_group TG {\ngroup {\nVI\n}\n";
        assertEquals(List.of("VRRP parsed invalid IP track_group. skipping IP...", "unknown route keyword track_group"),
                messages(Loads.instance("virtual_routes {\n10.0.0.0/8 dev eth0 track_group TG\n}", group)));
        assertEquals(List.of("Unknown rule option track_group"),
                messages(Loads.instance("virtual_rules {\niif eth0 table 5 preference 5 track_group TG\n}", group)));
        assertEquals(
                List.of("Unknown configuration entry 'track_group' for ip address - ignoring",
                        "Unknown configuration entry 'TG' for ip address - ignoring"),
                messages(Loads.instance("virtual_ipaddress {\n10.0.0.1 track_group TG\n}", group)));
    }

    @Test
    void routesAndRulesOfTheOtherFamilyBelongToAnInstanceToo() {
        LoadResult result = Loads.instance("virtual_routes {\n2001:db8::/32 dev eth0\n}",
                "virtual_rules {\nfrom 2001:db8::/32 table 5 preference 5\n}");
        assertEquals(List.of(), messages(result));
        assertEquals(1, Loads.only(result).routes().size());
        assertEquals(1, Loads.only(result).rules().size());
    }

    @Test
    void whatThisVersionDoesNotActOnIsAdviceOncePerBlock() {
        LoadResult result = Loads.instance("kernel_rx_buf_size 65536\nkernel_rx_buf_size 131072",
                "virtual_ipaddress {\n10.0.0.1 use_vmac\n}");
        assertEquals(
                List.of("kernel_rx_buf_size: not acted on by this version", "use_vmac: not acted on by this version"),
                result.diagnostics()
                        .stream()
                        .filter(d -> d.code().equals(Diagnostic.NOT_ACTED_ON))
                        .map(Diagnostic::message)
                        .toList());
        assertTrue(Loads.only(result).addresses().getLast().useVmac());
        assertEquals(0, result.outcome().testExitCode());
    }

    @Test
    void anAddressWithAVmacOfItsOwnHasNotTheInstancesToo() {
        assertEquals(List.of("(VI) use_vmac specified for VIP/eVIP 10.0.0.1/24 and vrrp instance"), messages(Loads
                .instance("use_vmac", "virtual_ipaddress {\n10.0.0.1/24 use_vmac\n10.0.0.2 dev eth1 use_vmac\n}")));
        LoadResult all = Loads.instance("use_vmac_addr",
                "virtual_ipaddress {\n10.0.0.1/24 use_vmac\n10.0.0.2 dev eth1 use_vmac\n}");
        assertEquals(List.of("(VI) use_vmac_addr specified and use_vmac specified for VIP/eVIP 10.0.0.2"),
                messages(all));
        assertEquals(5, all.outcome().testExitCode());
        assertEquals(List.of(false, true, false),
                Loads.only(all).addresses().stream().map(VirtualAddress::useVmac).toList());
    }

    @Test
    void aFindingPointsAtTheWordAndNamesTheLikelyOne() {
        Diagnostic misspelt = Loads.test("static_routes {\n  10.0.0.0/8 dev eth0 metrik 5\n}\n")
                .diagnostics()
                .stream()
                .filter(d -> d.message().equals("unknown route keyword metrik"))
                .findFirst()
                .orElseThrow();
        assertEquals("test.conf:2:23", misspelt.position().toString());
        assertEquals("metric", misspelt.suggestion());
        Diagnostic value = Loads.test("static_rules {\n  from 10.0.0.0/8 table lan\n}\n")
                .diagnostics()
                .stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertEquals("test.conf:2:25", value.position().toString());
        assertEquals("a name of rt_tables or 1..4294967295", value.expected());
    }

    @Test
    void aFamilyLosesTheWordBehindIt() {
        LoadResult result = Loads.test("static_routes {\ninet6 default dev eth0\n}\n");
        assertEquals(List.of("'default' after inet6 is passed over", "Route must have a destination"),
                result.diagnostics()
                        .stream()
                        .filter(d -> !d.code().equals(Diagnostic.NOT_ACTED_ON))
                        .map(Diagnostic::message)
                        .toList());
    }
}
