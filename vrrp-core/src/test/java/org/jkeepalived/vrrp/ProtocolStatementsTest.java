package org.jkeepalived.vrrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/protocol-statements.md is true: every statement marked core has a test that carries its number")
class ProtocolStatementsTest {

    private static final Pattern NUMBERED_TEST = Pattern.compile("@DisplayName\\(\\s*\"([0-9][0-9, -]*):");
    private static final Pattern ROW = Pattern.compile("^\\| ([0-9]+) \\|.*\\| (core|wire) \\|$", Pattern.MULTILINE);

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/protocol-statements.md")) ? here : here.getParent();
    }

    private static Set<Integer> testedNumbers() throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        List<Path> tests;
        try (Stream<Path> files = Files.walk(repository().resolve("vrrp-core/src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path test : tests) {
            Matcher matcher = NUMBERED_TEST.matcher(Files.readString(test));
            while (matcher.find()) {
                for (String part : matcher.group(1).split(",")) {
                    String[] range = part.trim().split("-");
                    int last = Integer.parseInt(range[range.length - 1]);
                    for (int number = Integer.parseInt(range[0]); number <= last; number++) {
                        numbers.add(number);
                    }
                }
            }
        }
        return numbers;
    }

    @Test
    void statementsMarkedCoreHaveTests() throws IOException {
        Set<Integer> tested = testedNumbers();
        Set<Integer> missing = new TreeSet<>();
        int rows = 0;
        Matcher row = ROW.matcher(Files.readString(repository().resolve("docs/protocol-statements.md")));
        while (row.find()) {
            rows++;
            if (row.group(2).equals("core") && !tested.contains(Integer.valueOf(row.group(1)))) {
                missing.add(Integer.valueOf(row.group(1)));
            }
        }
        assertTrue(rows > 80, rows + " statements");
        assertEquals(Set.of(), missing);
    }
}
