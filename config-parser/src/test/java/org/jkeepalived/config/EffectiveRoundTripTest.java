package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.effective.EffectiveText;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.keywords.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is printed as the configuration in force reads back as the same settings. */
class EffectiveRoundTripTest {
    private static final String CONTEXT = "global_defs {\nscript_user root\nenable_script_security\n}\n"
            + "vrrp_script chk {\nscript /usr/bin/true\n}\n";

    /** The text that is printed, after it has been read again and compared. */
    static String printed(String text, LoadOptions options) {
        return printed("test.conf", text, options);
    }

    /** As {@link #printed(String, LoadOptions)} for a text that stands in a file of that name. */
    static String printed(String name, String text, LoadOptions options) {
        EffectiveLoad first = ConfigLoader.loadEffectiveText(name, text, options);
        String printed = EffectiveText.of(first.effective(), name);
        EffectiveLoad second = ConfigLoader.loadEffectiveText(name, printed, options);
        assertEquals(List.of(), differences("", first.result().configuration(), second.result().configuration()),
                () -> text + "\nis printed as\n" + printed + "\n" + Loads.messages(second.result()));
        return printed;
    }

    /** Names what differs: the text of two whole configurations says little. */
    private static List<String> differences(String path, Object one, Object other) {
        if (Objects.equals(one, other)) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        if (one instanceof Record && other != null && one.getClass() == other.getClass()) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                try {
                    all.addAll(differences(path + "/" + component.getName(), component.getAccessor().invoke(one),
                            component.getAccessor().invoke(other)));
                } catch (ReflectiveOperationException e) {
                    all.add(path + ": " + e);
                }
            }
        } else if (one instanceof List<?> a && other instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                all.addAll(differences(path + "[" + i + "]", a.get(i), b.get(i)));
            }
        }
        return all.isEmpty() ? List.of(path + ": " + one + " became " + other) : all;
    }

    @TestFactory
    Stream<DynamicTest> everyStatementThatIsTestedAlone() {
        return KeywordEffectTest.effects()
                .stream()
                .map(effect -> DynamicTest.dynamicTest(effect.block() + ": " + effect.statement().replace('\n', ';'),
                        () -> printed(KeywordEffectTest.file(effect.block(), effect.statement()),
                                LoadOptions.test(KeywordEffectTest.host()))));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfEveryKeyword() {
        List<DynamicTest> tests = new ArrayList<>();
        walk(Language.keywords(), "", "%s", (path, text) -> tests.add(DynamicTest.dynamicTest(path,
                () -> printed(CONTEXT + text, LoadOptions.test(KeywordEffectTest.host())))));
        return tests.stream();
    }

    private interface Visitor {
        void visit(String path, String text);
    }

    /** Every keyword's example inside the examples of the blocks around it. */
    private static <D> void walk(Keywords<D> keywords, String path, String around, Visitor visitor) {
        for (Keyword<D> keyword : keywords.all()) {
            String here = path + "/" + keyword.name();
            String escaped = keyword.example().replace("%", "%%");
            visitor.visit(here, around.formatted(keyword.example() + "\n"));
            int brace = escaped.indexOf("{\n");
            if (brace >= 0 && !(keyword.body() instanceof Body.Free)) {
                String inside = escaped.substring(0, brace + 2) + "%s" + escaped.substring(brace + 2) + "\n";
                walk(keyword.body().keywords(), here, around.formatted(inside), visitor);
            }
        }
    }

    @Test
    void everyKeywordSaysWhatItHolds() {
        List<String> silent = new ArrayList<>();
        each(Language.keywords(), "", path -> silent.add(path));
        assertEquals(List.of(), silent, "declarations without shows(): nothing of them would be printed or compared");
    }

    private static <D> void each(Keywords<D> keywords, String path, Consumer<String> silent) {
        for (Keyword<D> keyword : keywords.all()) {
            String here = path + "/" + keyword.name();
            if (keyword.body() instanceof Body.Free && keyword.shown() == null) {
                silent.accept(here);
            }
            each(keyword.body().keywords(), here, silent);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTutorial() throws IOException {
        Path folder = Path.of("src", "test", "resources", "org", "jkeepalived", "config", "tutorials");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            FakeHost host = new FakeHost();
            for (String program : List.of("nginx_health_check.sh", "nginx_check.sh", "tomcat_check.sh", "a.sh",
                    "b.sh")) {
                host.program("/etc/keepalived/" + program, 0755, 0);
            }
            printed(Files.readString(file), LoadOptions.test(host));
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyDiagnosticsInput() throws IOException {
        Path folder = Path.of("src", "test", "resources", "org", "jkeepalived", "config", "diagnostics");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                        () -> printed(Files.readString(file), LoadOptions.run(new FakeHost()))));
    }

    /** The directory is laid out as {@link CorpusTest} says. */
    @TestFactory
    Stream<DynamicTest> everyConfigurationOfTheCorpus() throws IOException {
        String directory = System.getenv("JKEEPALIVED_CORPUS");
        assumeTrue(directory != null, "JKEEPALIVED_CORPUS names no corpus: left out");
        Path corpus = Path.of(directory);
        List<String> rows = Files.readAllLines(corpus.resolve("index.tsv"));
        List<String> head = List.of(rows.getFirst().split("\t"));
        return rows.subList(1, rows.size())
                .stream()
                .map(row -> row.split("\t", -1))
                .map(columns -> DynamicTest.dynamicTest(columns[0], () -> {
                    FakeHost host = new FakeHost();
                    host.hostName = "corpus";
                    host.interfaces.clear();
                    host.interfaces.addAll(Set.of(columns[head.indexOf("interfaces_created")].split(",")));
                    host.interfaces.add("lo");
                    host.fileSource = FileFacts::of;
                    readBack(corpus.resolve("raw").resolve(columns[0] + ".conf").toString(), LoadOptions.run(host));
                }));
    }

    /** What is left of a configuration at which a start ends is not held to this: the checks stop halfway. */
    private static void readBack(String file, LoadOptions options) {
        EffectiveLoad first = ConfigLoader.loadEffective(file, options);
        assumeTrue(first.result().outcome().starts(), "a start ends here");
        String printed = EffectiveText.of(first.effective(), file);
        LoadResult second = ConfigLoader.loadText("printed.conf", printed, options);
        assertEquals(List.of(), differences("", first.result().configuration(), second.configuration()),
                () -> "printed as\n" + printed + "\n" + Loads.messages(second));
    }
}
