package org.jkeepalived.config.report;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.diagnostic.SourcePosition;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one load. Not thread-safe. */
public final class Findings {
    private record Entry(int sequence, Part part, Diagnostic diagnostic) {}

    private final List<Entry> entries = new ArrayList<>();
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

    /** Ours, not keepalived's: never changes an exit code and is not part of keepalived's form of the output. */
    public void advice(Place place, String code, String message, String expected) {
        add(place, Severity.ADVICE, ExitClass.NOTICE, false, code, message, expected, null);
    }

    /** A keyword that is read and checked and of which nothing comes in this version. */
    public void notActedOn(Place place, String message) {
        advice(place, Diagnostic.NOT_ACTED_ON, message, null);
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
    public void deprecated(Place place, String message, boolean counted, String name) {
        if (message == null) {
            advice(place, "deprecated", "an older spelling of " + name, name);
        } else {
            add(place, counted ? Severity.WARNING : Severity.NOTICE, counted ? ExitClass.CONFIG : ExitClass.NOTICE,
                    false,
                    "deprecated", message, name, null);
        }
    }

    /** A daemon that starts with this ends. */
    public void endsStart(Place place, String code, String message, String expected) {
        add(place, Severity.ERROR, ExitClass.CONFIG, true, code, message, expected, null);
    }

    /** What is asked for cannot be had on this machine: a daemon that starts with it ends. */
    public void cannotRun(Place place, String code, String message, String expected) {
        add(place, Severity.ERROR, ExitClass.CANNOT_RUN, true, code, message, expected, null);
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
        errors += severity == Severity.ERROR ? 1 : 0;
        entries.add(new Entry(sequence, part,
                new Diagnostic(severity, exitClass, endsStart, code, position, message, line, expected, suggestion,
                        part.namesFiles())));
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
