package org.jkeepalived.config.form;

import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.SourcePosition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a reader has to mend at one place.
 *
 * @param findings
 *            all about the same word, the first of them the headline
 * @param followers
 *            what would not be there without it, ordered by place
 */
record Problem(List<Diagnostic> findings, List<Diagnostic> followers) {

    Diagnostic head() {
        return findings.getFirst();
    }

    /** The first answer that one of its findings has, or null. */
    String first(Function<Diagnostic, String> question) {
        return findings.stream().map(question).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The problems of a configuration, ordered by place. */
    static List<Problem> of(LoadResult result) {
        List<Diagnostic> sorted = result.diagnostics().stream().sorted(ByPlace.in(result.files())).toList();
        Map<SourcePosition, Problem> byPlace = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic finding : sorted) {
            if (finding.cause() == null || finding.cause().equals(finding.position())) {
                add(finding, byPlace, problems);
            }
        }
        for (Diagnostic finding : sorted) {
            if (finding.cause() != null && !finding.cause().equals(finding.position())) {
                Problem cause = byPlace.get(finding.cause());
                if (cause == null) {
                    add(finding, byPlace, problems);
                } else {
                    cause.followers.add(finding);
                }
            }
        }
        return problems;
    }

    private static void add(Diagnostic finding, Map<SourcePosition, Problem> byPlace, List<Problem> problems) {
        Problem same = finding.position() == null ? null : byPlace.get(finding.position());
        if (same != null) {
            same.findings.add(finding);
            return;
        }
        Problem problem = new Problem(new ArrayList<>(List.of(finding)), new ArrayList<>());
        problems.add(problem);
        if (finding.position() != null) {
            byPlace.put(finding.position(), problem);
        }
    }
}
