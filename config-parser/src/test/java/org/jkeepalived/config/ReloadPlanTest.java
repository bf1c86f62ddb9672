package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.effective.Change;
import org.jkeepalived.config.effective.Effect;
import org.jkeepalived.config.effective.ReloadPlan;
import org.jkeepalived.config.effective.ReloadPlanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reload would do. */
class ReloadPlanTest {
    private static final String INSTANCE = "vrrp_instance VI {\n" + Loads.INSTANCE + "%s\n}\n";

    private static ReloadPlan plan(String old, String fresh) {
        return ReloadPlan.between(
                ConfigLoader.loadEffectiveText("old.conf", old, LoadOptions.run(new FakeHost())).effective(),
                ConfigLoader.loadEffectiveText("new.conf", fresh, LoadOptions.run(new FakeHost())).effective());
    }

    private static Change only(ReloadPlan plan) {
        assertEquals(1, plan.changes().size(), plan.toString());
        return plan.changes().getFirst();
    }

    private static ReloadPlan instance(String before, String after) {
        return plan(INSTANCE.formatted(before.replace(';', '\n')), INSTANCE.formatted(after.replace(';', '\n')));
    }

    @Test
    void nothingDiffersFromItselfNorFromItsDefaultsWrittenOut() {
        assertEquals(List.of(), instance("", "").changes());
        assertEquals(List.of(), instance("", "advert_int 1;garp_master_delay 5;lower_prio_no_advert no").changes());
        assertEquals("No change: nothing in force differs.\n", ReloadPlanText.of(instance("", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            priority 50 | priority 60 | CHANGED | priority | 50 | 60 | HITLESS
            '' | nopreempt | ADDED | nopreempt | off | on | HITLESS
            debug 2 | '' | REMOVED | debug | 2 | 0 | HITLESS
            '' | version 3 | ADDED | version | 2 | 3 | HITLESS
            unicast_peer {;10.0.0.2;} | unicast_peer {;10.0.0.2;10.0.0.3;} | CHANGED | unicast_peer | '' | 10.0.0.3 | HITLESS
            use_vmac | '' | REMOVED | use_vmac | on | off | HITLESS
            """)
    void aChangedSettingHasItsEffect(String before, String after, Change.Kind kind, String keyword, String was,
            String is, Effect effect) {
        Change change = only(instance(before, after));
        assertEquals("vrrp_instance VI / " + keyword, change.path());
        assertEquals(List.of(kind, was, is, effect),
                List.of(change.kind(), change.before(), change.after(), change.effect()));
    }

    @Test
    void aChangeHasThePlaceOfTheNewValue() {
        assertEquals("new.conf:7", only(instance("priority 50", "priority 60")).place().text());
        assertEquals("(default)", only(instance("debug 2", "")).place().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            virtual_router_id 51 | virtual_router_id 52 | virtual_router_id
            interface eth0 | interface eth1 | interface
            10.99.0.100 | fd00::100 | virtual_ipaddress
            """)
    void anotherIdentityIsARestartOfTheInstance(String before, String after, String keyword) {
        String old = INSTANCE.formatted("");
        ReloadPlan plan = plan(old, old.replace(before, after));
        assertTrue(plan.changes()
                .stream()
                .anyMatch(change -> change.path().endsWith(keyword) && change.effect() == Effect.INSTANCE_RESTART),
                plan.toString());
        assertEquals(Effect.INSTANCE_RESTART, plan.gravest());
    }

    @Test
    void theFirstPeerMakesAnotherInstanceAFurtherOneDoesNot() {
        assertEquals(Effect.INSTANCE_RESTART, instance("", "unicast_peer {;10.0.0.2;}").gravest());
        assertEquals(Effect.HITLESS,
                instance("unicast_peer {;10.0.0.2;}", "unicast_peer {;10.0.0.2;10.0.0.3;}").gravest());
    }

    @Test
    void theGroupOfGlobalDefsMakesOtherInstancesOfThoseThatInheritIt() {
        ReloadPlan plan = plan(INSTANCE.formatted(""),
                "global_defs {\nvrrp_mcast_group4 224.0.0.99\n}\n" + INSTANCE.formatted(""));
        assertEquals(List.of("global_defs / vrrp_mcast_group4", "vrrp_instance VI / mcast_dst_ip"),
                plan.changes().stream().map(Change::path).toList());
        assertEquals(Effect.INSTANCE_RESTART, plan.changes().getLast().effect());
        ReloadPlan own = plan(INSTANCE.formatted("mcast_dst_ip 224.0.0.50"),
                "global_defs {\nvrrp_mcast_group4 224.0.0.99\n}\n" + INSTANCE.formatted("mcast_dst_ip 224.0.0.50"));
        assertEquals(Effect.HITLESS, own.gravest());
    }

    @Test
    void anInstanceOfAnotherNameIsTheSameOne() {
        Change change = only(plan(INSTANCE.formatted(""), INSTANCE.formatted("").replace("VI", "Other")));
        assertEquals(List.of(Change.Kind.RENAMED, "VI", "Other", Effect.HITLESS),
                List.of(change.kind(), change.before(), change.after(), change.effect()));
    }

    @Test
    void instancesThatComeAndGoStartAndStop() {
        String other = INSTANCE.formatted("").replace("VI", "V2").replace("51", "52").replace("100", "101");
        assertEquals(Effect.INSTANCE_START,
                only(plan(INSTANCE.formatted(""), INSTANCE.formatted("") + other)).effect());
        Change gone = only(plan(INSTANCE.formatted("") + other, INSTANCE.formatted("")));
        assertEquals(Effect.INSTANCE_STOP, gone.effect());
        assertEquals("old.conf:9", gone.place().text());
    }

    @Test
    void twoInstancesThatSwapTheirNamesGoOn() {
        String one = INSTANCE.formatted("priority 50");
        String two = INSTANCE.formatted("priority 50").replace("VI", "V2").replace("51", "52").replace("100", "101");
        ReloadPlan plan = plan(one + two, one.replace("VI", "V2") + two.replace("V2", "VI"));
        assertEquals(List.of(Change.Kind.RENAMED, Change.Kind.RENAMED),
                plan.changes().stream().map(Change::kind).toList());
    }

    @Test
    void settingsOfTheProcessNeedARestart() {
        ReloadPlan plan = plan("", "global_defs {\nvrrp_priority -10\n}\n");
        assertEquals(Effect.GLOBAL_RESTART, only(plan).effect());
    }

    @Test
    void aSecretIsNotShown() {
        String block = "authentication {;auth_type PASS;auth_pass %s;}";
        Change change = only(instance(block.formatted("one"), block.formatted("two")));
        assertEquals("********", change.before());
        assertFalse(ReloadPlanText.of(instance(block.formatted("one"), block.formatted("two"))).contains("two"));
    }

    @Test
    void theTextBeginsWithASummary() {
        String global = "global_defs {\nvrrp_priority -10\n}\n";
        String text = ReloadPlanText.of(plan(INSTANCE.formatted("priority 50"),
                global + INSTANCE.formatted("priority 60").replace("51", "52")));
        assertEquals(
                List.of("3 changes: 1 hitless, 1 instance restart (VI), 1 global restart",
                        "added   global_defs / vrrp_priority: 0 -> -10           global restart    # new.conf:2",
                        "changed vrrp_instance VI / virtual_router_id: 51 -> 52  instance restart  # new.conf:5",
                        "changed vrrp_instance VI / priority: 50 -> 60           hitless           # new.conf:10"),
                text.lines().toList());
    }
}
