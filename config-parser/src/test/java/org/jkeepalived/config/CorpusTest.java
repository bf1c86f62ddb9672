package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.render.KeepalivedForm;
import org.jkeepalived.config.settings.IncludeCheck;
import org.junit.jupiter.api.Test;

/**
 * Compares with recorded tests of a directory of real configurations, which the environment variable JKEEPALIVED_CORPUS names: the exit code and the
 * set of lines that are complained about. Skips itself where there is none. A directory holds {@code raw/NNN.conf} (or {@code raw/NNN.d/NNN.conf});
 * {@code expected/NNN.txt}, {@code expected/NNN@ID.txt} and {@code expected_noif/NNN.txt} with what keepalived printed, with the interfaces of the
 * index, with the configuration id, and with the loopback alone; and {@code index.tsv} with the columns NNN, exit_code, exit_code_noif,
 * interfaces_created and config_id_exit_codes.
 * <p>
 * Every difference stands with its reason in {@code corpus-differences.tsv}: the number of the file; {@code exit} or {@code lines}, followed by
 * {@code @ID} or {@code -noif}; the reason. A difference that is gone must leave the list.
 */
class CorpusTest {
    /** The share of the files that no difference is listed for. */
    private static final double LEAST_CLEAN = 0.95;
    private static final Pattern PLACE = Pattern.compile("^\\((?:(.*): )?Line (\\d+)\\) ");

    private record Run(
            String number,
            String column,
            String configId,
            Set<String> interfaces,
            int exitCode,
            Path output) {}

    @Test
    void exitCodesAndLinesAgreeWithKeepalivesOnRealConfigurations() throws IOException {
        String directory = System.getenv("JKEEPALIVED_CORPUS");
        assumeTrue(directory != null, "JKEEPALIVED_CORPUS names no corpus: left out");
        Path corpus = Path.of(directory).toAbsolutePath();
        List<String> rows = Files.readAllLines(corpus.resolve("index.tsv"));
        Map<String, String> differences = new LinkedHashMap<>();
        Set<String> wronglyAccepted = new TreeSet<>();
        for (String row : rows.subList(1, rows.size())) {
            for (Run run : runs(corpus, List.of(rows.getFirst().split("\t")), List.of(row.split("\t", -1)))) {
                compare(corpus, run, differences, wronglyAccepted);
            }
        }
        Map<String, String> listed = listed();
        wronglyAccepted.removeIf(listed::containsKey);
        Set<String> numbers = new TreeSet<>();
        listed.keySet().forEach(key -> numbers.add(key.substring(0, key.indexOf('\t'))));
        System.out.printf("corpus: %d of %d files without a listed difference%n", rows.size() - 1 - numbers.size(),
                rows.size() - 1);
        List<String> news = differences.entrySet()
                .stream()
                .filter(e -> !listed.containsKey(e.getKey()))
                .map(e -> e.getKey() + "\t" + e.getValue())
                .toList();
        List<String> gone = listed.keySet().stream().filter(key -> !differences.containsKey(key)).toList();
        assertAll(() -> assertEquals(Set.of(), wronglyAccepted, "refused by keepalived, accepted here"),
                () -> assertEquals("", String.join("\n", news), "differences that are not listed"),
                () -> assertEquals(List.of(), gone, "listed differences that are gone"),
                () -> assertTrue(numbers.size() <= (1 - LEAST_CLEAN) * (rows.size() - 1), "too many files differ"));
    }

    private static List<Run> runs(Path corpus, List<String> head, List<String> row) {
        String number = row.getFirst();
        Set<String> interfaces = Set.of(row.get(head.indexOf("interfaces_created")).split(","));
        Stream<String> ids = Stream.of(row.get(head.indexOf("config_id_exit_codes")).split(","))
                .filter(pair -> pair.contains("="));
        return Stream
                .concat(Stream.of(
                        new Run(number, "", null, interfaces, Integer.parseInt(row.get(head.indexOf("exit_code"))),
                                corpus.resolve("expected").resolve(number + ".txt")),
                        new Run(number, "-noif", null, Set.of(),
                                Integer.parseInt(row.get(head.indexOf("exit_code_noif"))),
                                corpus.resolve("expected_noif").resolve(number + ".txt"))),
                        ids.map(pair -> pair.split("="))
                                .map(pair -> new Run(number, "@" + pair[0], pair[0], interfaces,
                                        Integer.parseInt(pair[1]),
                                        corpus.resolve("expected").resolve(number + "@" + pair[0] + ".txt"))))
                .filter(run -> Files.exists(run.output))
                .toList();
    }

    private static void compare(Path corpus, Run run, Map<String, String> differences, Set<String> wronglyAccepted)
            throws IOException {
        FakeHost host = new FakeHost();
        host.hostName = "corpus";
        host.interfaces.clear();
        host.interfaces.addAll(run.interfaces);
        host.interfaces.add("lo");
        host.nameService = false;
        host.fileSource = path -> path.endsWith("/iptables")
                ? FileFacts.failed("No such file or directory")
                : FileFacts.of(path);
        Path tree = corpus.resolve("raw").resolve(run.number + ".d").resolve(run.number + ".conf");
        Path file = Files.exists(tree) ? tree : corpus.resolve("raw").resolve(run.number + ".conf");
        LoadResult result = ConfigLoader.load(file.toString(),
                new LoadOptions(LoadOptions.Mode.TEST, run.configId, IncludeCheck.NONE, host));
        int exitCode = result.outcome().testExitCode();
        if (exitCode != run.exitCode) {
            differences.put(run.number + "\texit" + run.column, "keepalived " + run.exitCode + ", here " + exitCode);
        }
        if (exitCode == 0 && run.exitCode != 0) {
            wronglyAccepted.add(run.number + "\texit" + run.column);
        }
        String main = file.getFileName().toString();
        Map<String, String> expected = places(main, Files.readAllLines(run.output, StandardCharsets.ISO_8859_1));
        Map<String, String> actual = places(main, KeepalivedForm.text(result, false).lines().toList());
        if (!expected.keySet().equals(actual.keySet())) {
            differences.put(run.number + "\tlines" + run.column, "keepalived alone: "
                    + without(expected, actual.keySet()) + ", here alone: " + without(actual, expected.keySet()));
        }
    }

    private static Collection<String> without(Map<String, String> lines, Set<String> places) {
        Map<String, String> rest = new TreeMap<>(lines);
        rest.keySet().removeAll(places);
        return rest.values();
    }

    /** What is complained about, as file name and line number, each with its first message. */
    private static Map<String, String> places(String main, List<String> lines) {
        Map<String, String> places = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = PLACE.matcher(line);
            if (matcher.find()) {
                String name = matcher.group(1) == null ? main : matcher.group(1);
                places.putIfAbsent(Path.of(name).getFileName() + ":" + matcher.group(2), line);
            }
        }
        return places;
    }

    private static Map<String, String> listed() throws IOException {
        try (InputStream in = CorpusTest.class.getResourceAsStream("corpus-differences.tsv")) {
            Map<String, String> listed = new LinkedHashMap<>();
            Set<String> twice = new LinkedHashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .forEach(columns -> {
                        if (listed.put(columns[0] + "\t" + columns[1], columns[2]) != null) {
                            twice.add(columns[0] + "\t" + columns[1]);
                        }
                    });
            assertEquals(Set.of(), twice, "listed twice");
            return listed;
        }
    }
}
