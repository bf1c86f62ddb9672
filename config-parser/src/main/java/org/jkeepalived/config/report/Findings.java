package org.jkeepalived.config.report;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.Severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the findings of one load. Not thread-safe. */
public final class Findings {
    private final List<Finding> entries = new ArrayList<>();
    private Part part = Part.PARENT;
    private int errors;

    /** Whose messages the findings from here on are. */
    public void in(Part reader) {
        part = reader;
    }

    /** How many findings of severity ERROR there are so far. */
    public int errors() {
        return errors;
    }

    /** keepalived counts it as an error, a start goes on. */
    public Finding error(Place place, String code, String message) {
        return error(place, code, message, null);
    }

    /** As {@link #error(Place, String, String)}, saying what would have been right. */
    public Finding error(Place place, String code, String message, String expected) {
        return add(place, Severity.ERROR, ExitClass.CONFIG, false, code, message, expected, null);
    }

    /** An error with the likeliest intended word, or null. */
    public Finding misspelt(Place place, String code, String message, String expected, String suggestion) {
        return add(place, Severity.ERROR, ExitClass.CONFIG, false, code, message, expected, suggestion);
    }

    /** Counted as an error by keepalived although what was written is used or harmless. */
    public Finding warning(Place place, String code, String message) {
        return add(place, Severity.WARNING, ExitClass.CONFIG, false, code, message, null, null);
    }

    /** Logged, without effect on the exit code of a test. */
    public Finding notice(Place place, String code, String message) {
        return add(place, Severity.NOTICE, ExitClass.NOTICE, false, code, message, null, null);
    }

    /** Ours, not keepalived's: never changes an exit code and is not part of keepalived's form of the output. */
    public Finding advice(Place place, String code, String message, String expected) {
        return add(place, Severity.ADVICE, ExitClass.NOTICE, false, code, message, expected, null);
    }

    /** A keyword that is read and checked and of which nothing comes in this version. */
    public Finding notActedOn(Place place, String message) {
        return advice(place, Diagnostic.NOT_ACTED_ON, message, null);
    }

    /**
     * An older spelling of a keyword.
     *
     * @param message
     *            what keepalived says about it, or null when it says nothing
     * @param counted
     *            keepalived counts it as an error
     * @param name
     *            the spelling of today
     */
    public Finding deprecated(Place place, String message, boolean counted, String name) {
        if (message == null) {
            return advice(place, "deprecated", "an older spelling of " + name, name);
        } else {
            return add(place, counted ? Severity.WARNING : Severity.NOTICE,
                    counted ? ExitClass.CONFIG : ExitClass.NOTICE,
                    false,
                    "deprecated", message, name, null);
        }
    }

    /** A daemon that starts with this ends. */
    public Finding endsStart(Place place, String code, String message, String expected) {
        return add(place, Severity.ERROR, ExitClass.CONFIG, true, code, message, expected, null);
    }

    /** A security finding. */
    public Finding security(Place place, String code, String message) {
        return add(place, Severity.WARNING, ExitClass.SECURITY, false, code, message, null, null);
    }

    /** Reading stops here; the caller stops it. */
    public Finding abort(Place place, ExitClass exitClass, String code, String message, String expected) {
        return add(place, Severity.ERROR, exitClass, true, code, message, expected, null);
    }

    /** Whether anything so far ends a start. */
    public boolean endStart() {
        return entries.stream().anyMatch(finding -> finding.endsStart);
    }

    private Finding add(Place place, Severity severity, ExitClass exitClass, boolean endsStart, String code,
            String message, String expected, String suggestion) {
        errors += severity == Severity.ERROR ? 1 : 0;
        Finding finding = new Finding(part, place, severity, exitClass, endsStart, code, message, expected,
                suggestion);
        entries.add(finding);
        return finding;
    }

    /**
     * Says of every error from a line on, which comes of reading lines in the wrong block, that it follows from the block that was not closed.
     *
     * @param sequence
     *            the first line that is read in the wrong block
     * @param opening
     *            where that block begins
     */
    public void followFromOpenBlock(int sequence, Place opening) {
        for (Finding finding : entries) {
            if (finding.told() && finding.place.sequence() >= sequence && finding.severity == Severity.ERROR) {
                finding.followsFrom(opening);
            }
        }
    }

    /** Ties what is missing to the misspelt word that was to give it. */
    private void tieMissingToMisspelt() {
        Map<String, List<Finding>> misspelt = new HashMap<>();
        for (Finding finding : entries) {
            if (finding.suggestion != null && finding.told() && !finding.follows()) {
                misspelt.computeIfAbsent(finding.suggestion, _ -> new ArrayList<>()).add(finding);
            }
        }
        for (Finding missing : entries) {
            if (!misspelt.isEmpty() && missing.place != null && !missing.told() && !missing.follows()
                    && missing.expected() != null) {
                misspelt.getOrDefault(missing.expected().split(" ", 2)[0], List.of()).stream()
                        .filter(word -> word.place.sequence() > missing.place.sequence()).findFirst()
                        .ifPresent(word -> missing.followsFrom(word.place));
            }
        }
    }

    /**
     * Everything found: first what global_defs and the braces gave, then the rest, each in reading order, then the checks made at the end.
     *
     * @param severalFiles
     *            every message names its file
     */
    public List<Diagnostic> inOrder(boolean severalFiles) {
        if (!entries.isEmpty()) {
            tieMissingToMisspelt();
        }
        return entries.stream().sorted((a, b) -> Integer.compare(sequence(a), sequence(b)))
                .map(finding -> finding.diagnostic(severalFiles)).toList();
    }

    private static int sequence(Finding finding) {
        return finding.told() ? finding.place.sequence() : Integer.MAX_VALUE;
    }
}
