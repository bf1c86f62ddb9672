package org.jkeepalived.config.report;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.diagnostic.SourcePosition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the findings of one load. Not thread-safe. */
public final class Findings {
    /** How many findings are kept; a file full of nonsense would take more memory for them than for itself. */
    private static final int KEPT = 5000;

    private record Entry(Part part, int sequence, Diagnostic diagnostic) {}

    private record Key(SourcePosition position, String message) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();
    private Part part = Part.PARENT;
    private int dropped;
    private ExitClass worstDropped = ExitClass.NOTICE;
    private boolean droppedEndsStart;
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
        misspelt(place, code, message, () -> expected, () -> suggestion);
    }

    /** As {@link #misspelt(Place, String, String, String, String)}, with words that are looked for only when they will be shown. */
    public void misspelt(Place place, String code, String message, Supplier<String> expected,
            Supplier<String> suggestion) {
        boolean shown = entries.size() < KEPT && !known.contains(new Key(place.position(), message));
        add(place, Severity.ERROR, ExitClass.CONFIG, false, code, message, shown ? expected.get() : null,
                shown ? suggestion.get() : null);
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
        errors += severity == Severity.ERROR ? 1 : 0;
        if (!known.add(new Key(position, message))) {
            return;
        }
        if (entries.size() >= KEPT && !exitClass.aborts()) {
            known.remove(new Key(position, message));
            drop(exitClass, endsStart);
            return;
        }
        String line = place == null ? null : place.sourceLine();
        int sequence = place == null ? Integer.MAX_VALUE : place.sequence();
        entries.add(new Entry(part, sequence, new Diagnostic(severity, exitClass, endsStart, code, position, message,
                line, OddCharacters.explained(place, expected), suggestion, part.namesFiles())));
    }

    private void drop(ExitClass exitClass, boolean endsStart) {
        dropped++;
        worstDropped = exitClass.code() > worstDropped.code() ? exitClass : worstDropped;
        droppedEndsStart |= endsStart;
    }

    /**
     * Everything found, each message about a place once: process by process, what each read in reading order, then its checks made at the end. What
     * follows the finding at which reading stopped is left out, as keepalived never gets there.
     *
     * @param severalFiles
     *            every message names its file
     */
    public List<Diagnostic> inOrder(boolean severalFiles) {
        List<Diagnostic> out = new ArrayList<>();
        for (Entry entry : entries.stream()
                .sorted(Comparator.comparing(Entry::part).thenComparingInt(Entry::sequence)).toList()) {
            Diagnostic d = entry.diagnostic;
            out.add(severalFiles && !d.named() ? withName(d) : d);
            if (d.exitClass().aborts()) {
                return out;
            }
        }
        if (dropped > 0) {
            out.add(new Diagnostic(Severity.ERROR, worstDropped, droppedEndsStart, "too-many", null,
                    dropped + " more messages are left out", null, null, null, false));
        }
        return out;
    }

    private static Diagnostic withName(Diagnostic d) {
        return new Diagnostic(d.severity(), d.exitClass(), d.endsStart(), d.code(), d.position(), d.message(),
                d.sourceLine(), d.expected(),
                d.suggestion(), true);
    }
}
