package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.settings.OddBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertEquals(List.of("Unterminated quote 'router_id \"abc'", "Unmatched quote: 'router_id \"abc'",
                "routerid name missing - ignoring"), Loads.messages(result));
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

    @Test
    void verticalTabFormFeedAndCarriageReturnSeparateWordsAsBlanksDo() {
        LoadResult result = Loads.instance("priority\u000b50", "advert_int\f3", "preempt_delay\r4");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(50, Loads.only(result).priority());
        assertEquals(3_000_000_000L, Loads.only(result).advertIntervalNanos());
    }

    @Test
    void blanksOutsideAsciiSeparateNothingAndAreNotCutFromLineEnds() {
        assertEquals("x\u3000", routerId("x\u3000"));
        assertEquals("x\u00a0", routerId("x\u00a0"));
        assertEquals("x\u2003y", routerId("x\u2003y z"));
    }

    @Test
    void theCharacterThatOnlyLooksRightIsNamedWithItsColumn() {
        assertEquals("a blank where the no-break space U+00A0 stands in column 9",
                Loads.instance("priority\u00a050").diagnostics().getFirst().expected());
        assertEquals("nothing where the zero width no-break space U+FEFF stands in column 1",
                Loads.test("\ufeffglobal_defs {\n}\n").diagnostics().getFirst().expected());
        assertEquals("{ where the fullwidth left curly bracket U+FF5B stands in column 12",
                Loads.test("global_defs\uff5b\n}\n").diagnostics().getFirst().expected());
        LoadResult quoted = Loads.instance("interface \u201ceth0\u201d");
        assertTrue(quoted.diagnostics()
                .stream()
                .anyMatch(d -> d.expected() != null && d.expected().contains("left double quotation mark U+201C")));
    }

    @Test
    void theWordThatWasMeantIsSuggestedWithoutTheOddCharacters() {
        assertEquals("priority 50", Loads.instance("priority\u00a050").diagnostics().getFirst().suggestion());
        assertEquals("global_defs", Loads.test("\ufeffglobal_defs {\n}\n").diagnostics().getFirst().suggestion());
        assertEquals("priority", Loads.instance("\uff50riority 5").diagnostics().getFirst().suggestion());
    }

    @Test
    void bytesThatAreNoUtf8SurviveIntoValuesAndAreNamedInMessages(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("gbk.conf");
        byte[] name = "\u4e3b\u8282\u70b9-1 \u4e3b".getBytes(Charset.forName("GBK"));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("# utf-8 \u4e3b\nglobal_defs {\n router_id \"".getBytes(StandardCharsets.UTF_8));
        text.writeBytes(name);
        text.writeBytes("\"\n smtp_server \u4e3b\n}\nfoo".getBytes(StandardCharsets.UTF_8));
        text.writeBytes(name);
        Files.write(file, text.toByteArray());
        LoadResult result = ConfigLoader.load(file, LoadOptions.test(new FakeHost()));
        assertArrayEquals(name, OddBytes.encode(Loads.routerId(result)));
        Diagnostic last = result.diagnostics().getLast();
        assertEquals("unknown-keyword", last.code());
        assertEquals("UTF-8: the byte 0xD6 in column 4 is none", last.expected());
    }

    @Test
    void anyBytesComeBackAsTheyWere() {
        byte[] all = new byte[1 << 16];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 2 == 0 ? i >> 1 : i >> 8);
        }
        assertArrayEquals(all, OddBytes.encode(OddBytes.decode(all)));
        byte[] truncated = {'a', (byte) 0xe4, (byte) 0xb8};
        assertArrayEquals(truncated, OddBytes.encode(OddBytes.decode(truncated)));
        byte[] surrogates = "\ud83d\ude00\u4e3b".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(surrogates, OddBytes.encode(OddBytes.decode(surrogates)));
        byte[] encodedSurrogate = {(byte) 0xed, (byte) 0xb2, (byte) 0x80};
        assertArrayEquals(encodedSurrogate, OddBytes.encode(OddBytes.decode(encodedSurrogate)));
    }

    @Test
    void theLimitOfALineIsInBytes() {
        assertEquals(1011, routerId("x".repeat(1011)).length());
        assertEquals(337, routerId("\u4e3b".repeat(337)).length());
        assertEquals(List.of("line too long - ignoring"),
                Loads.messages(Loads.test("global_defs {\n router_id " + "\u4e3b".repeat(338) + "\n}\n")));
    }

    @Test
    void aLineThatIsTooLongOrHoldsANulLeavesTheOthersWhereTheyAre() {
        LoadResult result = Loads.test("x".repeat(5000) + "\nglobal_defs {\n a\0b\n router_id y\n}\nfoo\n");
        assertEquals(List.of("(Line 1) line too long - ignoring", "(Line 3) line contains embedded NULs - ignoring",
                "(Line 6) Unknown keyword 'foo'"), Loads.lines(result));
        assertEquals("y", Loads.routerId(result));
    }

    @Test
    void aQuoteIsReportedForEveryLineThatIsReadAndOnceWhenADefinitionStandsInIt() {
        assertEquals(List.of("Unterminated quote '@other x \"y'"), Loads.messages(Loads.test("@other x \"y\n")));
        assertEquals(
                List.of("Unterminated quote 'foo_$A \"'", "Unmatched quote: 'foo_1 \"'", "Unknown keyword 'foo_1'"),
                Loads.messages(Loads.test("$A=1\nfoo_$A \"\n")));
        assertEquals(List.of("Unterminated quote '$A=\"'", "Unterminated quote 'x_\"'", "Unmatched quote: 'x_\"'",
                "Unknown keyword 'x_'"), Loads.messages(Loads.test("$A=\"\nx_$A\n")));
    }

    @Test
    void aBackslashAtTheEndOfACommentStays() {
        assertEquals(List.of("Unknown keyword '\\'"), Loads.messages(Loads.test("# comment \\\n")));
        assertEquals(List.of("Unknown keyword 'foo\\'"), Loads.messages(Loads.test("foo # comment \\\n")));
    }

    @Test
    void anEscapedMarkIsPlainBeforeDefinitionsArePutInAndAMarkAgainAfter() {
        assertEquals("a#b", routerId("a\\#b"));
        assertEquals("a", Loads.routerId(Loads.test("$A=1\nglobal_defs {\n router_id a\\#b${A}\n}\n")));
    }
}
