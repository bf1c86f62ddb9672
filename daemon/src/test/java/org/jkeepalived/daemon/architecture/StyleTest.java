package org.jkeepalived.daemon.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The style of the sources of every module. */
class StyleTest {
    private static final int MAX_LINES = 400;
    private static final List<String> MODULES = List.of("config-parser", "vrrp-core", "netlink", "health-check",
            "daemon", "packaging");
    /** Unfinished work belongs in the tracker. In two parts, or this line would be a finding. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    private static final Pattern CATCH_ALL_NAME = Pattern.compile(".*(Utils?|Helpers?|Misc)\\.java");

    private static final List<Path> SOURCES = new ArrayList<>();

    @BeforeAll
    static void findSources() throws IOException {
        for (String module : MODULES) {
            Path sources = Path.of("..", module, "src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(SOURCES::add);
                }
            }
        }
        assertFalse(SOURCES.isEmpty());
    }

    @Test
    void filesHaveAtMostFourHundredLines() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path source : SOURCES) {
            int lines = Files.readAllLines(source).size();
            if (lines > MAX_LINES) {
                findings.add(source + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void nothingIsMarkedAsUnfinished() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path source : SOURCES) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (UNFINISHED.matcher(lines.get(i)).find()) {
                    findings.add(source + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void noClassIsAHeapOfLeftovers() {
        assertEquals(List.of(),
                SOURCES.stream().filter(file -> CATCH_ALL_NAME.matcher(file.toString()).matches()).toList());
    }
}
