package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.effective.EffectiveBlock;
import org.jkeepalived.config.effective.EffectiveSetting;
import org.jkeepalived.config.effective.EffectiveText;
import org.jkeepalived.config.effective.Origin;
import org.junit.jupiter.api.Test;

/** What is in force, and where it comes from. */
class EffectiveConfigurationTest {
    private static final String INSTANCE = "vrrp_instance VI {\n" + Loads.INSTANCE;

    private static EffectiveLoad load(String text) {
        return ConfigLoader.loadEffectiveText("test.conf", text, LoadOptions.test(new FakeHost()));
    }

    private static EffectiveSetting setting(String text, String block, String keyword) {
        return load(text).effective().block(block).setting(keyword);
    }

    @Test
    void anEmptyWordIsPrintedAsOneSoThatItReadsBack() {
        String named = "global_defs {\nrouter_id \"\"\n}\n" + INSTANCE + "}\n";
        assertEquals(List.of("\"\""), setting(named, "global_defs", "router_id").arguments());
        String watched = "global_defs {\ndynamic_interfaces\n}\n" + INSTANCE + "}\n";
        assertEquals(List.of(""), setting(watched, "global_defs", "dynamic_interfaces").arguments());
    }

    @Test
    void aWrittenValueHasThePlaceOfItsLastStatement() {
        EffectiveSetting priority = setting(INSTANCE + "priority 50\npriority 60\n}\n", "vrrp_instance VI", "priority");
        assertEquals(List.of("60"), priority.arguments());
        assertEquals(new Origin(Origin.Kind.WRITTEN, "test.conf", 8, null), priority.origin());
    }

    @Test
    void aStatementThatIsRefusedIsNotWhereTheValueComesFrom() {
        EffectiveSetting interval = setting(INSTANCE + "advert_int 2\nadvert_int abc\n}\n", "vrrp_instance VI",
                "advert_int");
        assertEquals(7, interval.origin().line());
        assertFalse(setting(INSTANCE + "advert_int abc\n}\n", "vrrp_instance VI", "advert_int").set());
    }

    @Test
    void aStatementThatIsRefusedAndChangesTheValueAllTheSameIsWhereItComesFrom() {
        EffectiveSetting priority = setting(INSTANCE + "priority 300\n}\n", "vrrp_instance VI", "priority");
        assertEquals(List.of("100"), priority.arguments());
        assertEquals(7, priority.origin().line());
    }

    @Test
    void aValueThatARuleRepairsSaysWhatItWas() {
        EffectiveSetting interval = setting(INSTANCE + "advert_int 1.4\n}\n", "vrrp_instance VI", "advert_int");
        assertEquals(List.of("1"), interval.arguments());
        assertEquals("test.conf:7, changed by a rule, was 1.4", interval.origin().text());
    }

    @Test
    void aValueThatARuleTakesAwayIsDropped() {
        EffectiveSetting nopreempt = setting(INSTANCE + "state MASTER\nnopreempt\n}\n", "vrrp_instance VI",
                "nopreempt");
        assertFalse(nopreempt.set());
        assertEquals("test.conf:8, dropped by a rule", nopreempt.origin().text());
    }

    @Test
    void aBlockThatARuleTakesAwayIsDropped() {
        String script = "vrrp_script S {\nscript /usr/bin/true\n}\n";
        EffectiveBlock dropped = load(script + INSTANCE + "}\n").effective().block("vrrp_script S");
        assertFalse(dropped.set());
        assertTrue(EffectiveText.of(load(script + INSTANCE + "}\n").effective(), "test.conf")
                .contains("# vrrp_script S  test.conf:1, dropped by a rule\n"));
    }

    @Test
    void whatFollowsFromTheRestIsSetButNotWritten() {
        EffectiveSetting priority = setting(INSTANCE + "state MASTER\n}\n", "vrrp_instance VI", "priority");
        assertTrue(priority.set());
        assertEquals(List.of("255"), priority.arguments());
        assertEquals(Origin.Kind.DERIVED, priority.origin().kind());
    }

    @Test
    void aDefaultIsNotSet() {
        EffectiveSetting interval = setting(INSTANCE + "}\n", "vrrp_instance VI", "advert_int");
        assertFalse(interval.set());
        assertEquals(List.of("1"), interval.arguments());
        assertEquals(Origin.Kind.DEFAULT, interval.origin().kind());
    }

    @Test
    void theValueOfGlobalDefsHoldsWithItsNameAndPlace() {
        EffectiveSetting adverts = setting("global_defs {\nvrrp_down_timer_adverts 4\n}\n" + INSTANCE + "}\n",
                "vrrp_instance VI", "down_timer_adverts");
        assertFalse(adverts.set());
        assertEquals(List.of("4"), adverts.arguments());
        assertEquals("(vrrp_down_timer_adverts, test.conf:2)", adverts.origin().text());
        EffectiveSetting own = setting(
                "global_defs {\nvrrp_down_timer_adverts 4\n}\n" + INSTANCE + "down_timer_adverts 3\n}\n",
                "vrrp_instance VI", "down_timer_adverts");
        assertTrue(own.set());
    }

    @Test
    void inheritanceGoesOnThroughGlobalDefs() {
        EffectiveSetting alert = setting("global_defs {\nsmtp_alert on\n}\n" + INSTANCE + "}\n", "vrrp_instance VI",
                "smtp_alert");
        assertEquals(List.of("true"), alert.arguments());
        assertEquals("smtp_alert_vrrp", alert.origin().note());
    }

    @Test
    void aFlagOfGlobalDefsIsInheritedAsTrue() {
        assertEquals(List.of("true"), setting("global_defs {\nv3_checksum_as_v2\n}\n" + INSTANCE + "}\n",
                "vrrp_instance VI", "v3_checksum_as_v2").arguments());
    }

    @Test
    void aDefaultThatDependsOnAnotherValueIsWorkedOut() {
        String minimal = "global_defs {\nvrrp_min_garp\n}\n" + INSTANCE + "}\n";
        assertEquals(List.of("0"), setting(minimal, "global_defs", "vrrp_garp_master_delay").arguments());
        assertEquals(List.of("1"), setting(minimal, "vrrp_instance VI", "garp_master_repeat").arguments());
    }

    @Test
    void anIpv6InstanceInheritsTheGroupOfItsFamily() {
        String six = INSTANCE.replace("10.99.0.100", "fd00::1") + "}\n";
        assertEquals("vrrp_mcast_group6", setting(six, "vrrp_instance VI", "mcast_dst_ip").origin().note());
        assertNull(setting(six, "vrrp_instance VI", "version").origin().file());
    }

    @Test
    void theEntriesOfAListHaveTheirOwnPlaces() {
        EffectiveSetting addresses = setting(INSTANCE.replace("10.99.0.100", "10.99.0.100\n10.99.0.101/24") + "}\n",
                "vrrp_instance VI", "virtual_ipaddress");
        assertEquals(List.of("10.99.0.100", "10.99.0.101/24"), addresses.arguments());
        assertEquals(List.of(5, 6), addresses.places().stream().map(Origin::line).toList());
    }

    @Test
    void whatIsReadFromAnIncludedDefinitionKeepsThePlaceOfItsUse() {
        EffectiveSetting id = setting("$ID=7\nvrrp_instance VI {\ninterface eth0\nvirtual_router_id $ID\n}\n",
                "vrrp_instance VI", "virtual_router_id");
        assertEquals(List.of("7"), id.arguments());
        assertEquals(4, id.origin().line());
    }

    @Test
    void aStoppedReadingHasNothingInForce() {
        assertEquals(List.of(), load("vrrp_instance VI {\ninterface\n}\n").effective().nodes());
    }

    @Test
    void theTextIsAConfigurationWithAColumnOfPlaces() {
        List<String> lines = EffectiveText
                .of(load("global_defs {\n router_id \"my router\"\n process_names\n}\n" + INSTANCE
                        + "notify_master \"/usr/bin/true 'a b'\" root\n}\n").effective(), "keepalived.conf")
                .lines()
                .toList();
        assertEquals("# keepalived.conf", lines.getFirst());
        int global = lines
                .indexOf(lines.stream().filter(line -> line.startsWith("global_defs")).findFirst().orElseThrow());
        int column = lines.get(global).indexOf('#');
        assertEquals("# test.conf:2", lines.get(global + 1).substring(column));
        List<String> words = lines.stream().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals(
                List.of("global_defs { # test.conf:1", " router_id \"my router\" # test.conf:2",
                        " process_names # test.conf:3; the daemon is one process, named by process_name",
                        " # script_user (default: keepalived_script if that account exists, else root)"),
                words.subList(global, global + 4));
        int addresses = words.indexOf(" virtual_ipaddress { # test.conf:8");
        assertEquals(
                List.of(" 10.99.0.100 # test.conf:9", " }",
                        " notify_master \"/usr/bin/true 'a b'\" root # test.conf:11",
                        " state BACKUP # (not written, follows from the rest)"),
                words.subList(addresses + 1, addresses + 5));
    }
}
