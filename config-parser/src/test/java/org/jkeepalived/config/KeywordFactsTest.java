package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.syntax.Grammar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks the list of facts: every keyword is taken where it belongs, refused where it does not, and its bad values are reported as keepalived reports them.
 * A keyword of the grammar without a row fails the build.
 */
class KeywordFactsTest {
    /** Blocks into which a keyword of elsewhere is put: context and path. */
    private static final Map<String, String> ELSEWHERE = elsewhere();
    /** A sub-language's context, and a statement of it to which words are added. */
    private static final Map<String, List<String>> SUB_LANGUAGES = Map.of("(address line)",
            List.of("virtual_ipaddress", "10.99.0.101/24 "), "(route line)",
            List.of("virtual_routes", "10.2.0.0/16 dev eth0 "), "(rule line)",
            List.of("virtual_rules", "from 10.2.0.0/16 table 100 priority 500 "));
    private static final String PARSER = "(parser)";

    @TempDir
    static Path folder;
    private static KeywordFacts facts;

    private final Map<String, List<String>> failures = new TreeMap<>();

    private static Map<String, String> elsewhere() {
        Map<String, String> blocks = new LinkedHashMap<>();
        for (String block : List.of("global_defs", "vrrp_script", "SSL", "bfd_instance", "vrrp_instance",
                "virtual_server", "garp_group", "track_file")) {
            blocks.put(block, block);
        }
        return blocks;
    }

    @BeforeAll
    static void read() {
        facts = new KeywordFacts(folder);
    }

    @Test
    void aGoodStatementIsTakenWhereItBelongs() {
        for (KeywordFact fact : facts.rows()) {
            if (fact.good() != null) {
                KeywordFacts.Placed file = facts.place(fact.context(), fact.good());
                LoadResult result = KeywordFacts.load(file);
                List<String> complaints = result.diagnostics()
                        .stream()
                        .filter(d -> d.exitClass().code() > 0)
                        .map(Diagnostic::logLine)
                        .toList();
                if (result.outcome().testExitCode() != 0 || !complaints.isEmpty()) {
                    failed(fact, fact.good(), "exit " + result.outcome().testExitCode() + " " + complaints);
                }
            }
        }
        judge();
    }

    @Test
    void whatIsPrintedOfAGoodStatementReadsBackAsTheSameSettings() {
        for (KeywordFact fact : facts.rows()) {
            if (fact.good() != null) {
                KeywordFacts.Placed file = facts.place(fact.context(), fact.good());
                try {
                    EffectiveRoundTripTest.printed(file.text(), LoadOptions.test(KeywordFacts.host()));
                } catch (AssertionError e) {
                    failed(fact, fact.good(), e.getMessage().replace("\n", " / "));
                }
            }
        }
        judge();
    }

    @Test
    void aBadStatementIsReportedAtItsLineInKeepalivedsWordsWithItsExitCode() {
        for (KeywordFact fact : facts.rows()) {
            if (fact.bad() != null) {
                KeywordFact.Bad bad = fact.bad();
                KeywordFacts.Placed file = facts.place(fact.context(), bad.statement());
                LoadResult result = KeywordFacts.load(file);
                int line = bad.at() == 0 ? 0 : file.line() + bad.at() - 1;
                if (result.outcome().testExitCode() != bad.exit() || !reported(result, bad, line)) {
                    failed(fact, bad.statement(),
                            "expected exit " + bad.exit() + " line " + line + " "
                                    + (bad.message() == null ? "" : bad.message().replace("\n", " / ")) + ", was "
                                    + result.outcome().testExitCode() + " "
                                    + result.diagnostics().stream().map(Diagnostic::logLine).toList());
                }
            }
        }
        judge();
    }

    /** Whether every message of the list is among the findings at that line, or any finding where the list has no words. */
    private static boolean reported(LoadResult result, KeywordFact.Bad bad, int line) {
        List<String> messages = result.diagnostics()
                .stream()
                .filter(d -> line == (d.placeTold() == Diagnostic.PlaceTold.NOTHING ? 0 : d.position().line()))
                .filter(d -> bad.exit() == 0 || d.exitClass().code() > 0)
                .map(Diagnostic::message)
                .toList();
        return bad.message() == null
                ? bad.exit() == 0 || !messages.isEmpty()
                : bad.message()
                        .lines()
                        .allMatch(words -> messages.stream().anyMatch(m -> m.contains(facts.inFolder(words))));
    }

    @Test
    void aKeywordIsUnknownInTwoBlocksWhereItDoesNotBelong() {
        for (KeywordFact fact : firstOfEachPath()) {
            String word = fact.word();
            List<Map.Entry<String, String>> foreign = ELSEWHERE.entrySet()
                    .stream()
                    .filter(block -> !facts.paths().contains(block.getValue() + "/" + word))
                    .limit(2)
                    .toList();
            for (Map.Entry<String, String> block : foreign) {
                KeywordFacts.Placed file = facts.place(block.getKey(), word);
                LoadResult result = KeywordFacts.load(file);
                boolean refused = result.diagnostics()
                        .stream()
                        .anyMatch(d -> d.position() != null && d.position().line() == file.line()
                                && d.message().equals("Unknown keyword '" + word + "'"));
                if (!refused || result.outcome().testExitCode() != 5) {
                    failed(fact, word, "in " + block.getKey() + ": " + result.diagnostics());
                }
            }
        }
        judge();
    }

    @Test
    void aWordOfOneSubLanguageIsRefusedInTheOthers() {
        for (KeywordFact fact : firstOfEachPath()) {
            if (fact.path().startsWith("(") && fact.path().contains("/")) {
                SUB_LANGUAGES.forEach((language, place) -> refusedIn(language, place, fact));
            }
        }
        judge();
    }

    private void refusedIn(String language, List<String> place, KeywordFact fact) {
        if (fact.language().equals(language) || facts.paths().contains(language + "/" + fact.word())) {
            return;
        }
        KeywordFacts.Placed file = facts.place(place.getFirst(), place.getLast() + fact.word());
        LoadResult result = KeywordFacts.load(file);
        boolean refused = result.diagnostics()
                .stream()
                .anyMatch(d -> d.exitClass().code() > 0 && d.position() != null && d.position().line() == file.line());
        if (!refused) {
            failed(fact, place.getLast() + fact.word(), "taken in " + language);
        }
    }

    @Test
    void anOlderSpellingIsReportedWithTheNewWord() {
        for (KeywordFact fact : firstOfEachPath()) {
            if (fact.replacedBy() != null && !fact.replacedBy().startsWith("=")) {
                String statement = fact.good() == null ? fact.bad().statement() : fact.good();
                LoadResult result = KeywordFacts.load(facts.place(fact.context(), statement));
                boolean named = result.diagnostics()
                        .stream()
                        .anyMatch(d -> (d.message() + " " + d.expected() + " " + d.suggestion() + " " + d.explanation())
                                .contains(fact.replacedBy()));
                if (!named) {
                    failed(fact, statement, "does not name " + fact.replacedBy() + ": " + result.diagnostics());
                }
            }
        }
        judge();
    }

    @Test
    void everyKeywordOfTheGrammarHasARow() {
        Set<String> without = new TreeSet<>();
        walk(Language.grammar(), "", without);
        without.removeAll(facts.paths());
        assertEquals(Set.of(), without);
    }

    private static void walk(Grammar block, String path, Set<String> found) {
        block.child("");
        for (Grammar child : block.children().values()) {
            String name = path.isEmpty() ? child.name() : path + "/" + child.name();
            found.add(name);
            walk(child, name, found);
        }
    }

    private List<KeywordFact> firstOfEachPath() {
        Map<String, KeywordFact> first = new LinkedHashMap<>();
        facts.rows()
                .stream()
                .filter(fact -> !fact.language().equals(PARSER))
                .forEach(fact -> first.putIfAbsent(fact.path(), fact));
        return List.copyOf(first.values());
    }

    private void failed(KeywordFact fact, String statement, String how) {
        failures.computeIfAbsent(fact.path(), _ -> new ArrayList<>())
                .add("  line " + fact.number() + ": " + statement.replace("\n", "\\n") + ": " + how);
    }

    private void judge() {
        assertTrue(failures.isEmpty(),
                () -> failures.size() + " facts do not hold:\n"
                        + failures.entrySet()
                                .stream()
                                .map(e -> e.getKey() + "\n" + String.join("\n", e.getValue()))
                                .collect(Collectors.joining("\n")));
    }
}
