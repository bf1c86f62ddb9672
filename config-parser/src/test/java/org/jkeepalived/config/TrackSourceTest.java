package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.settings.BfdSettings;
import org.jkeepalived.config.settings.TrackFileSettings;
import org.jkeepalived.config.settings.TrackProcessSettings;
import org.jkeepalived.config.settings.TrackProcessSettings.ParameterMatch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** track_file, vrrp_track_process and bfd_instance: what each keyword sets, and what keepalived 2.2.7 says about bad values. */
class TrackSourceTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int CONFIG = 5;
    private static final int ABORT = 2;

    private record Row(String block, String statement, Function<LoadResult, Object> observed, Object expected) {
        String keyword() {
            return statement.split("[ \n]", 2)[0];
        }
    }

    private static Row file(String statement, Function<TrackFileSettings, Object> observed, Object expected) {
        return new Row("track_file", statement,
                r -> observed.apply(r.configuration().trackSources().files().getFirst()), expected);
    }

    private static Row process(String statement, Function<TrackProcessSettings, Object> observed, Object expected) {
        return new Row("vrrp_track_process", statement,
                r -> observed.apply(r.configuration().trackSources().processes().getFirst()), expected);
    }

    private static Row session(String statement, Function<BfdSettings, Object> observed, Object expected) {
        return new Row("bfd_instance", statement,
                r -> observed.apply(r.configuration().trackSources().sessions().getFirst()), expected);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(file("file /etc/load", TrackFileSettings::path, "/etc/load"),
                file("weight -7 reverse", f -> f.weight() + " " + f.reverse(), "-7 true"),
                file("init_file", f -> f.create() + " " + f.initialValue() + " " + f.overwrite(), "true 0 false"),
                file("init_file overwrite 254", f -> f.initialValue() + " " + f.overwrite(), "254 true"),
                process("process /bin/sleep 30", p -> p.command() + " " + p.parameterMatch() + " " + p.fullCommand(),
                        "[/bin/sleep, 30] EXACT true"),
                process("process sleep", p -> p.parameterMatch() + " " + p.fullCommand(), "NONE false"),
                process("param_match initial", TrackProcessSettings::parameterMatch, ParameterMatch.INITIAL),
                process("param_match partial", TrackProcessSettings::parameterMatch, ParameterMatch.PARTIAL),
                process("param_match", TrackProcessSettings::parameterMatch, ParameterMatch.EXACT),
                process("weight 254", TrackProcessSettings::weight, 254),
                process("quorum 65535", TrackProcessSettings::quorum, 65535),
                process("quorum_max 0", TrackProcessSettings::quorumMax, 0),
                process("delay 1.5", p -> List.of(p.terminateDelayNanos(), p.forkDelayNanos()),
                        List.of(1_500_000_000L, 1_500_000_000L)),
                process("terminate_delay 3600", p -> List.of(p.terminateDelayNanos(), p.forkDelayNanos()),
                        List.of(3600 * SECOND, 0L)),
                process("fork_delay 0.000001", TrackProcessSettings::forkDelayNanos, 1000L),
                process("full_command", TrackProcessSettings::fullCommand, true)));
        rows.addAll(List.of(
                session("neighbor_ip 192.0.2.2", b -> b.neighbour().toString() + " " + b.ttl(), "192.0.2.2 255"),
                session("neighbour_ip 2001:db8::1", BfdSettings::ttl, 64),
                session("source_ip 192.0.2.1", b -> b.source().toString(), "192.0.2.1"),
                session("min_rx 1.5", BfdSettings::minRxNanos, 1_500_000L),
                session("min_tx 4294967", BfdSettings::minTxNanos, 4_294_967 * MILLISECOND),
                session("idle_tx 1000", BfdSettings::idleTxNanos, SECOND),
                session("multiplier 255", BfdSettings::multiplier, 255), session("passive", BfdSettings::passive, true),
                session("ttl 5", BfdSettings::ttl, 5), session("hoplimit 6", BfdSettings::ttl, 6),
                session("max_hops -1", BfdSettings::maxHops, -1), session("multihop", BfdSettings::multihop, true),
                session("weight 253 reverse", b -> b.weight() + " " + b.reverse(), "253 true"),
                session("vrrp", b -> b.tellsVrrp() + " " + b.tellsChecker(), "true false"),
                session("checker", b -> b.tellsVrrp() + " " + b.tellsChecker(), "false true")));
        return rows;
    }

    private static LoadResult load(String text) {
        FakeHost host = new FakeHost().directory("/run", 0755, 0, 0).directory("/run/keepalived", 0755, 0, 0);
        return ConfigLoader.loadText("test.conf", text, LoadOptions.test(host));
    }

    /** A file with this statement first in its block and what the block needs after it. */
    private static LoadResult load(String block, String statement) {
        return load(file(block, statement));
    }

    private static String file(String block, String statement) {
        String needed = switch (block) {
            case "track_file" -> statement.startsWith("file") ? "" : "file /etc/load";
            case "vrrp_track_process" -> statement.startsWith("process") ? "" : "process x";
            default -> statement.startsWith("neigh") ? "" : "neighbor_ip 192.0.2.2";
        };
        return block + " X {\n" + statement + "\n" + needed + "\n}\n";
    }

    private static void assertSays(int exitCode, LoadResult result, String... messages) {
        assertEquals(List.of(messages),
                result.diagnostics()
                        .stream()
                        .filter(d -> d.exitClass() != ExitClass.NOTICE)
                        .map(Diagnostic::message)
                        .toList());
        assertEquals(exitCode, result.outcome().testExitCode());
    }

    @TestFactory
    Stream<DynamicTest> everyKeywordSetsWhatItSays() {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.block + ": " + row.statement, () -> {
            LoadResult result = load(row.block, row.statement);
            assertSays(0, result);
            assertEquals(row.expected, row.observed.apply(result));
            EffectiveRoundTripTest.printed(file(row.block, row.statement), LoadOptions.test(new FakeHost()));
        }));
    }

    @Test
    void everyKeywordOfTheseBlocksHasARowHere() {
        Set<String> declared = new TreeSet<>();
        Set<String> tested = new TreeSet<>();
        for (String block : List.of("track_file", "vrrp_track_process", "bfd_instance")) {
            Language.keywords()
                    .get(block)
                    .body()
                    .keywords()
                    .all()
                    .forEach(keyword -> declared.add(block + "/" + keyword.name()));
        }
        rows().stream()
                .filter(row -> !List.of("neighbour_ip", "hoplimit").contains(row.keyword()))
                .forEach(row -> tested.add(row.block + "/" + row.keyword()));
        assertEquals(declared, tested);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAccepted() {
        return Stream.of("track_file", "vrrp_track_process", "bfd_instance")
                .flatMap(block -> Stream
                        .concat(Stream.of(Language.keywords().get(block)),
                                Language.keywords().get(block).body().keywords().all().stream())
                        .map(keyword -> DynamicTest.dynamicTest(block + ": " + keyword.name(),
                                () -> checkExample(block, keyword))));
    }

    private static void checkExample(String block, Keyword<?> keyword) {
        assertTrue(keyword.documentation().endsWith("."));
        assertSays(0, keyword.name().equals(block) ? load(keyword.example()) : load(block, keyword.example()));
    }

    @Test
    void eachBlockSaysOnceThatNothingComesOfIt() {
        LoadResult result = load("track_file a {\nfile /etc/a\n}\ntrack_file b {\nfile /etc/b\n}\n"
                + "vrrp_track_process p {\nprocess x\n}\nbfd_instance s {\nneighbor_ip 192.0.2.2\n}\n");
        assertEquals(List.of("track_file: not acted on by this version",
                "vrrp_track_process: not acted on by this version", "bfd_instance: not acted on by this version"),
                Loads.messages(result));
    }

    @Test
    void theOlderNameOfTrackFileIsLoggedOnly() {
        LoadResult result = load("vrrp_track_file a {\nfile /etc/a\n}\n");
        assertEquals("\"vrrp_track_file\" is deprecated, please use \"track_file\"", Loads.messages(result).getLast());
        assertEquals(0, result.outcome().testExitCode());
        assertEquals("a", result.configuration().trackSources().files().getFirst().name());
    }

    @Test
    void aFileWithoutPathIsDroppedAtItsClosingBrace() {
        LoadResult result = load("track_file a {\nfile\nweight\n}\n");
        assertSays(CONFIG, result, "track file file name missing", "No weight specified for track file a - ignoring",
                "No file set for track_file a - ignoring");
        assertEquals(4, result.diagnostics().getLast().position().line());
        assertEquals(List.of(), result.configuration().trackSources().files());
    }

    @Test
    void aFileInADirectoryThatIsNotThereIsDropped() {
        LoadResult result = load("track_file a {\nfile /nodir/x\n}\n");
        assertSays(CONFIG, result, "Directory /nodir of track_file a does not exist - ignoring");
        assertEquals(List.of(), result.configuration().trackSources().files());
    }

    @Test
    void theFirstPathAndTheFirstWeightOfAFileHold() {
        LoadResult result = load("track_file c {\nfile /etc/1\nfile /etc/2\nweight x\nweight 255\nweight 5\nweight 6\n"
                + "weight 3 foo\n}\n");
        assertSays(CONFIG, result, "File already set for track file c - ignoring /etc/2", "invalid number 'x'",
                "Weight (x) for track_file c must be between [-254..254] inclusive. Ignoring...",
                "number '255' outside range [-254, 254]",
                "Weight (255) for track_file c must be between [-254..254] inclusive. Ignoring...",
                "Weight already set for track file c - ignoring 6", "Weight already set for track file c - ignoring 3");
        assertEquals(5, result.configuration().trackSources().files().getFirst().weight());
    }

    @Test
    void badOptionsOfAFileAreReportedWordByWord() {
        assertSays(CONFIG,
                load("track_file d {\nfile /etc/d\nweight 3 foo\ninit_file x\ninit_file 5 foo\n"
                        + "init_file 300\ninit_file 1x\ninit_file 99999999999\n}\n"),
                "track_file d unknown weight option foo", "Unknown track file init option x",
                "Unknown track file init option foo",
                "Track file d init value 300 is outside sensible range [-254, 254]", "invalid number '1x'",
                "Track file d init value 1x is invalid", "number '99999999999' outside integer range",
                "Track file d init value 99999999999 is invalid");
    }

    @Test
    void aBlockWithoutNameEndsTheTest() {
        for (String block : List.of("track_file", "vrrp_track_process", "bfd_instance")) {
            assertSays(ABORT, load(block + " {\n}\n"), "*** Configuration line starting `" + block
                    + "` is missing a parameter after keyword `" + block + "` at word position 2");
        }
    }

    @Test
    void aProcessWithoutNameIsDroppedAtItsClosingBrace() {
        LoadResult result = load("vrrp_track_process p1 {\n}\n");
        assertSays(CONFIG, result, "track process 'p1' process name not specified");
        assertEquals(2, result.diagnostics().getLast().position().line());
    }

    @Test
    void badValuesOfAProcessAreReportedAndIgnored() {
        LoadResult result = load("vrrp_track_process p {\nprocess /bin/sleep 30\nprocess foo\nparam_match foo\nweight\n"
                + "weight 255\nweight 5\nweight 6 foo\nquorum 0\nquorum_max 70000\nquorum 5\nquorum_max 3\n"
                + "quorum_max 5\nquorum 6\ndelay 0\nterminate_delay x\nfork_delay 3601\n}\n");
        assertSays(CONFIG, result, "Process already set for track process p - ignoring foo",
                "Invalid param_match type foo - ignoring", "No weight specified for track process p - ignoring",
                "number '255' outside range [-254, 254]",
                "Weight (255) for vrrp_track_process p must be between [-254..254] inclusive. Ignoring...",
                "Weight already set for track process p - ignoring 6", "number '0' outside range [1, 65535]",
                "Quorum (0) for vrrp_track_process p must be between [1..65535] inclusive. Ignoring...",
                "number '70000' outside range [0, 65535]",
                "quorum_max (70000) for vrrp_track_process p must be between [0..65535] inclusive. Ignoring...",
                "quorum_max is less than quorum - ignoring", "Quorum is greater than quorum_max - ignoring",
                "number '0' outside range [0.000001, 3600.000000]",
                "delay (0) for vrrp_track_process p must be between [0.000001..3600] inclusive. Ignoring...",
                "invalid number 'x'",
                "terminate_delay (x) for vrrp_track_process p must be between [0.000001..3600] inclusive. Ignoring...",
                "number '3601' outside range [0.000001, 3600.000000]",
                "fork_delay (3601) for vrrp_track_process p must be between [0.000001..3600] inclusive. Ignoring...");
        TrackProcessSettings process = result.configuration().trackSources().processes().getFirst();
        assertEquals(List.of("/bin/sleep", "30"), process.command());
        assertEquals("5 5 5", process.weight() + " " + process.quorum() + " " + process.quorumMax());
    }
}
