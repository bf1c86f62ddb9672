package org.jkeepalived.transcript.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of the log as they stand in the sources: literals of classes that are nothing but words, and elsewhere those of statements that
 * write a line.
 */
final class LogTexts {
    private static final Path DAEMON = Path.of("src/main/java/org/jkeepalived/daemon");
    private static final Path HEALTH = Path.of("../health-check/src/main/java/org/jkeepalived/health");
    private static final List<Path> WORDS = List.of(DAEMON.resolve("messages"), HEALTH.resolve("CheckEvent.java"),
            HEALTH.resolve("NotifyEvent.java"));
    private static final Pattern STATEMENT = Pattern.compile(
            "\\b(detail|journal\\.(vrrp|vrrpDetail|parent)|log\\.accept|outlet\\.say|messages\\.add|lines\\.(add|line))\\([^;]*;");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(//|/?\\*).*$", Pattern.MULTILINE);
    /** Shorter ones are in every second line. */
    private static final Pattern TELLING = Pattern.compile(".*\\p{L}.*\\p{L}.*\\p{L}.*\\p{L}.*\\p{L}.*");

    private LogTexts() {}

    /** Every text, spaces at its ends left out. */
    static Collection<String> all() {
        var texts = new TreeSet<String>();
        for (Path words : WORDS) {
            sources(words).forEach(source -> literals(text(source), texts));
        }
        sources(DAEMON).forEach(source -> {
            Matcher statement = STATEMENT.matcher(text(source));
            while (statement.find()) {
                literals(statement.group(), texts);
            }
        });
        return texts;
    }

    private static List<Path> sources(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return COMMENT.matcher(Files.readString(source)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void literals(String code, Collection<String> texts) {
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            String text = literal.group(1).strip();
            if (TELLING.matcher(text).matches()) {
                texts.add(text);
            }
        }
    }
}
