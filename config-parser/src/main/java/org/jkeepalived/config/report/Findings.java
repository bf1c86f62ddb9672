package org.jkeepalived.config.report;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.diagnostic.SourcePosition;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one load. Not thread-safe. */
public final class Findings {
    private record Entry(int sequence, boolean named, Diagnostic diagnostic) {}

    private final List<Entry> entries = new ArrayList<>();
    private boolean named;

    /** Whether findings from here on come from a part whose messages keepalived gives a file name (everything outside global_defs). */
    public void nameFiles(boolean on) {
        named = on;
    }

    /** keepalived counts it as an error, a start goes on. */
    public void error(Place place, String code, String message) {
        error(place, code, message, null);
    }

    /** As {@link #error(Place, String, String)}, saying what would have been right. */
    public void error(Place place, String code, String message, String expected) {
        add(place, Severity.ERROR, ExitClass.CONFIG, false, code, message, expected, null);
    }

    /** An error with the likeliest intended word, or null. */
    public void misspelt(Place place, String code, String message, String expected, String suggestion) {
        add(place, Severity.ERROR, ExitClass.CONFIG, false, code, message, expected, suggestion);
    }

    /** Counted as an error by keepalived although what was written is used or harmless. */
    public void warning(Place place, String code, String message) {
        add(place, Severity.WARNING, ExitClass.CONFIG, false, code, message, null, null);
    }

    /** Logged, without effect on the exit code of a test. */
    public void notice(Place place, String code, String message) {
        add(place, Severity.NOTICE, ExitClass.NOTICE, false, code, message, null, null);
    }

    /** A daemon that starts with this ends. */
    public void endsStart(Place place, String code, String message, String expected) {
        add(place, Severity.ERROR, ExitClass.CONFIG, true, code, message, expected, null);
    }

    /** A security finding. */
    public void security(Place place, String code, String message) {
        add(place, Severity.WARNING, ExitClass.SECURITY, false, code, message, null, null);
    }

    /** Reading stops here; the caller stops it. */
    public void abort(Place place, ExitClass exitClass, String code, String message, String expected) {
        add(place, Severity.ERROR, exitClass, true, code, message, expected, null);
    }

    /** Whether anything so far ends a start. */
    public boolean endStart() {
        return entries.stream().anyMatch(e -> e.diagnostic.endsStart());
    }

    private void add(Place place, Severity severity, ExitClass exitClass, boolean endsStart, String code,
            String message, String expected,
            String suggestion) {
        SourcePosition position = place == null ? null : place.position();
        String line = place == null ? null : place.sourceLine();
        int sequence = place == null ? Integer.MAX_VALUE : place.sequence();
        entries.add(new Entry(sequence, named,
                new Diagnostic(severity, exitClass, endsStart, code, position, message, line, expected, suggestion,
                        named)));
    }

    /**
     * Everything found: first what global_defs and the braces gave, then the rest, each in reading order, then the checks made at the end.
     *
     * @param severalFiles
     *            every message names its file
     */
    public List<Diagnostic> inOrder(boolean severalFiles) {
        return entries.stream().sorted((a, b) -> Integer.compare(a.sequence, b.sequence)).map(Entry::diagnostic)
                .map(d -> severalFiles && !d.named() ? withName(d) : d).toList();
    }

    private static Diagnostic withName(Diagnostic d) {
        return new Diagnostic(d.severity(), d.exitClass(), d.endsStart(), d.code(), d.position(), d.message(),
                d.sourceLine(), d.expected(),
                d.suggestion(), true);
    }
}
