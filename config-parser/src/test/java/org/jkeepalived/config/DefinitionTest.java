package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

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
        LoadResult result = Loads.test("$M= 2 \\\n priority 77 \\\n nopreempt\n\nvrrp_instance VI {\n" + Loads.INSTANCE
                + "advert_int $M\n}\n");
        assertEquals(77, Loads.only(result).priority());
        assertTrue(Loads.only(result).nopreempt());
        assertEquals(2_000_000_000L, Loads.only(result).advertIntervalNanos());
    }

    /** As keepalived 2.2.7; 2.4.3 ends the definition at either. */
    @Test
    void aCommentLineGoesOnWhereItEndsInABackslash() {
        String text = "$BODY= \\\n interface eth0 \\\n # note%s\n virtual_router_id 51\nvrrp_instance VI {\n $BODY\nvirtual_ipaddress {\n192.0.2.1\n}\n}\n";
        assertEquals(51, Loads.only(Loads.test(text.formatted(" \\"))).virtualRouterId());
        assertEquals("Unknown keyword 'virtual_router_id'", Loads.messages(Loads.test(text.formatted(""))).getFirst());
    }

    @Test
    void linesOfADefinitionMayBeConditionalOrDefineSomething() {
        String text = "$BODY= \\\n @n1 priority 11 \\\n @n2 priority 22 \\\n $DELAY=7 \\\n preempt_delay $DELAY\n\nvrrp_instance VI {\n"
                + Loads.INSTANCE + "$BODY\n}\n";
        assertEquals(11, Loads.only(Loads.test(text, "n1")).priority());
        assertEquals(22, Loads.only(Loads.test(text, "n2")).priority());
        assertEquals(7_000_000_000L, Loads.only(Loads.test(text)).preemptDelayNanos());
    }

    @Test
    void aGeneratorMayStandBehindABrace() {
        LoadResult result = Loads.test("vrrp_instance VI {\ninterface eth0\nvirtual_router_id 1\n"
                + "virtual_ipaddress { ~SEQ(A,101,103) 192.0.2.$A\n}\n"
                + "virtual_ipaddress_excluded {~LST(A,1,2) 198.51.100.$A\n}\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(3, Loads.only(result).addresses().size());
        assertEquals(2, Loads.only(result).excludedAddresses().size());
    }

    @Test
    void seqRepeatsALineWithACounter() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n"
                        + "~SEQ(x, 100, 2, 104) 10.99.0.${x}/32\n~SEQx(y, 10, 11) 2001:db8::${y}\n}\n}\n");
        assertEquals(List.of("10.99.0.100", "10.99.0.102", "10.99.0.104"),
                Loads.only(result).addresses().stream().map(a -> a.address().toString()).toList());
        assertEquals(2, Loads.codes(result).stream().filter("wrong-family"::equals).count());
    }

    @Test
    void seqCountsDownAndNests() {
        LoadResult result = Loads
                .test("vrrp_instance VI {\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n"
                        + "~SEQ(x, 1, 2) ~SEQ(y, 8, 7) 10.99.${x}.${y}/32\n}\n}\n");
        assertEquals(List.of("10.99.1.8", "10.99.1.7", "10.99.2.8", "10.99.2.7"),
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
        assertEquals(List.of("10.99.0.5", "10.99.0.9", "10.98.0.1", "10.98.0.2"),
                Loads.only(result).addresses().stream().map(a -> a.address().toString()).toList());
        assertEquals(24, Loads.only(result).addresses().get(1).prefixLength());
    }

    @Test
    void badGeneratorsAreReportedInTwoStepsAndDropped() {
        LoadResult result = Loads.test("~SEQ(x) foo\n~SEQ(x,1,0,5) a\n~LST(x) foo\n~SEQ(x 100 102) a\n~SEQ(x, 1, 2\n");
        assertEquals(
                List.of("Invalid ~SEQ definition '~SEQ(x) foo'", "Invalid ~SEQ specification '~SEQ(x) foo'",
                        "Invalid ~SEQ values '~SEQ(x,1,0,5) a'", "Invalid ~SEQ specification '~SEQ(x,1,0,5) a'",
                        "Invalid ~LST specification '~LST(x) foo'", "Invalid ~SEQ definition '~SEQ(x 100 102) a'",
                        "Invalid ~SEQ specification '~SEQ(x 100 102) a'",
                        "~SEQ parameter strings too long '~SEQ(x, 1, 2'", "Invalid ~SEQ specification '~SEQ(x, 1, 2'"),
                Loads.messages(result));
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

    @Test
    void aValueIsTheRestOfTheLineWithoutBlanksAroundItAndItsComment() {
        assertEquals("xa b", routerId("  $X=  a b   # note", "\"x${X}\""));
        assertEquals("xa b", routerId("\t$X=  a b  ", "\"x${X}\""));
        assertEquals("a b", routerId("$X=\"a b\"", "$X"));
        assertEquals("a", routerId("$X=a b", "$X"));
        assertEquals("a", routerId("$X=a#b", "$X"));
    }

    @Test
    void aDefinitionMayStandInABlockAndTheNewestValueCounts() {
        LoadResult result = Loads.test("global_defs {\n $A=1\n router_id $A\n $A=2\n vrrp_version $A\n}\n");
        assertEquals("1", Loads.routerId(result));
        assertEquals(2, result.configuration().global().vrrpVersion());
        assertEquals("", routerId("$A=1\n$A=", "\"${A}\""));
    }

    @Test
    void namesAreReplacedInQuotesInKeywordsAndInsideNames() {
        assertEquals("y1 z", routerId("$A=1", "\"y$A z\""));
        assertEquals("c", routerId("$a=b\n$b=c", "${${a}}"));
        assertEquals("x", Loads.routerId(Loads.test("$K=router\nglobal_defs {\n ${K}_id x\n}\n")));
    }

    @Test
    void aUseInFrontOfAQuoteABraceOrOtherTextStaysAsWritten() {
        assertEquals("$A", routerId("$A=1", "\"$A\""));
        assertEquals("x$A|", routerId("$A=1", "x$A|"));
    }

    @Test
    void aValueOfSeveralLinesIsPutInOnlyAtTheEndOfALine() {
        assertEquals(List.of("Unknown keyword 'foo_a'", "Unknown keyword 'b'", "Unknown keyword 'bar_$A'"),
                Loads.messages(Loads.test("$A= \\\n a \\\n b\n\nfoo_$A\nbar_$A bar\n")));
    }

    @Test
    void valuesOfSeveralLinesMayUseEachOther() {
        assertEquals(
                List.of("Unknown keyword 'a'", "Unknown keyword 'n1'", "Unknown keyword 'n2'", "Unknown keyword 'b1'",
                        "Unknown keyword 'b2'", "Unknown keyword 'c'", "Unknown keyword 'd'"),
                Loads.messages(Loads
                        .test("$N= \\\n n1 \\\n n2\n\n$M= \\\n a \\\n $N \\\n ~SEQ(x,1,2) b$x \\\n c\n\n$M\nd\n")));
    }

    @Test
    void anEmptyLineEndsAValueAndALoneBackslashDoesNot() {
        assertEquals(List.of("Unknown keyword 'a1'", "Unknown keyword 'a2'", "Unknown keyword 'd'"),
                Loads.messages(Loads.test("$M= a1 \\\n   \\\n a2 \\\n\n$M\nd\n")));
    }

    @Test
    void aCommentBehindALineOfAValueDoesNotEndIt() {
        assertEquals(List.of("Unknown keyword 'a1'", "Unknown keyword 'a2'", "Unknown keyword 'a3'"),
                Loads.messages(Loads.test("$M= a1 \\\n a2 # note \\\n a3\n$M\n")));
    }

    @Test
    void aConditionHoldsForTheFirstLineOfAValueAlone() {
        String text = "@n1 $M= a1 \\\n a2 \\\n a3\nglobal_defs {\n}\n";
        assertEquals(List.of(), Loads.messages(Loads.test(text, "n1")));
        assertEquals(List.of("Unknown keyword 'a2\\'", "Unknown keyword 'a3'"), Loads.messages(Loads.test(text, "n2")));
    }

    @Test
    void aDefinitionMayBeAWholeStatementAnIncludeOrADefinition() {
        LoadResult result = Loads.test("$I=include\n$I nosuch\n$D=$B=3\n$D\nfoo_$B\n");
        assertEquals(List.of("Config files missing 'nosuch'.", "Unknown keyword 'foo_3'"), Loads.messages(result));
    }

    @Test
    void aDefinitionOfAPredefinedNameReplacesIt() {
        assertEquals("z", routerId("$_INSTANCE=z", "$_INSTANCE"));
        assertEquals("7", routerId("$_RANDOM=7", "${_RANDOM}"));
    }

    @Test
    void aBadRangeOfRandomNumbersIsReportedAndTheLineDropped() {
        for (String range : List.of("5 1", "x", "1 2 3", "-5 1", "1 99999999999")) {
            assertEquals(List.of("Invalid ${_RANDOM} range '" + range + "'"),
                    Loads.messages(Loads.test("foo ${_RANDOM " + range + "}\n")));
        }
    }

    @Test
    void anUnsetEnvironmentVariableIsEmptyAndWorksInIncludePatterns() {
        assertEquals("ab", routerId("", "a${_ENV NOSUCH}b"));
        assertEquals(List.of("Config files missing '/usr/bin:/bin/nosuch'."),
                Loads.messages(Loads.test("include ${_ENV PATH}/nosuch\n")));
    }

    private static List<String> made(String line) {
        return Loads.messages(Loads.test(line + "\n"))
                .stream()
                .map(m -> m.replaceAll("^Unknown keyword '(.*)'$", "$1"))
                .toList();
    }

    @Test
    void theFormsOfSeq() {
        assertEquals(List.of("a1", "a2", "a3"), made("~SEQ(x, 3) a$x"));
        assertEquals(List.of("a-1", "a-2"), made("~SEQ(x, -2) a$x"));
        assertEquals(List.of("a1", "a0"), made("~SEQ(x, 0) a$x"));
        assertEquals(List.of("a5", "a4", "a3"), made("~SEQ(x, 5, 3) a$x"));
        assertEquals(List.of("a1", "a3", "a5"), made("~SEQ(x, 1, 2, 6) a$x"));
        assertEquals(List.of("a6", "a4", "a2"), made("~SEQ(x, 6, -2, 1) a$x"));
        assertEquals(List.of("a16", "a17"), made("~SEQ(x, 0x10, 0x11) a$x"));
        assertEquals(List.of("a9", "aa", "ab"), made("~SEQx(x, 9, 11) a$x"));
        assertEquals(List.of("a1", "a2"), made("~SEQ (x, 1, 2)a$x"));
        assertEquals(List.of("a1", "a2", "a3"), made("$y=1\n$z=3\n~SEQ(x, $y, ${z}) a$x"));
        assertEquals(List.of("c1d1", "c2d1", "c2d2"), made("~SEQ(x, 1, 2) ~SEQ(y, 1, $x) c${x}d${y}"));
    }

    @Test
    void theFormsOfLst() {
        assertEquals(List.of("aa", "ab"), made("~LST(x, a, b) a$x"));
        assertEquals(List.of("p1-2", "p3-"), made("~LST({x, y}, {1, 2}, {3}) p${x}-${y}"));
        assertEquals(List.of("p1", "p2"), made("~LST({x}, {1}, 2) p$x"));
        assertEquals(List.of("cp"), made("$l=p, q\n~LST(x, $l) c$x").stream().map(w -> w.replace(",", "")).toList());
        assertEquals(List.of("~LST specification has too many values '~LST(x, {1, 2}) q$x'",
                "Invalid ~LST specification '~LST(x, {1, 2}) q$x'"), made("~LST(x, {1, 2}) q$x"));
    }

    @Test
    void theVariableOfAGeneratorKeepsItsLastValue() {
        assertEquals(List.of("a1", "a2", "b2"), made("$x=5\n~SEQ(x, 1, 2) a$x\nb$x"));
    }

    @Test
    void aGeneratedLineMayBeConditionalOrDefineSomething() {
        assertEquals(List.of("a1", "a2"), made("~SEQ(x, 1, 2) @host1 a$x"));
        assertEquals(List.of(), made("~SEQ(x, 1, 2) @^host1 a$x"));
        assertEquals(List.of("a1", "a2"), made("@host1 ~SEQ(x, 1, 2) a$x"));
        assertEquals(List.of("bv2"), made("~SEQ(x, 1, 2) $Y=v$x\nb$Y"));
    }

    @Test
    void aGeneratorStandsAtTheBeginningOfItsLine() {
        assertEquals(List.of("foo"), made("foo ~SEQ(x, 1, 2) c$x"));
        assertEquals(List.of("~"), made("~ SEQ(x, 1, 2) c$x"));
    }

    @Test
    void conditionsAreComparedLiterallyAndTheirPrefixIsCut() {
        assertEquals(List.of("a"), made("@host1\ta"));
        assertEquals(List.of("a"), made("  @host1   a"));
        assertEquals(List.of("b"), made("@^ b"));
        assertEquals(List.of(), made("@host1@host1 c\n@HOST1 d\n@host1# e\n@host1\n"));
    }

    @Test
    void anUnclosedFieldOfLstIsReported() {
        assertEquals(List.of("~LST specification has too many values '~LST(a,{1,{2,{3,{4,) q'",
                "Invalid ~LST specification '~LST(a,{1,{2,{3,{4,) q'"), made("~LST(a,{1,{2,{3,{4,) q"));
    }
}
