package org.jkeepalived.config.render;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.diagnostic.Diagnostic;

/** Orders findings by place: files as they were read, lines, columns; what has no place comes last, a brace before what comes of it. */
final class ByPlace {
    private ByPlace() {}

    static Comparator<Diagnostic> in(List<String> files) {
        Map<String, Integer> rank = new HashMap<>();
        files.forEach(file -> rank.putIfAbsent(file, rank.size()));
        Comparator<Diagnostic> placed = Comparator
                .comparingInt((Diagnostic d) -> rank.getOrDefault(d.position().file(), Integer.MAX_VALUE))
                .thenComparingInt(d -> d.position().line())
                .thenComparingInt(d -> d.position().column());
        Comparator<Diagnostic> braces = Comparator.comparing(d -> !d.code().equals("missing-brace"));
        return Comparator.comparing((Diagnostic d) -> d.position() == null)
                .thenComparing((a, b) -> a.position() == null ? 0 : placed.compare(a, b))
                .thenComparing(braces);
    }
}
