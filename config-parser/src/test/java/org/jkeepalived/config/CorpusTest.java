package org.jkeepalived.config;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.host.LocalHostFacts;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Compares exit codes with recorded ones over a directory of real configurations, named by the environment variable JKEEPALIVED_CORPUS: raw/NNN.conf
 * and index.tsv with the columns NNN, exit_code and interfaces_created. Skips itself where there is none.
 */
class CorpusTest {
    private static final double LEAST_AGREEMENT = 0.85;

    @Test
    void exitCodesAgreeWithKeepalivesOnRealConfigurations() throws IOException {
        String directory = System.getenv("JKEEPALIVED_CORPUS");
        assumeTrue(directory != null, "JKEEPALIVED_CORPUS names no corpus: left out");
        Path corpus = Path.of(directory);
        List<String> rows = Files.readAllLines(corpus.resolve("index.tsv"));
        List<String> head = List.of(rows.getFirst().split("\t"));
        int agreed = 0;
        List<String> differing = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] columns = row.split("\t", -1);
            Path file = corpus.resolve("raw").resolve(columns[0] + ".conf");
            FakeHost host = new FakeHost();
            host.hostName = "corpus";
            host.interfaces.clear();
            host.interfaces.addAll(Set.of(columns[head.indexOf("interfaces_created")].split(",")));
            host.interfaces.add("lo");
            host.fileSource = new LocalHostFacts()::file;
            LoadResult result = ConfigLoader.load(file.toString(), LoadOptions.test(host));
            int expected = Integer.parseInt(columns[head.indexOf("exit_code")]);
            if (result.outcome().testExitCode() == expected) {
                agreed++;
            } else {
                differing
                        .add(columns[0] + ": keepalived " + expected + ", here " + result.outcome().testExitCode() + " "
                                + result.diagnostics().stream().filter(d -> d.exitClass().code() > 0)
                                        .map(Diagnostic::logLine).limit(3).toList());
            }
        }
        System.out.println("corpus: " + agreed + " of " + (rows.size() - 1) + " exit codes agree");
        differing.forEach(System.out::println);
        assertTrue(agreed >= LEAST_AGREEMENT * (rows.size() - 1),
                () -> "too many differ:\n" + String.join("\n", differing));
    }
}
