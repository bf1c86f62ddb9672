package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jkeepalived.config.lexer.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input hangs, recurses without end or takes more memory than the limits allow. The timeout only ends a test that would never end. */
@Timeout(60)
class BoundsTest {
    @TempDir
    Path directory;

    private LoadResult files(String main, String... namesAndTexts) throws IOException {
        Files.writeString(directory.resolve("main"), main);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Files.writeString(directory.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
        }
        return ConfigLoader.load(directory.resolve("main"), LoadOptions.test(new FakeHost()));
    }

    private static void endsAtALimit(LoadResult result, String message) {
        assertEquals(message, Loads.messages(result).getLast());
        assertEquals("limit", Loads.codes(result).getLast());
        assertEquals(5, result.outcome().testExitCode());
        assertFalse(result.outcome().starts());
        assertEquals(List.of(), result.configuration().instances());
    }

    @ParameterizedTest
    @ValueSource(strings = {"~SEQ(x, 1, 2147483648) foo", "~SEQ(x, 1, 100000) ~SEQ(y, 1, 100000) ~LST(z, 1, 2) foo",
        "~SEQ(x, 1, 2147483648) @other foo", "~SEQ(x, 1, 2147483648) # nothing", "~SEQ(x, 1, 2147483648) $A=1",
        "~SEQ(x, -1, -9007199254740992) foo"})
    void aGeneratorThatCountsTooFarEndsTheReading(String line) {
        LoadResult result = Loads.test("\n" + line + "\n");
        endsAtALimit(result, "More than " + ReadLimits.LINES + " lines of configuration");
        assertEquals(2, result.diagnostics().getLast().position().line());
    }

    @Test
    void aGeneratorBeyondAllNumbersIsInvalid() {
        assertEquals(Set.of("bad-generator"), Set.copyOf(
                Loads.codes(Loads.test("~SEQ(x, 1, 99999999999999999999) a\n~SEQ(x, 1, 9223372036854775807) a\n"))));
    }

    @Test
    void definitionsThatDoubleAreALineTooLong() {
        StringBuilder text = new StringBuilder("$A0=x\n");
        IntStream.rangeClosed(1, 40).forEach(i -> text.append("$A%d=${A%d}${A%d}\n".formatted(i, i - 1, i - 1)));
        LoadResult result = Loads.test(text + "global_defs {\n router_id $A40\n}\n");
        assertEquals(List.of("line too long - ignoring"), Loads.messages(result));
        assertEquals(43, result.diagnostics().getFirst().position().line());
    }

    @Test
    void multiLineDefinitionsThatDoubleEndTheReading() {
        StringBuilder text = new StringBuilder("$A0= nopreempt \\\n nopreempt\n");
        IntStream.rangeClosed(1, 40).forEach(i -> text.append("$A%d= $A%d \\\n $A%d\n".formatted(i, i - 1, i - 1)));
        endsAtALimit(Loads.test(text + "vrrp_instance VI {\n" + Loads.INSTANCE + "$A40\n}\n"),
                "More than " + ReadLimits.LINES + " lines of configuration");
    }

    @Test
    void aDefinitionThatUsesItselfIsReportedAndTheLineDropped() {
        assertEquals(List.of("Definition uses itself - ignoring line", "Unknown keyword 'zzz'"),
                Loads.messages(Loads.test("$A=$B\n$B=$A\nfoo $A\nzzz\n")));
        assertEquals(List.of("line too long - ignoring"), Loads.messages(Loads.test("$A=${A}b$A\nfoo $A\n")));
        endsAtALimit(Loads.test("$A=foo \\\n $A\n$A\n"), "Definitions and generators are nested too deep");
        assertEquals(List.of("Definition uses itself - ignoring line"),
                Loads.messages(Loads.test("$A=~SEQ(x,1,2) $A\n$A\n")));
    }

    @Test
    void usesOfDefinitionsAreCounted() {
        endsAtALimit(Loads.test("$a=\n" + ("nopreempt" + " $a".repeat(330) + "\n").repeat(3100)),
                "More than " + ReadLimits.USES + " uses of definitions");
    }

    @Test
    void linesWordsAndBytesAreCounted() {
        endsAtALimit(Loads.test("use_pid_dir\n".repeat(ReadLimits.LINES + 1)),
                "More than " + ReadLimits.LINES + " lines of configuration");
        endsAtALimit(Loads.test(("use_pid_dir" + " x".repeat(500) + "\n").repeat(1000)),
                "More than " + ReadLimits.WORDS + " words of configuration");
        assertEquals(List.of(), Loads.messages(Loads.test("\n".repeat(1_000_000))));
    }

    @Test
    void aFileThatIsTooLargeEndsTheReading() throws IOException {
        endsAtALimit(files("# " + "x".repeat(ReadLimits.BYTES)),
                "More than " + ReadLimits.BYTES + " bytes of configuration");
        String half = "#\n".repeat(ReadLimits.BYTES / 3);
        LoadResult result = files("include half\ninclude half\n", "half", half);
        endsAtALimit(result, "More than " + ReadLimits.BYTES + " bytes of configuration");
        assertEquals(2, result.diagnostics().getLast().position().line());
    }

    @Test
    void aFileWithoutEndOrSizeIsNotReadToItsEnd() throws IOException {
        assertTrue(files("include /proc/kcore\ninclude /dev/zero\n").outcome().testExitCode() <= 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{}", "static_ipaddress { {", "global_defs { notification_email {"})
    void manyBracesEndAtTheNumberOfWords(String braces) {
        LoadResult result = Loads.test((braces.repeat(20) + "\n").repeat(ReadLimits.WORDS / 20 + 1));
        assertEquals("limit", Loads.codes(result).getLast());
        assertEquals(5, result.outcome().testExitCode());
        assertTrue(result.diagnostics().size() <= 5002);
    }

    @Test
    void aLimitedNumberOfMessagesIsKeptAndTheExitCodeCountsTheOthers() {
        LoadResult result = Loads.test("foo\n".repeat(50_000));
        assertEquals("Too many messages - the rest are left out", Loads.messages(result).getLast());
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void aFileThatIncludesItselfIsReadOnceAndItsMessagesStandOnce() throws IOException {
        LoadResult result = files("include a\nfoo\n", "a", "bar\ninclude a\ninclude main\nbaz\n");
        assertEquals(List.of("Unknown keyword 'bar'", "Configuration file 'a' is included by itself - skipping",
                "Configuration file 'main' is included by itself - skipping", "Unknown keyword 'baz'",
                "Unknown keyword 'foo'"), Loads.messages(result));
    }

    @Test
    void aLoopOverALinkIsALoop() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("a"));
        assertEquals(List.of("Configuration file 'link' is included by itself - skipping"),
                Loads.messages(files("include a\n", "a", "include link\n")));
    }

    @Test
    void aFolderWhoseFilesIncludeTheWholeFolderEndsAtTheNumberOfFiles() throws IOException {
        String[] all = new String[24];
        for (int i = 0; i < 12; i++) {
            all[2 * i] = "f" + i;
            all[2 * i + 1] = "include f*\nfoo" + i + "\n";
        }
        LoadResult result = files("include f*\n", all);
        assertEquals("More than " + ReadLimits.FILES + " configuration files", Loads.messages(result).getLast());
        assertTrue(result.diagnostics().size() < 300, "messages stand once for each file and line");
    }

    @Test
    void includesThatDoubleEndAtTheNumberOfFiles() throws IOException {
        String[] all = new String[80];
        for (int i = 0; i < 40; i++) {
            all[2 * i] = "d" + i;
            all[2 * i + 1] = "include d%d\ninclude d%d\n".formatted(i + 1, i + 1);
        }
        endsAtALimit(files("include d0\n", all), "More than " + ReadLimits.FILES + " configuration files");
    }

    @Test
    void aChainOfIncludesEndsAtItsDepth() throws IOException {
        String[] all = new String[200];
        for (int i = 0; i < 100; i++) {
            all[2 * i] = "d" + i;
            all[2 * i + 1] = "include d%d\n".formatted(i + 1);
        }
        endsAtALimit(files("include d0\n", all),
                "Files include each other more than " + ReadLimits.INCLUDE_DEPTH + " deep");
    }

    @Test
    void patternsEndAtTheNumberOfMatches() throws IOException {
        String doubling = "{a,b}".repeat(100);
        endsAtALimit(files("include " + doubling + "\n"), "Pattern '" + doubling + "' stands for too many files");
        Files.writeString(directory.resolve("a".repeat(200)), "foo\n");
        assertEquals(List.of(), Loads.messages(files("include " + "*a".repeat(100) + "b\n")));
        assertEquals(List.of(), Loads.messages(files("include *" + "{".repeat(500) + "}".repeat(400) + "\n")));
    }

    @Test
    void nestedUsesAndGeneratorsUseNoStack() {
        Loads.test("${".repeat(500) + "\n" + "$a=" + "${a".repeat(300) + "\n$a\n");
        Loads.test("~SEQ(x,1,1) ".repeat(80) + "foo\n");
        Loads.test("~LST(" + "{".repeat(900) + "\n");
        Loads.test("x ".repeat(500) + "\"".repeat(11) + "\n");
    }

    @Test
    void thePageOfTheRuleNamesTheLimits() throws IOException {
        String page = Files.readString(Path.of("../docs/rules/limit.md"));
        for (int limit : new int[]{ReadLimits.BYTES, ReadLimits.FILES, ReadLimits.INCLUDE_DEPTH, ReadLimits.MATCHES,
            ReadLimits.LINES, ReadLimits.WORDS, ReadLimits.USES, ReadLimits.NESTING}) {
            assertTrue(page.contains("| " + limit + " |"), "the page names " + limit);
        }
        assertTrue(page.contains("may have " + (ReadLimits.LINE_BYTES - 1) + " bytes"));
    }

    @Test
    void readingStopsAtBracesThatAreNestedBeyondReason() {
        LoadResult result = Loads.test("vrrp_instance V {\n".repeat(100_000));
        assertEquals(5, result.outcome().testExitCode());
        assertTrue(Loads.messages(result).contains("More than 1000 open braces"));
    }
}
