package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jkeepalived.config.settings.IncludeCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** include and its stricter variants, and the main file's name. */
class IncludeTest {
    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("a.conf"), "global_defs {\n router_id a\n}\n");
        Files.writeString(directory.resolve("b.conf"), "global_defs {\n router_id b\n}\n");
        Files.writeString(directory.resolve("sub/c.conf"), "include d.inc\n");
        Files.writeString(directory.resolve("sub/d.inc"), "global_defs {\n router_id ${_PWD}\n}\n");
    }

    private LoadResult main(String text, IncludeCheck... check) throws IOException {
        Path main = directory.resolve("main.cfg");
        Files.writeString(main, text);
        LoadOptions plain = LoadOptions.test(new FakeHost());
        return ConfigLoader.load(main,
                check.length == 0 ? plain : new LoadOptions(plain.mode(), null, check[0], plain.facts()));
    }

    @Test
    void aGlobIsExpandedInSortedOrder() throws IOException {
        LoadResult result = main("include *.conf\n");
        assertEquals("b", Loads.routerId(result));
        assertEquals(3, result.files().size());
    }

    @Test
    void bracesAreAlternatives() throws IOException {
        assertEquals("a", Loads.routerId(main("include {b,a}.conf\n")));
    }

    @Test
    void aRelativeNameAndPwdReferToTheIncludedFilesDirectory() throws IOException {
        assertEquals(directory.resolve("sub").toString(), Loads.routerId(main("include sub/c.conf\n")));
    }

    @Test
    void includeWorksInsideABlock() throws IOException {
        Files.writeString(directory.resolve("body.inc"), Loads.INSTANCE);
        assertEquals(51, Loads.only(main("vrrp_instance VI {\n include body.inc # the body\n}\n")).virtualRouterId());
    }

    @Test
    void aFileThatIncludesItselfEndsWithAReport() throws IOException {
        Files.writeString(directory.resolve("loop.inc"), "include loop.inc\n");
        assertTrue(Loads.codes(main("include loop.inc\n")).contains("include-skipped"));
    }

    @Test
    void messagesNameTheFileOnceThereAreSeveral() throws IOException {
        Files.writeString(directory.resolve("bad.inc"), "\nfoo\n");
        assertEquals("(bad.inc: Line 2) Unknown keyword 'foo'",
                main("include bad.inc\n").diagnostics().getFirst().logLine());
    }

    @ParameterizedTest
    @CsvSource({"include,nosuch.conf,0", "include,x*.conf,0", "include,'{a,zz}.conf',0", "include,sub,0",
        "include,nodir/*.conf,0", "includer,nosuch.conf,0", "includer,x*.conf,0", "includer,'{a,zz}.conf',0",
        "includer,sub,6", "includer,nodir/*.conf,0", "includem,nosuch.conf,6", "includem,x*.conf,0",
        "includem,'{a,zz}.conf',0", "includem,sub,6", "includem,nodir/*.conf,6", "includew,nosuch.conf,6",
        "includew,x*.conf,6", "includew,'{a,zz}.conf',0", "includew,sub,6", "includew,nodir/*.conf,6",
        "includeb,nosuch.conf,0", "includeb,x*.conf,0", "includeb,'{a,zz}.conf',6", "includeb,sub,6",
        "includeb,nodir/*.conf,0", "includea,nosuch.conf,6", "includea,x*.conf,6", "includea,'{a,zz}.conf',6",
        "includea,sub,6", "includea,nodir/*.conf,6"})
    void whichProblemsAreFatalDependsOnTheVariant(String keyword, String pattern, int exitCode) throws IOException {
        LoadResult result = main(keyword + " " + pattern + "\n");
        assertEquals(exitCode, result.outcome().testExitCode());
        assertEquals(exitCode, result.outcome().startExitCode());
    }

    @Test
    void includeCheckMakesLaterPlainIncludesStrict() throws IOException {
        assertEquals(6, main("global_defs {\n include_check match\n}\ninclude nosuch.conf\n").outcome().testExitCode());
        assertEquals(0, main("include nosuch.conf\nglobal_defs {\n include_check match\n}\n").outcome().testExitCode());
        assertEquals(6, main("include x*.conf\n", IncludeCheck.ALL).outcome().testExitCode());
    }

    @Test
    void includeWithAnUnknownLetterOrWithoutAPatternIsUnknown() throws IOException {
        assertEquals(List.of("Unknown keyword 'includex'", "Unknown keyword 'include'"),
                Loads.messages(main("includex a.conf\ninclude\n")));
    }

    @Test
    void aMissingMainFilePassesATestAndEndsAStart() {
        LoadResult result = ConfigLoader.load(directory.resolve("nosuch"), LoadOptions.test(new FakeHost()));
        assertEquals(0, result.outcome().testExitCode());
        assertEquals(6, result.outcome().startExitCode());
    }

    /** The process's own memory stands for a file that may not be read: it fails for root too. */
    @Test
    void anUnreadableMainFileFailsATestAndEndsAStart() {
        LoadResult result = ConfigLoader.load(Path.of("/proc/self/mem"), LoadOptions.test(new FakeHost()));
        assertEquals(4, result.outcome().testExitCode());
        assertEquals(6, result.outcome().startExitCode());
        assertEquals(List.of("Unable to read configuration file /proc/self/mem - Input/output error"),
                Loads.messages(result));
    }

    @Test
    void anUnreadableIncludeIsSkipped() throws IOException {
        LoadResult result = main("include /proc/self/mem\n");
        assertEquals(0, result.outcome().testExitCode());
        assertEquals(List.of("Configuration file '/proc/self/mem' open problem (Input/output error) - skipping"),
                Loads.messages(result));
    }

    @Test
    void theMainNameMayBeAPattern() {
        LoadResult result = ConfigLoader.load(directory.resolve("*.conf"), LoadOptions.test(new FakeHost()));
        assertEquals("b", Loads.routerId(result));
        assertTrue(Loads.messages(result).getFirst().startsWith("WARNING, multiple configuration file matches of "));
    }

    private String lines(LoadResult result) {
        return String.join("\n", Loads.lines(result)).replace(directory.toString(), "DIR");
    }

    @Test
    void aFileIsNamedAsThePatternNamesItFromItsOwnFolder() throws IOException {
        Files.writeString(directory.resolve("sub/e.inc"), "x1\ninclude g.inc\nx3\n");
        Files.writeString(directory.resolve("sub/g.inc"), "y1\n");
        assertEquals("""
                (sub/e.inc: Line 1) Unknown keyword 'x1'
                (g.inc: Line 1) Unknown keyword 'y1'
                (sub/e.inc: Line 3) Unknown keyword 'x3'
                (./sub/g.inc: Line 1) Unknown keyword 'y1'
                (DIR/sub/g.inc: Line 1) Unknown keyword 'y1'
                (DIR/main.cfg: Line 4) Unknown keyword 'z'""",
                lines(main("include sub/e.inc\ninclude ./su[b]/g*\ninclude ${_PWD}/sub/g.inc\nz\n")));
    }

    @Test
    void quotesAndSeveralPatternsBelongToTheNameAndACommentDoesNot() throws IOException {
        assertEquals("""
                (Line 1) Config files missing '"a.conf"'.
                (Line 2) Config files missing 'a.conf b.conf'.""",
                lines(main("include \"a.conf\"\ninclude a.conf b.conf\ninclude nosuch* # a.conf\n")));
    }

    @Test
    void whatIsNotReadIsSaidInKeepalivedsWords() throws IOException {
        Files.writeString(directory.resolve("exe.inc"), "foo\n");
        assertTrue(directory.resolve("exe.inc").toFile().setExecutable(true));
        assertEquals("""
                (Line 1) Config files missing 'nodir/x.conf'.
                (Line 2) Configuration file 'sub/' is a directory - skipping
                (Line 3) Configuration file 'exe.inc' is not a regular non-executable file - skipping
                (Line 4) Some config files missing: "{zz,yy,a}.conf".""",
                lines(main("include nodir/x.conf\ninclude sub\ninclude exe.inc\ninclude {zz,yy,a}.conf\n"))
                        .replace("DIR/main.cfg: ", ""));
    }

    @Test
    void theNextFilesOfAPatternAreReadAfterOneThatIsNot() throws IOException {
        assertEquals("b", Loads.routerId(main("include {sub,b.conf}\n")));
    }

    @ParameterizedTest
    @CsvSource({"a*.conf,a.conf", "a?c,abc", "a[bx]c,abc", "a[^x]c,abc", "a[a-c]c,abc", "*,abc", "a\\*c,a*c",
        "*a*b*c,xaxbxc", ".*,.a"})
    void wildcardsMatch(String pattern, String name) throws IOException {
        Files.createDirectories(directory.resolve("g"));
        Files.writeString(directory.resolve("g").resolve(name), "found\n");
        assertEquals(List.of("unknown-keyword"), Loads.codes(main("include g/" + pattern + "\n")));
    }

    @ParameterizedTest
    @CsvSource({"*.conf,.a.conf", "a?c,ac", "a[bx]c,ayc", "a[^b]c,abc", "a,b", "A*,abc", "*a,ab"})
    void wildcardsDoNotMatch(String pattern, String name) throws IOException {
        Files.createDirectories(directory.resolve("g"));
        Files.writeString(directory.resolve("g").resolve(name), "found\n");
        assertEquals(0, main("include g/" + pattern + "\n").outcome().testExitCode());
    }

    @Test
    void wildcardsMayStandInSeveralComponentsAndBracesMayNest() throws IOException {
        Files.createDirectories(directory.resolve("p/q1"));
        Files.createDirectories(directory.resolve("p/q2"));
        Files.writeString(directory.resolve("p/q1/x.c"), "one\n");
        Files.writeString(directory.resolve("p/q2/y.c"), "two\n");
        assertEquals("(p/q1/x.c: Line 1) Unknown keyword 'one'\n(p/q2/y.c: Line 1) Unknown keyword 'two'",
                lines(main("include p/q*/*.c\n")));
        assertEquals("(p/q2/y.c: Line 1) Unknown keyword 'two'\n(p/q1/x.c: Line 1) Unknown keyword 'one'",
                lines(main("include {p/q{2/y,1/x}.c}\n")));
    }

    @Test
    void aNameThatNoFileCanHaveIsMissing() throws IOException {
        Files.write(directory.resolve("main.cfg"),
                new byte[]{'i', 'n', 'c', 'l', 'u', 'd', 'e', ' ', (byte) 0xd6, '*'});
        LoadResult result = ConfigLoader.load(directory.resolve("main.cfg"), LoadOptions.test(new FakeHost()));
        assertEquals(0, result.outcome().testExitCode());
    }
}
