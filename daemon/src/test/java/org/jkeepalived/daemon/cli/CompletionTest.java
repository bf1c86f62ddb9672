package org.jkeepalived.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jkeepalived.daemon.cli.OptionTable.Argument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion for bash, as bash runs it. */
class CompletionTest {
    private static final Path SCRIPT = Path.of("../packaging/src/main/package/completion/keepalived");
    private static final Path LIBRARY = Path.of("/usr/share/bash-completion/bash_completion");

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsBashCompletion() {
        assumeTrue(Files.exists(LIBRARY), "needs " + LIBRARY + " (Debian package bash-completion)");
    }

    @BeforeEach
    void makeFiles() throws IOException {
        Files.writeString(directory.resolve("new.conf"), "");
        Files.writeString(directory.resolve("next.conf"), "");
        Files.createDirectory(directory.resolve("conf.d"));
    }

    /** Words of the command line as readline splits them; what compopt was asked for is printed first. */
    private static String harness() {
        return """
                . %s
                . %s
                ip() { printf 'blue (id: 0)\\nred\\n'; }
                asked=
                compopt() { local IFS=' '; asked+=" $*"; }
                COMP_WORDS=(keepalived "$@") COMP_CWORD=$#
                COMP_LINE="keepalived $*"
                COMP_LINE=${COMP_LINE// = /=} COMP_POINT=${#COMP_LINE}
                COMPREPLY=()
                _keepalived keepalived "${@: -1}" "${COMP_WORDS[-2]}"
                printf '%%s\\n' "asked:$asked" "${COMPREPLY[@]}"
                """.formatted(LIBRARY, SCRIPT.toAbsolutePath());
    }

    private List<String> answer(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", harness(), "bash"));
        command.addAll(List.of(words));
        Path output = directory.resolve(".output");
        Process bash = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(bash.waitFor(60, TimeUnit.SECONDS), "still running");
        List<String> lines = Files.readAllLines(output);
        assertEquals(0, bash.exitValue(), lines::toString);
        assertTrue(lines.getFirst().startsWith("asked:"), lines::toString);
        return lines;
    }

    private Set<String> complete(String... words) throws IOException, InterruptedException {
        return answer(words).stream()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOptionThatHelpNamesIsOfferedAndNoOther() throws IOException, InterruptedException {
        Set<String> shown = Stream.of(OptionTable.values())
                .filter(OptionTable::isShown)
                .map(option -> option.longName() + (option.argument() == Argument.REQUIRED ? "=" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shown, complete("--"));
        assertEquals(shown, complete("-"));
    }

    @Test
    void everyOptionWithAValueOfAnotherWordIsKnownAsSuch() throws IOException, InterruptedException {
        for (OptionTable option : OptionTable.values()) {
            boolean takesTheNextWord = option.argument() == Argument.REQUIRED && option.isShown();
            for (String name : List.of(option.longName(), option.shortName())) {
                if (!name.isEmpty()) {
                    // What stands after an option without a value is a new option.
                    assertEquals(!takesTheNextWord, complete(name, "--dont-f").contains("--dont-fork"), name);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-f n|new.conf next.conf", "--use-file n|new.conf next.conf",
        "--use-file = n|new.conf next.conf", "-nlf n|new.conf next.conf", "-fn|-fnew.conf -fnext.conf",
        "-nlfnew|-nlfnew.conf", "-fc|-fconf.d/", "-tnex|-tnext.conf", "--config-test = nex|next.conf", "-p c|conf.d",
        "--reload-plan new|new.conf", "--reload-plan new.conf nex|next.conf", "--reload-plan = new.conf nex|next.conf",
        "--signum ST|STOP STATS STATS_CLEAR", "--signum = J|JSON", "--config-test-format = k|keepalived", "-s b|blue",
        "--namespace = r|red", "-sb|-sblue", "-S local7|local7", "-nSd|-nSdaemon", "--log-facility = u|user",
        "--reload|--reload-plan=", "-n --lin|--lint", "-nl|-nl", "-D|-D"})
    void valuesAreCompletedWhereverTheyStand(String typed, String expected) throws IOException, InterruptedException {
        assertEquals(Set.of(expected.split(" ")), complete(typed.split(" ")));
    }

    @Test
    void noBlankFollowsWhereAValueDoes() throws IOException, InterruptedException {
        assertTrue(answer("--use").getFirst().contains("nospace"));
        assertTrue(answer("-fconf").getFirst().contains("nospace"));
        assertEquals("asked:", answer("--lint").getFirst());
    }
}
