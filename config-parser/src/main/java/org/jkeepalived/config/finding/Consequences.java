package org.jkeepalived.config.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.diagnostic.Severity;

/** Ties findings to the one without which they would not be there, so that a reader sees the few that are to be mended. */
public final class Consequences {
    /** Findings that come of reading a line in the wrong block. */
    private static final Set<String> STRUCTURAL = Set.of("unknown-keyword", "unexpected-brace", "extra-brace",
            "missing-brace");
    /** A file full of stray braces has no causes worth looking for. */
    private static final int MOST_TROUBLES = 200;

    private Consequences() {}

    /**
     * A stretch that is read in the wrong block.
     *
     * @param from where it begins, exclusive
     * @param to where it ends, inclusive; null for the end of the configuration
     * @param cause the place of the finding to blame
     * @param everything every error in it follows, not only those about words and braces
     */
    public record Trouble(Place from, Place to, Place cause, boolean everything) {
        private boolean explains(Finding finding) {
            return finding.severity == Severity.ERROR && (everything || STRUCTURAL.contains(finding.code))
                    && !finding.place.position().equals(cause.position()) && compare(finding.place, from) > 0
                    && (to == null || compare(finding.place, to) <= 0);
        }

        private static int compare(Place a, Place b) {
            return a.sequence() != b.sequence()
                    ? Integer.compare(a.sequence(), b.sequence())
                    : Integer.compare(a.position().column(), b.position().column());
        }
    }

    /** Ties what was collected; the trouble that begins first is to blame where two are. */
    public static void tie(Findings findings, List<Trouble> troubles) {
        tieMissingToMisspelt(findings.collected());
        tieToOpenQuotes(findings.collected());
        List<Trouble> first = troubles.stream()
                .sorted((a, b) -> Trouble.compare(a.from, b.from))
                .limit(MOST_TROUBLES)
                .toList();
        for (Finding finding : findings.collected()) {
            if (finding.code.equals("unused-script") && !first.isEmpty()) {
                finding.followsFrom(first.getFirst().cause);
            } else if (finding.told()) {
                first.stream()
                        .filter(trouble -> trouble.explains(finding))
                        .findFirst()
                        .ifPresent(trouble -> finding.followsFrom(trouble.cause));
            }
        }
    }

    /** What is missing follows from the misspelt or misplaced word that was to give it. */
    private static void tieMissingToMisspelt(List<Finding> findings) {
        Map<String, List<Finding>> misspelt = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.told() && finding.code.equals("unknown-keyword")) {
                misspelt.computeIfAbsent(intended(finding), _ -> new ArrayList<>()).add(finding);
            }
        }
        for (Finding missing : findings) {
            if (!misspelt.isEmpty() && missing.place != null && missing.expected() != null
                    && (!missing.told() || missing.severity == Severity.ADVICE)) {
                misspelt.getOrDefault(missing.expected().split(" ", 2)[0], List.of())
                        .stream()
                        .filter(word -> word.place.sequence() > missing.place.sequence())
                        .findFirst()
                        .ifPresent(word -> missing.followsFrom(word.place));
            }
        }
    }

    /** The words behind a quote that is not closed are lost, and so is what they were to say. */
    private static void tieToOpenQuotes(List<Finding> findings) {
        Map<Integer, Place> quotes = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.told() && finding.code.equals("unterminated-quote")) {
                quotes.putIfAbsent(finding.place.sequence(), finding.place);
            }
        }
        for (Finding finding : findings) {
            Place quote = finding.told() ? quotes.get(finding.place.sequence()) : null;
            if (quote != null && !finding.place.position().equals(quote.position())) {
                finding.followsFrom(quote);
            } else if (finding.place != null && finding.code.equals("no-script")) {
                quotes.values()
                        .stream()
                        .filter(line -> line.sequence() < finding.place.sequence()
                                && line.sourceLine().stripLeading().startsWith("script"))
                        .max(Comparator.comparingInt(Place::sequence))
                        .ifPresent(finding::followsFrom);
            }
        }
    }

    private static String intended(Finding finding) {
        int start = finding.place.position().column() - 1;
        String line = finding.place.sourceLine();
        int end = Math.min(line.length(), start + finding.place.position().length());
        return finding.suggestion() == null
                ? line.substring(Math.min(start, end), end)
                : finding.suggestion().split(" ", 2)[0];
    }
}
