package org.jkeepalived.config.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.SourcePosition;

/**
 * What a reader has to mend at one place.
 *
 * @param findings all about the same word, the first of them the headline
 * @param followers what would not be there without it, ordered by place
 */
record Problem(List<Diagnostic> findings, List<Diagnostic> followers) {
    private static final int LONGEST_CHAIN = 8;

    Diagnostic head() {
        return findings.getFirst();
    }

    /** The first answer that one of its findings has, or null. */
    String first(Function<Diagnostic, String> question) {
        return findings.stream().map(question).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The problems of a configuration, ordered by place. */
    static List<Problem> of(LoadResult result) {
        Comparator<Diagnostic> byPlace = ByPlace.in(result.files());
        List<Diagnostic> sorted = result.diagnostics().stream().sorted(byPlace).toList();
        Map<SourcePosition, SourcePosition> causes = new HashMap<>();
        Map<SourcePosition, Problem> placed = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic finding : sorted) {
            if (stands(finding)) {
                add(finding, placed, problems);
            } else if (finding.position() != null) {
                causes.putIfAbsent(finding.position(), finding.cause());
            }
        }
        for (Diagnostic finding : sorted) {
            if (!stands(finding)) {
                Problem cause = placed.get(root(finding.cause(), placed, causes));
                if (cause == null) {
                    add(finding, placed, problems);
                } else {
                    cause.followers.add(finding);
                }
            }
        }
        problems.sort((a, b) -> byPlace.compare(a.head(), b.head()));
        return problems;
    }

    private static boolean stands(Diagnostic finding) {
        return finding.cause() == null || finding.cause().equals(finding.position());
    }

    /** The cause of the cause, until one stands for itself. */
    private static SourcePosition root(SourcePosition cause, Map<SourcePosition, Problem> placed,
            Map<SourcePosition, SourcePosition> causes) {
        SourcePosition root = cause;
        for (int i = 0; i < LONGEST_CHAIN && !placed.containsKey(root) && causes.containsKey(root); i++) {
            root = causes.get(root);
        }
        return root;
    }

    private static void add(Diagnostic finding, Map<SourcePosition, Problem> placed, List<Problem> problems) {
        Problem same = finding.position() == null ? null : placed.get(finding.position());
        if (same != null) {
            same.findings.add(finding);
            return;
        }
        Problem problem = new Problem(new ArrayList<>(List.of(finding)), new ArrayList<>());
        problems.add(problem);
        if (finding.position() != null) {
            placed.put(finding.position(), problem);
        }
    }
}
