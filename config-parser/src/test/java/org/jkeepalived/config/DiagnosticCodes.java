package org.jkeepalived.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every diagnostic code that the sources can emit, read from the sources: codes are literals there. */
final class DiagnosticCodes {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern
            .compile("\\b(?:error|misspelt|warning|notice|advice|endsStart|security|abort)\\(");
    private static final Pattern CODE = Pattern.compile("\\s*(?:[A-Z]\\w*\\.\\w+,\\s*)?\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern HYPHENATED = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
    /** Words of the configuration language, and others, that are spelt like codes. */
    private static final Set<String> OTHERS = Set.of("receive-only", "cannot-run", "flag-1", "flag-2", "flag-3",
            "sh-port", "sh-fallback", "mh-port", "mh-fallback", "200-299", "tunnel-id", "ttl-propagate", "with-or");

    /** Those of the package that gives advice. */
    static final Set<String> ADVICE = of(SOURCES.resolve("org/jkeepalived/config/advice"));

    private DiagnosticCodes() {}

    static Set<String> all() {
        return of(SOURCES);
    }

    private static Set<String> of(Path folder) {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                collect(Files.readString(file), codes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        codes.removeAll(OTHERS);
        return codes;
    }

    private static void collect(String source, Set<String> codes) {
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            int comma = endOfArgument(source, call.end());
            Matcher code = CODE.matcher(source).region(Math.min(comma + 1, source.length()), source.length());
            if (code.lookingAt()) {
                codes.add(code.group(1));
            }
        }
        Matcher word = HYPHENATED.matcher(source);
        while (word.find()) {
            codes.add(word.group(1));
        }
    }

    /** The comma or parenthesis that ends the argument which begins here. */
    private static int endOfArgument(String source, int from) {
        int depth = 0;
        int i = from;
        for (; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"') {
                i = source.indexOf('"', i + 1);
            } else if (c == '(') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                break;
            } else if (c == ')') {
                depth--;
            }
        }
        return i;
    }
}
