package org.jkeepalived.config.lexer;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pattern of an include line or of {@code -f}: {@code *}, {@code ?}, {@code [...]} in any component, braces anywhere. An expansion ends at
 * {@link ReadLimits#MATCHES}.
 */
final class FilePattern {
    /**
     * One alternative of the braces.
     *
     * @param wildcard holds a glob character
     * @param directoryMissing the directory before the first wildcard does not exist
     * @param matches what it matches, sorted
     */
    record Alternative(boolean wildcard, boolean directoryMissing, List<Match> matches) {}

    /**
     * A file that matches.
     *
     * @param name its name in the pattern's terms: relative when the pattern is
     */
    record Match(String name, Path path) {}

    private final Path directory;
    private int left = ReadLimits.MATCHES;

    private FilePattern(Path directory) {
        this.directory = directory;
    }

    /** Every alternative of the pattern, in order; empty when there are too many. A relative pattern starts at the directory. */
    static List<Alternative> expand(String pattern, Path directory) {
        FilePattern expansion = new FilePattern(directory);
        List<String> texts = new ArrayList<>(List.of(pattern));
        for (int i = 0; i < texts.size(); i++) {
            for (List<String> inner = alternatives(texts.get(i)); inner != null; inner = alternatives(texts.get(i))) {
                expansion.left -= inner.size();
                if (expansion.left < 0) {
                    return List.of();
                }
                texts.set(i, inner.getFirst());
                texts.addAll(i + 1, inner.subList(1, inner.size()));
            }
        }
        List<Alternative> out = new ArrayList<>();
        for (String text : texts) {
            out.add(expansion.alternative(text));
        }
        return expansion.left < 0 ? List.of() : out;
    }

    private Alternative alternative(String text) {
        int wild = Glob.firstSpecial(text);
        try {
            if (wild < 0) {
                return new Alternative(false, false, existing(text));
            }
            int slash = text.lastIndexOf('/', wild);
            String base = text.substring(0, slash + 1);
            boolean missing = !Files.isDirectory(directory.resolve(base));
            return new Alternative(true, missing,
                    missing ? List.of() : descend(base, text.substring(slash + 1).split("/+")));
        } catch (InvalidPathException e) {
            return new Alternative(wild >= 0, true, List.of());
        }
    }

    private List<Match> existing(String name) {
        Path path = directory.resolve(name);
        return Files.exists(path) ? List.of(new Match(name, path)) : List.of();
    }

    private List<Match> descend(String base, String[] components) {
        List<String> level = List.of(base);
        for (int i = 0; i < components.length; i++) {
            List<String> next = new ArrayList<>();
            String end = i < components.length - 1 ? "/" : "";
            for (String parent : level) {
                if (Glob.isPattern(components[i])) {
                    list(parent, components[i]).forEach(name -> next.add(parent + name + end));
                } else if (Files.exists(directory.resolve(parent + components[i] + end))) {
                    next.add(parent + components[i] + end);
                }
            }
            level = next;
        }
        return level.stream().map(name -> new Match(name, directory.resolve(name))).toList();
    }

    private List<String> list(String parent, String component) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve(parent))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (--left < 0) {
                    return List.of();
                }
                if (Glob.matches(component, name)) {
                    found.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** The texts for the first pair of braces that holds a comma at its level, or null when there is none. */
    private static List<String> alternatives(String pattern) {
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
            List<Integer> cuts = new ArrayList<>(List.of(open));
            int depth = 0;
            for (int i = open; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0 || depth == 1 && c == ',') {
                    cuts.add(i);
                }
                if (depth == 0) {
                    return split(pattern, cuts);
                }
            }
        }
        return null;
    }

    private static List<String> split(String pattern, List<Integer> cuts) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            out.add(pattern.substring(0, cuts.getFirst()) + pattern.substring(cuts.get(i) + 1, cuts.get(i + 1))
                    + pattern.substring(cuts.getLast() + 1));
        }
        return out;
    }
}
