package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.settings.InitialState;
import org.junit.jupiter.api.Test;

/** Blocks, unknown keywords, repetition. */
class BraceTest {
    @Test
    void aBraceMayBeGluedOnTheSameLineOrOnALaterOne() {
        LoadResult result = Loads.test(
                "vrrp_instance VI{\nvirtual_router_id 51\ninterface eth0\nvirtual_ipaddress{\n10.0.0.1\n}\nauthentication\n\n{\n}\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(1, Loads.only(result).addresses().size());
    }

    @Test
    void aWholeBlockMayStandOnOneLineWithOneStatementPerPiece() {
        LoadResult result = Loads.test("global_defs { router_id X vrrp_version 3 }\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals("X", Loads.routerId(result));
        assertEquals(2, result.configuration().global().vrrpVersion());
    }

    @Test
    void severalAddressesOnOneLineAreOptionsOfTheFirst() {
        LoadResult result = Loads.test(
                "vrrp_instance VI {\nvirtual_router_id 51\ninterface eth0\nvirtual_ipaddress { 10.99.0.100 10.99.0.101 }\n}\n");
        assertEquals(List.of("Unknown configuration entry '10.99.0.101' for ip address - ignoring"),
                Loads.messages(result));
        assertEquals(1, Loads.only(result).addresses().size());
    }

    @Test
    void aMissingBraceOpensTheBlockAllTheSame() {
        LoadResult result = Loads.test("vrrp_instance VI\n" + Loads.INSTANCE + "}\n");
        assertTrue(Loads.lines(result).contains("(test.conf: Line 2) Missing '{' at beginning of configuration block"));
        assertEquals(List.of("(Line 7) Extra '}' found", "(Line 7) Unknown keyword '}'"),
                Loads.lines(result).stream().filter(line -> line.startsWith("(Line 7)")).toList());
        assertEquals("VI", Loads.only(result).name());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aBraceWithoutAKeywordIsUnexpected() {
        LoadResult result = Loads.test("{\nvrrp_instance VI {\n" + Loads.INSTANCE + "}\n}\n");
        assertEquals(List.of("Unexpected '{' - ignoring", "Unknown keyword '}'"), Loads.messages(result));
        assertTrue(result.outcome().closesItsBlocks());
    }

    @Test
    void missingBracesAtTheEndAreCountedAndTheFileStillRuns() {
        LoadResult result = Loads.test("vrrp_instance VI {\n" + Loads.INSTANCE + "track_interface {\neth1\n");
        assertEquals(List.of("There are 2 missing '}'s or extra '{'s"), Loads.messages(result));
        assertEquals("VI", Loads.only(result).name());
        assertTrue(result.outcome().starts());
        assertFalse(result.outcome().closesItsBlocks());
    }

    @Test
    void anExtraClosingBraceGivesTwoMessagesAndReadingGoesOn() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n" + Loads.INSTANCE + "}\n}\nglobal_defs {\n router_id x\n}\n");
        assertEquals(List.of("Extra '}' found", "Unknown keyword '}'"), Loads.messages(result));
        assertEquals("x", Loads.routerId(result));
    }

    @Test
    void anUnknownBlocksLinesAreReadWhereItStandsAndItsBraceClosesTheOuterBlock() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n" + Loads.INSTANCE + "foo {\nstate MASTER\n}\npriority 3\n}\n");
        assertEquals(List.of("Unknown keyword 'foo'", "Unexpected '{' - ignoring", "Unknown keyword 'priority'",
                "Unknown keyword '}'"), Loads.messages(result));
        assertEquals(InitialState.MASTER, Loads.only(result).state());
    }

    @Test
    void anUnknownKeywordSuggestsTheNearestOneOrTheBlockWhereItBelongs() {
        LoadResult result = Loads.instance("priorty 90", "router_id x");
        assertEquals("priority", result.diagnostics().get(0).suggestion());
        assertEquals("'router_id' inside global_defs", result.diagnostics().get(1).expected());
    }

    @Test
    void aMissingMandatoryArgumentEndsTheReadingWithCode2() {
        LoadResult result = Loads.instance("foo", "priority", "bar");
        assertEquals(List.of("Unknown keyword 'foo'",
                "*** Configuration line starting `priority` is missing a parameter after keyword `priority` at word position 2"),
                Loads.messages(result));
        assertEquals(2, result.outcome().testExitCode());
        assertEquals(2, result.outcome().startExitCode());
    }

    @Test
    void aNamedBlockNeedsExactlyOneName() {
        LoadResult result = Loads
                .test("vrrp_instance A B {\n" + Loads.INSTANCE + "}\nvrrp_instance {\n}\nvrrp_sync_group {\n}\n");
        assertEquals(List.of("vrrp_instance must have a name", "vrrp_instance must have a name",
                "vrrp_sync_group must have a name - skipping"), Loads.messages(result));
        assertEquals(List.of(), result.configuration().instances());
        assertEquals(2, Loads.test("vrrp_script {\n}\n").outcome().testExitCode());
    }

    @Test
    void aSkippedBlocksLinesAreNotLookedAt() {
        LoadResult result = Loads.test("vrrp_instance {\nfoo {\nbar\n}\nvirtual_ipaddress {\n}\n}\nvrrp_instance VI {\n"
                + Loads.INSTANCE + "}\nvrrp_instance VI {\nfoo\n}\n");
        assertEquals(List.of("vrrp_instance must have a name", "vrrp instance VI already defined"),
                Loads.messages(result));
        assertTrue(result.outcome().closesItsBlocks());
    }

    @Test
    void globalDefsMayAppearSeveralTimesAndTheLastValueWins() {
        LoadResult result = Loads
                .test("global_defs {\nrouter_id a\nvrrp_version 3\n}\nglobal_defs {\nrouter_id b\n}\n");
        assertEquals("b", Loads.routerId(result));
        assertEquals(3, result.configuration().global().vrrpVersion());
    }

    @Test
    void aSecondInstanceOfTheSameNameIsSkipped() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n" + Loads.INSTANCE + "}\nvrrp_instance VI {\npriority 7\n}\n");
        assertEquals(List.of("vrrp instance VI already defined"), Loads.messages(result));
        assertEquals(100, Loads.only(result).priority());
    }

    @Test
    void theLastOfTwoSingleValuesWinsButMasterStays() {
        LoadResult result = Loads.instance("priority 50", "priority 60", "state MASTER", "state BACKUP");
        assertEquals(60, Loads.only(result).priority());
        assertEquals(InitialState.MASTER, Loads.only(result).state());
        assertEquals(List.of("(VI) state previously set as MASTER - ignoring BACKUP"), Loads.messages(result));
    }

    @Test
    void globalDefsMayStandAnywhere() {
        LoadResult result = Loads.test("vrrp_script S {\n script /usr/bin/true\n weight -3\n}\nvrrp_instance VI {\n"
                + Loads.INSTANCE
                + "track_script {\n S\n}\n}\nglobal_defs {\n script_user root\n enable_script_security\n vrrp_version 3\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(-3, Loads.only(result).trackScripts().getFirst().weight());
        assertEquals(3, Loads.only(result).version());
    }

    @Test
    void aScriptIsKnownBelowItsBlockOnly() {
        LoadResult result = Loads
                .test("global_defs {\n script_user root\n enable_script_security\n}\nvrrp_instance VI {\n"
                        + Loads.INSTANCE + "track_script {\n S\n}\n}\nvrrp_script S {\n script /usr/bin/true\n}\n");
        assertEquals("(VI) track script S not found, ignoring...", Loads.messages(result).getFirst());
        assertEquals("its vrrp_script above the block that follows it", result.diagnostics().getFirst().expected());
    }

    @Test
    void anUnclosedListTakesFollowingBlocksAsEntries() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n" + Loads.INSTANCE + "track_interface {\neth1\nvrrp_instance V2 {\n}\n}\n");
        assertEquals(List.of("There are 1 missing '}'s or extra '{'s",
                "(VI) tracked interface vrrp_instance doesn't exist", "(VI) tracked interface { doesn't exist"),
                Loads.messages(result));
    }

    @Test
    void whatIsNotActedOnIsNamedOncePerBlock() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n" + Loads.INSTANCE + "use_vmac\nuse_vmac\n}\n" + "vrrp_instance VI2 {\n"
                        + Loads.INSTANCE.replace("51", "52").replace("99.0.100", "99.0.101") + "use_vmac\n}\n");
        assertEquals(2,
                Loads.messages(result).stream().filter("use_vmac: not acted on by this version"::equals).count());
    }

    @Test
    void anUnknownKeywordInAnUnsupportedBlockIsStillUnknown() {
        LoadResult result = Loads.test("virtual_server 10.0.0.1 80 {\n lb_algoo rr\n}\n");
        assertEquals("lb_algo", result.diagnostics().get(1).suggestion());
        assertEquals(5, result.outcome().testExitCode());
    }
}
