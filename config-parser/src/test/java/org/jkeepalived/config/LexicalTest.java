package org.jkeepalived.config;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Comments, words, quotes, encoding and the length of lines. */
class LexicalTest {
    private static String routerId(String value) {
        LoadResult result = Loads.test("global_defs {\n router_id " + value + "\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        return Loads.routerId(result);
    }

    @Test
    void hashAndBangStartACommentEvenGluedToAWord() {
        assertEquals("abc", routerId("abc#def"));
        assertEquals("abc", routerId("abc!def"));
    }

    @Test
    void backslashHashAndBackslashBangStandForThePlainCharacter() {
        assertEquals("abc#def!x", routerId("abc\\#def\\!x"));
    }

    @Test
    void insideDoubleQuotesCommentMarksBlanksAndBracesAreOrdinary() {
        assertEquals("a#b!c", routerId("\"a#b!c\""));
        assertEquals("two words {x}", routerId("\"two words {x}\""));
    }

    @Test
    void bracesInCommentsAreNotCounted() {
        LoadResult result = Loads.test("# { {\n! }\nglobal_defs { # }\n router_id x ! {\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertTrue(result.outcome().closesItsBlocks());
    }

    @Test
    void aCommentMayStandBetweenABlocksNameAndItsBrace() {
        LoadResult result = Loads.test("vrrp_instance VI # first\n! second\n\n{\n" + Loads.INSTANCE + "}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals("VI", Loads.only(result).name());
    }

    @Test
    void aQuoteInTheMiddleEndsTheWordBeforeIt() {
        assertEquals("abc", routerId("abc\"def ghi\""));
        assertEquals("a", routerId("\"a\"\"b\""));
    }

    @Test
    void anEmptyQuotedWordIsAValue() {
        assertEquals("", routerId("\"\""));
    }

    @Test
    void singleQuotesAreOrdinaryOutsideScripts() {
        assertEquals("'a", routerId("'a b'"));
    }

    @Test
    void aMissingClosingQuoteIsReportedAndDropsTheRest() {
        LoadResult result = Loads.test("global_defs {\n router_id \"abc\n}\n");
        assertEquals(
                List.of("Unterminated quote 'router_id \"abc'", "Unmatched quote: 'router_id \"abc'",
                        "routerid name missing - ignoring"),
                Loads.messages(result));
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aBackslashDoesNotEscapeAQuoteInAnOrdinaryLine() {
        LoadResult result = Loads.test("global_defs {\n router_id a\\\"b\n}\n");
        assertEquals("a\\", Loads.routerId(result));
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void instanceNamesMayContainBlanksWhenQuoted() {
        LoadResult result = Loads.test("vrrp_instance \"my vi\" {\n" + Loads.INSTANCE + "}\n");
        assertEquals("my vi", Loads.only(result).name());
    }

    @Test
    void carriageReturnsAtLineEndAreDropped() {
        LoadResult result = Loads.test("global_defs {\r\n router_id x\r\n}\r\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals("x", Loads.routerId(result));
    }

    @Test
    void aMissingNewlineAtTheEndIsHarmless() {
        assertEquals("x", Loads.routerId(Loads.test("global_defs {\n router_id x\n}")));
    }

    @Test
    void keywordsAreCaseSensitive() {
        LoadResult result = Loads.test("GLOBAL_DEFS\n");
        assertEquals(List.of("Unknown keyword 'GLOBAL_DEFS'"), Loads.messages(result));
    }

    @Test
    void aNoBreakSpaceSeparatesNothing() {
        LoadResult result = Loads.instance("priority\u00a050");
        assertEquals(List.of("Unknown keyword 'priority\u00a050'"), Loads.messages(result));
    }

    @Test
    void aByteOrderMarkBecomesPartOfTheFirstKeyword() {
        assertEquals("unknown-keyword", Loads.codes(Loads.test("\ufeffglobal_defs {\n}\n")).getFirst());
    }

    @Test
    void utf8ValuesAreKept() {
        assertEquals("主节点", routerId("主节点"));
    }

    @Test
    void aLineOf1023BytesIsTooLongAndIgnored() {
        String keyword = " router_id ";
        assertEquals(1011, routerId("x".repeat(1022 - keyword.length())).length());
        LoadResult result = Loads.test("global_defs {\n" + keyword + "x".repeat(1023 - keyword.length()) + "\n}\n");
        assertEquals(List.of("line too long - ignoring"), Loads.messages(result));
        assertEquals("host1.example.com", Loads.routerId(result));
    }

    @Test
    void aLineWithANulIsIgnored() {
        LoadResult result = Loads.test("global_defs {\n router_id a\0b\n}\n");
        assertEquals(List.of("bad-line"), Loads.codes(result));
    }

    @Test
    void thereIsNoLineContinuation() {
        LoadResult result = Loads.test("vrrp_instance VI {\n interface\\\n eth0\n" + Loads.INSTANCE + "}\n");
        assertEquals(List.of("Unknown keyword 'interface\\'", "Unknown keyword 'eth0'"), Loads.messages(result));
    }

    @Test
    void wordsAfterAValueAreIgnored() {
        LoadResult result = Loads.instance("priority 90\t\t//", "nopreempt yes please");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(90, Loads.only(result).priority());
    }
}
