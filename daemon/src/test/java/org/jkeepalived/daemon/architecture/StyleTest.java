package org.jkeepalived.daemon.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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

    private static final int MAX_METHOD_LINES = 60;
    private static final int MAX_COLUMNS = 120;
    /** Longer today, and not to grow: tables that happen to be methods, a text block, a switch over every action. */
    private static final Map<String, Integer> LONG_METHODS = Map.of("InstanceKeywords.election", 66,
            "InstanceKeywords.protocol", 62, "GlobalKeywords.protocol", 65, "Errno.name", 63, "Errno.text", 63,
            "RouteWireTest.ipv4", 63, "Rehearsal.configuration", 89, "ReportLines.write", 71);
    /**
     * The formatter indents by four, so a member begins at a multiple of it and ends with a brace below its first
     * letter.
     */
    private static final Pattern MEMBER = Pattern
            .compile("(?<indent> {4}| {8}| {12})(?:[A-Za-z<][^(]* )?(?<name>\\w+)\\(.*");
    private static final Pattern NO_MEMBER = Pattern.compile(
            "\\s*(if|for|while|switch|try|synchronized|do|else|return|case|default|catch|finally|throw|new)\\b.*"
                    + "|.*\\b(class|record|interface|enum)\\b.*|.* = .*|.*->.*");
    private static final String TEXT_BLOCK = "\"\"\"";

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
    void methodsHaveAtMostSixtyLines() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path source : SOURCES) {
            List<String> lines = withoutTextBlocks(Files.readAllLines(source));
            String type = source.getFileName().toString().replace(".java", "");
            for (int i = 0; i < lines.size(); i++) {
                Matcher member = MEMBER.matcher(lines.get(i));
                if (member.matches() && !NO_MEMBER.matcher(lines.get(i)).matches()) {
                    int length = length(lines, i, member.group("indent") + "}");
                    String name = type + "." + member.group("name");
                    if (length > LONG_METHODS.getOrDefault(name, MAX_METHOD_LINES)) {
                        findings.add(name + " has " + length + " lines");
                    }
                }
            }
        }
        assertEquals(List.of(), findings);
    }

    /** From the line where a member begins to its end; 0 where it has no body. */
    private static int length(List<String> lines, int first, String end) {
        int open = first;
        while (open < lines.size() && !lines.get(open).endsWith("{")) {
            if (lines.get(open).endsWith(";") || lines.get(open).endsWith("}")) {
                return 0;
            }
            open++;
        }
        int last = open;
        while (last < lines.size() && !lines.get(last).equals(end)) {
            last++;
        }
        return last - first + 1;
    }

    /** The same lines, those of text blocks empty. */
    private static List<String> withoutTextBlocks(List<String> lines) {
        List<String> code = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            boolean toggles = (line.length() - line.replace(TEXT_BLOCK, "").length()) / TEXT_BLOCK.length() % 2 == 1;
            code.add(inside && !toggles ? "" : line);
            inside ^= toggles;
        }
        return code;
    }

    /** A word that somebody must find is not broken: lines with a literal may be longer. */
    @Test
    void codeHasAtMostAHundredAndTwentyColumns() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path source : SOURCES) {
            List<String> lines = withoutTextBlocks(Files.readAllLines(source));
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean comment = line.strip().startsWith("*") || line.strip().startsWith("/");
                if (line.length() > MAX_COLUMNS && !comment && line.indexOf('"') < 0) {
                    findings.add(source + ":" + (i + 1));
                }
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
