package org.jkeepalived.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of keepalived(8), as the real program takes it. */
class CommandLineTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private DaemonOptions started;
    private boolean tested;

    private int execute(String... words) {
        Shell shell = new Shell(options -> {
            started = options;
            return 0;
        }, options -> {
            started = options;
            tested = true;
            return 5;
        }, new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return shell.execute(List.of(words));
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"STOP,15", "RELOAD,1", "DATA,10", "STATS,12", "STATS_CLEAR,63", "JSON,36"})
    void signumPrintsTheBareNumberOnStandardOutput(String name, int number) {
        assertEquals(0, execute("--signum=" + name));
        assertEquals(number + "\n", output());
        assertEquals("", errors());
        assertEquals(0, execute("-l", "--signum", name));
        assertEquals((number + "\n").repeat(2), output());
    }

    @Test
    void anUnknownSignalNameExitsWithOne() {
        assertEquals(1, execute("--signum=json"));
        assertEquals("Unknown sigfunc json\n", errors());
        assertEquals("", output());
    }

    @ParameterizedTest
    @CsvSource({"-v", "--version", "--vers", "-lv"})
    void versionIsOnStandardErrorAndStartsAsExportersParseIt(String word) {
        assertEquals(0, execute(word));
        assertEquals("", output());
        assertEquals("v2.4.3", errors().split("\n")[0].split(" ")[1]);
        assertTrue(errors().lines().count() >= 2);
        assertTrue(errors().contains("--enable-json"));
    }

    @Test
    void usageIsOnStandardErrorAndNamesEveryCommonOption() {
        assertEquals(0, execute("-h"));
        assertEquals("", output());
        assertTrue(errors().startsWith("Usage: keepalived [OPTION...]\n"));
        assertTrue(errors().contains("  -f, --use-file=FILE          Use the specified configuration file\n"));
    }

    @ParameterizedTest
    @CsvSource({"--bogus,--bogus", "-Z,-Z", "-lZ,-Z", "--d,--d", "--log,--log", "--vrrp=3,--vrrp=3"})
    void anUnknownOptionIsNamedAndExitsWithOne(String word, String named) {
        assertEquals(1, execute(word));
        assertEquals("Unknown option " + named + "\n", errors());
    }

    @ParameterizedTest
    @CsvSource({"-f,-f", "-nlf,-f", "--use-file,--use-file", "--use-file=,--use-file", "-u,-u", "-A,-A", "-i,-i"})
    void aMissingArgumentIsNamedAndExitsWithOne(String word, String named) {
        assertEquals(1, execute("-n", word));
        assertEquals("Missing parameter for option " + named + "\n", errors());
    }

    @Test
    void versionWinsOverAnUnknownOption() {
        assertEquals(0, execute("--bogus", "-v"));
        assertTrue(errors().startsWith("Unknown option --bogus\nKeepalived v"));
    }

    @Test
    void defaultsAreKeepalivedsOwn() {
        assertEquals(0, execute());
        assertEquals("/etc/keepalived/keepalived.conf", started.configurationFile());
        assertFalse(started.foreground());
        assertTrue(started.log().syslog());
        assertFalse(started.log().console());
        assertEquals(SyslogFacility.DAEMON, started.log().facility());
        assertTrue(started.subsystems().vrrp());
        assertTrue(started.subsystems().checkers());
        assertFalse(started.configId().contains("."));
    }

    @Test
    void lettersJoinAndArgumentsAttach() {
        assertEquals(0, execute("-nlDDf/etc/a.conf", "-p", "-x", "-Slocal3", "-S", "4", "-u077", "-s", "blue"));
        assertTrue(started.foreground());
        assertTrue(started.log().console());
        assertEquals(2, started.log().detail());
        assertEquals("/etc/a.conf", started.configurationFile());
        assertEquals(Optional.of(Path.of("-x")), started.pidFiles().parent());
        assertEquals(SyslogFacility.LOCAL4, started.log().facility());
        assertEquals(077, started.umask().orElseThrow());
        assertEquals(Optional.of("blue"), started.namespace());
        assertEquals(List.of("-nlDDf/etc/a.conf", "-p", "-x", "-Slocal3", "-S", "4", "-u077", "-s", "blue"),
                started.arguments());
    }

    @Test
    void longNamesMayBeCutShort() {
        assertEquals(0,
                execute("--dont-f", "--log-det", "--use=/x", "--vrrp", "--vrrp_p", "/run/v", "--config-i", "n1"));
        assertTrue(started.foreground());
        assertEquals(1, started.log().detail());
        assertEquals("/x", started.configurationFile());
        assertEquals(Optional.of(Path.of("/run/v")), started.pidFiles().vrrp());
        assertFalse(started.subsystems().checkers());
        assertEquals("n1", started.configId());
    }

    @Test
    void anOptionalArgumentMustBeAttached() {
        assertEquals(5, execute("-t", "/tmp/findings", "-f", "/x"));
        assertTrue(tested);
        assertEquals(Optional.empty(), started.test().file());
        assertEquals("Unexpected argument(s): /tmp/findings \n", output());
        execute("-lt/tmp/findings");
        assertEquals(Optional.of(Path.of("/tmp/findings")), started.test().file());
        execute("--config-test=/tmp/other");
        assertEquals(Optional.of(Path.of("/tmp/other")), started.test().file());
    }

    @Test
    void badFacilityAndMaskAreNotedAndIgnored() {
        assertEquals(0, execute("-n", "-S", "local9", "-u", "zz"));
        assertEquals("Invalid log facility 'local9'\nInvalid --umask option zz\n", errors());
        assertEquals(SyslogFacility.DAEMON, started.log().facility());
        assertTrue(started.umask().isEmpty());
    }

    @Test
    void aLogFileNeedsABuildOption() {
        assertEquals(1, execute("-g"));
        assertEquals("-g requires configure option --enable-log-file\n", errors());
    }

    @Test
    void optionsWithoutEffectAreReportedToTheDaemon() {
        assertEquals(0, execute("-x", "-m", "-A", "tcp:localhost:705"));
        assertEquals(List.of("--snmp", "--snmp-agent-socket", "--core-dump"), started.unsupported());
    }

    @Test
    void wordsAfterTwoDashesAreNoOptions() {
        Invocation invocation = CommandLineParser.parse(List.of("-n", "--", "-x"));
        assertEquals(List.of("-x"), assertInstanceOf(Invocation.Run.class, invocation).unexpected());
    }

    @Test
    void dumpConfigAndReloadPlanAskInsteadOfRunning() {
        assertEquals(5, execute("--dump-config", "-f", "a.conf"));
        assertTrue(tested && started.test().dump());
        assertEquals("a.conf", started.configurationFile());
        assertEquals(5, execute("--reload-plan", "old.conf", "new.conf"));
        assertEquals(Optional.of(new TestOptions.Reload("old.conf", "new.conf")), started.test().reload());
        assertEquals(5, execute("--reload-plan=old.conf", "new.conf"));
        assertEquals("", output() + errors());
    }

    @Test
    void aReloadPlanNeedsTwoFiles() {
        assertEquals(1, execute("--reload-plan", "old.conf"));
        assertEquals(1, execute("--reload-plan", "old.conf", "new.conf", "third.conf"));
        assertEquals("--reload-plan needs two files, OLD and NEW\n".repeat(2), errors());
    }

    @ParameterizedTest
    @CsvSource({"--dump", "--dump-c", "--dump-conf"})
    void aNameCutShortMeansKeepalivedsOption(String word) {
        assertEquals(0, execute("-n", word));
        assertTrue(started.log().dumpConfiguration());
        assertEquals(5, execute("--config-t"));
        assertEquals(0, execute("--rel"));
        assertTrue(started.stop().releaseVips());
    }
}
