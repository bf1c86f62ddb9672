package org.jkeepalived.config;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Definitions, generators and conditional lines. */
class DefinitionTest {
    private static String routerId(String definitions, String value) {
        LoadResult result = Loads.test(definitions + "\nglobal_defs {\n router_id " + value + "\n}\n");
        return Loads.routerId(result);
    }

    @Test
    void bracedNamesAreReplacedEverywhereAndBareOnesOnlyAtTheEndOfAWord() {
        assertEquals("x1,y1)z$A.w", routerId("$A=1", "x$A,y$A)z$A.w"));
        assertEquals("x$A/y", routerId("$A=1", "x$A/y"));
        assertEquals("x1/y", routerId("$A=1", "x${A}/y"));
    }

    @Test
    void aBlankBeforeTheEqualsSignMakesNoDefinition() {
        assertEquals(List.of("Unknown keyword '$ID'"), Loads.messages(Loads.test("$ID = 51\n")));
        assertEquals(List.of("Unknown keyword '$1X=v'"), Loads.messages(Loads.test("$1X=v\n")));
    }

    @Test
    void valuesAreTakenWhenUsed() {
        LoadResult result = Loads.test("$N=${A}y\n$A=late\nvrrp_instance $N {\n" + Loads.INSTANCE + "}\n");
        assertEquals("latey", Loads.only(result).name());
    }

    @Test
    void anEmptyDefinitionIsNothingAndAnUndefinedNameStays() {
        assertEquals("ab", routerId("$X=", "a${X}b"));
        assertEquals("$UND", routerId("", "$UND"));
        assertEquals("a$$b", routerId("", "a$$b"));
        assertEquals("a$1", routerId("$b=1", "a$$b"));
    }

    @Test
    void aDefinitionThatNamesItselfEnds() {
        assertTrue(routerId("$X=${X}", "a${X}b").startsWith("a"));
    }

    @Test
    void anUnquotedCommentMarkFromAValueStartsAComment() {
        assertEquals("a", routerId("", "a${_HASH}b"));
        assertEquals("a#b!c", routerId("", "\"a${_HASH}b${_BANG}c\""));
    }

    @Test
    void predefinedNamesGiveInstanceEnvironmentAndRandomNumbers() {
        assertEquals("host1", routerId("", "${_INSTANCE}"));
        assertEquals("/usr/bin:/bin", routerId("", "${_ENV PATH}"));
        int random = Integer.parseInt(routerId("", "${_RANDOM 5 7}"));
        assertTrue(random >= 5 && random <= 7);
        assertTrue(Integer.parseInt(routerId("", "${_RANDOM}")) < 32768);
    }

    @Test
    void aMultiLineDefinitionHoldsABlocksBody() {
        LoadResult result = Loads.test(
                "$BODY= \\\n interface eth0 \\\n virtual_router_id $ID \\\n virtual_ipaddress { \\\n  10.99.0.$ID \\\n }\n"
                        + "$ID=51\nvrrp_instance VI {\n $BODY\n}\n$ID=52\nvrrp_instance V2 {\n $BODY\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(List.of(51, 52),
                result.configuration().instances().stream().map(i -> i.virtualRouterId()).toList());
    }

    @Test
    void aMultiLineDefinitionInTheMiddleOfALineAddsLinesAfterIt() {
        LoadResult result = Loads.test("$M= \\\n priority 77 \\\n nopreempt\n\nvrrp_instance VI {\n" + Loads.INSTANCE
                + "advert_int 2 $M\n}\n");
        assertEquals(77, Loads.only(result).priority());
        assertTrue(Loads.only(result).nopreempt());
        assertEquals(2_000_000_000L, Loads.only(result).advertIntervalNanos());
    }

    @Test
    void aCommentLineEndsAMultiLineDefinition() {
        LoadResult result = Loads.test(
                "$BODY= \\\n interface eth0 \\\n # note \\\n virtual_router_id 51\nvrrp_instance VI {\n $BODY\n}\n");
        assertEquals("Unknown keyword 'virtual_router_id'", Loads.messages(result).getFirst());
    }

    @Test
    void linesOfADefinitionMayBeConditionalOrDefineSomething() {
        String text = "$BODY= \\\n @n1 priority 11 \\\n @n2 priority 22 \\\n $DELAY=7 \\\n preempt_delay $DELAY\n\nvrrp_instance VI {\n"
                + Loads.INSTANCE
                + "$BODY\n}\n";
        assertEquals(11, Loads.only(Loads.test(text, "n1")).priority());
        assertEquals(22, Loads.only(Loads.test(text, "n2")).priority());
        assertEquals(7_000_000_000L, Loads.only(Loads.test(text)).preemptDelayNanos());
    }

    @Test
    void seqRepeatsALineWithACounter() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n"
                        + "~SEQ(x, 100, 2, 104) 10.99.0.${x}/32\n~SEQx(y, 10, 11) 2001:db8::${y}\n}\n}\n");
        assertEquals(List.of("/10.99.0.100", "/10.99.0.102", "/10.99.0.104"),
                Loads.only(result).addresses().stream().map(a -> a.address().toString()).toList());
        assertEquals(2, Loads.codes(result).stream().filter("wrong-family"::equals).count());
    }

    @Test
    void seqCountsDownAndNests() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n"
                        + "~SEQ(x, 1, 2) ~SEQ(y, 8, 7) 10.99.${x}.${y}/32\n}\n}\n");
        assertEquals(List.of("/10.99.1.8", "/10.99.1.7", "/10.99.2.8", "/10.99.2.7"),
                Loads.only(result).addresses().stream().map(a -> a.address().toString()).toList());
    }

    @Test
    void seqMakesBlocksFromAMultiLineDefinition() {
        LoadResult result = Loads.test(
                "$INST= \\\nvrrp_instance V$x { \\\n virtual_router_id $x \\\n interface eth0 \\\n virtual_ipaddress { \\\n"
                        + "  10.99.0.$x \\\n } \\\n}\n\n~SEQ(x, 61, 62) $INST\n");
        assertEquals(List.of("V61", "V62"), result.configuration().instances().stream().map(i -> i.name()).toList());
    }

    @Test
    void lstTakesValuesInTurnAlsoSeveralAtOnce() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n"
                        + "~LST({a,b}, {5,32}, {9,24}) 10.99.0.${a}/${b}\n~LST(x, 1, 2) 10.98.0.${x}\n}\n}\n");
        assertEquals(List.of("/10.99.0.5", "/10.99.0.9", "/10.98.0.1", "/10.98.0.2"),
                Loads.only(result).addresses().stream().map(a -> a.address().toString()).toList());
        assertEquals(24, Loads.only(result).addresses().get(1).prefixLength());
    }

    @Test
    void badGeneratorsAreReportedAndDropped() {
        LoadResult result = Loads
                .test("~SEQ(x) foo\n~SEQ(x,1,0,5) a\n~LST(x) foo\n~SEQ(x 100 102) a\n~SEQ(x, 1, 2\n");
        assertEquals(List.of("bad-generator", "bad-generator", "bad-generator", "bad-generator", "bad-generator"),
                Loads.codes(result));
    }

    @Test
    void aConditionKeepsALineOnlyForItsConfigId() {
        String text = "global_defs {\n router_id none\n @n1 router_id one\n @^n1 vrrp_version 3\n}\n";
        assertEquals("one", Loads.routerId(Loads.test(text, "n1")));
        assertEquals(2, Loads.test(text, "n1").configuration().global().vrrpVersion());
        assertEquals("none", Loads.routerId(Loads.test(text)));
        assertEquals(3, Loads.test(text).configuration().global().vrrpVersion());
    }

    @Test
    void aConditionWorksOnBracesAndDefinitionsAndOnlyOncePerLine() {
        assertEquals("x", Loads.routerId(Loads.test("@n1 $A=x\n@n1 global_defs {\n@n1 router_id $A\n@n1 }\n", "n1")));
        assertEquals(List.of(), Loads.messages(Loads.test("@n1 global_defs {\n@n1 router_id x\n@n1 }\n", "n2")));
        assertEquals(List.of("Unknown keyword '@n1'"),
                Loads.messages(Loads.test("global_defs {\n@n1 @n1 router_id one\n}\n", "n1")));
        assertEquals(List.of(), Loads.messages(Loads.test("@ n1 foo\n@${ID} foo\n", "n1")));
    }
}
