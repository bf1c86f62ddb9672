package org.jkeepalived.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jkeepalived.daemon.cli.OptionTable.Argument;
import org.junit.jupiter.api.Test;

/** keepalived(8) against what the program takes. */
class ManualPageOptionsTest {
    private static final Path PAGE = Path.of("../docs/man/keepalived.8");
    private static final Pattern HEAD = Pattern.compile("(?:(-.), )?(--[\\w-]+)(\\[=[A-Z]+\\]|=[A-Z]+( NEW)?)?");

    /** The page without its font changes. */
    private static List<String> page() throws IOException {
        return Files.readAllLines(PAGE)
                .stream()
                .map(line -> line.replaceAll("\\\\f[BIR]", "").replace("\\-", "-"))
                .toList();
    }

    private static List<String> section(String name) throws IOException {
        return page().stream()
                .dropWhile(line -> !line.equals(".SH \"" + name + "\""))
                .skip(1)
                .takeWhile(line -> !line.startsWith(".SH"))
                .toList();
    }

    private static List<String> heads(String section) throws IOException {
        List<String> lines = section(section);
        return Stream.iterate(1, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i - 1).equals(".TP"))
                .map(lines::get)
                .toList();
    }

    private static String described(String head) {
        Matcher matcher = HEAD.matcher(head);
        assertTrue(matcher.matches(), head);
        String argument = matcher.group(3);
        Argument kind = argument == null
                ? Argument.NONE
                : argument.startsWith("[") ? Argument.OPTIONAL : Argument.REQUIRED;
        return (matcher.group(1) == null ? "" : matcher.group(1)) + " " + matcher.group(2) + " " + kind;
    }

    @Test
    void everyOptionIsInThePageAndNoOther() throws IOException {
        String table = Stream.of(OptionTable.values())
                .map(option -> option.shortName() + " " + option.longName() + " " + option.argument())
                .sorted()
                .collect(Collectors.joining("\n"));
        assertEquals(table,
                heads("OPTIONS").stream()
                        .map(ManualPageOptionsTest::described)
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyNameOfASignalIsInThePage() throws IOException {
        String signum = String.join(" ", section("OPTIONS"));
        for (SignalFunction function : SignalFunction.values()) {
            assertTrue(signum.matches(".*--signum=SIGFUNC [^.]*\\b" + function + "\\b.*"), function.name());
        }
    }

    @Test
    void whatHasNoEffectIsSaidToHaveNone() throws IOException {
        List<String> lines = section("OPTIONS");
        int from = lines.indexOf(".SS \"Without effect, or refused\"");
        String without = String.join(" ", lines.subList(from, lines.size()));
        List<String> said = lines.stream().filter(line -> line.startsWith("Accepted without effect")).toList();
        assertTrue(from > 0 && !said.isEmpty());
        for (String option : List.of("--snmp", "--core-dump", "--debug", "--genhash")) {
            assertTrue(without.contains(option), option);
        }
    }

    @Test
    void mandocHasNoComplaint() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mandoc")), "needs mandoc");
        Process lint = new ProcessBuilder("mandoc", "-T", "lint", PAGE.toString()).redirectErrorStream(true).start();
        assertEquals("", new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, lint.waitFor());
    }
}
