package org.jkeepalived.config.text;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** The pattern of an include line or of {@code -f}: {@code *}, {@code ?}, {@code [...]} in any component, braces anywhere. */
final class FilePattern {
    /**
     * One alternative of the braces.
     *
     * @param text
     *            the alternative as written, made absolute
     * @param wildcard
     *            holds a glob character
     * @param directoryMissing
     *            the directory before the first wildcard does not exist
     * @param matches
     *            what it matches, sorted
     */
    record Alternative(String text, boolean wildcard, boolean directoryMissing, List<Path> matches) {}

    private FilePattern() {}

    /** Every alternative of the pattern, in order. A relative pattern starts at the directory. */
    static List<Alternative> expand(String pattern, Path directory) {
        List<Alternative> alternatives = new ArrayList<>();
        for (String text : braces(pattern)) {
            boolean wildcard = hasWildcard(text);
            List<Path> matches;
            boolean missing = false;
            if (wildcard) {
                int firstWild = indexOfWildcard(text);
                int slash = text.lastIndexOf('/', firstWild);
                String base = slash < 0 ? "" : slash == 0 ? "/" : text.substring(0, slash);
                Path start = directory.resolve(base);
                missing = !Files.isDirectory(start);
                matches = missing ? List.of() : descend(start, List.of(text.substring(slash + 1).split("/+")));
            } else {
                Path path = directory.resolve(text);
                matches = Files.exists(path) ? List.of(path) : List.of();
            }
            alternatives.add(new Alternative(text, wildcard, missing, matches));
        }
        return alternatives;
    }

    private static List<Path> descend(Path directory, List<String> components) {
        List<Path> level = List.of(directory);
        for (String component : components) {
            List<Path> next = new ArrayList<>();
            for (Path parent : level) {
                next.addAll(hasWildcard(component) ? list(parent, component) : existing(parent.resolve(component)));
            }
            level = next;
        }
        return level;
    }

    private static List<Path> existing(Path path) {
        return Files.exists(path) ? List.of(path) : List.of();
    }

    private static List<Path> list(Path directory, String component) {
        List<Path> found = new ArrayList<>();
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + component);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    Path name = entry.getFileName();
                    boolean hidden = name.toString().startsWith(".") && !component.startsWith(".");
                    if (!hidden && matcher.matches(name)) {
                        found.add(entry);
                    }
                }
            }
        } catch (IOException | PatternSyntaxException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    private static boolean hasWildcard(String text) {
        return indexOfWildcard(text) >= 0;
    }

    private static int indexOfWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> braces(String pattern) {
        int open = pattern.indexOf('{');
        int close = open < 0 ? -1 : matching(pattern, open);
        if (close < 0) {
            return List.of(pattern);
        }
        List<String> out = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i <= close; i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && i < close) {
                depth--;
            } else if (i == close || c == ',' && depth == 0) {
                String inner = pattern.substring(start, i);
                out.addAll(braces(pattern.substring(0, open) + inner + pattern.substring(close + 1)));
                start = i + 1;
            }
        }
        return out;
    }

    private static int matching(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                depth++;
            } else if (pattern.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
