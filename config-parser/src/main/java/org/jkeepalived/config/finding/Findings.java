package org.jkeepalived.config.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.diagnostic.SourcePosition;

/** Collects the findings of one load. Not thread-safe. */
public final class Findings {
    /** How many findings are kept; a file full of nonsense would take more memory for them than for itself. */
    private static final int KEPT = 5000;

    private record Key(SourcePosition position, String message) {
        static Key of(Place place, boolean shown, String message) {
            return new Key(place != null && shown ? place.position() : null, message);
        }
    }

    private final boolean awaitsInterfaces;
    private final List<Finding> entries = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();
    private Part part = Part.PARENT;
    private boolean dropped;
    private ExitClass worstDropped = ExitClass.NOTICE;
    private boolean droppedEndsStart;
    private int errors;

    /** A missing interface ends a start. */
    public Findings() {
        this(false);
    }

    /**
     * @param awaitsInterfaces an interface that is not there does not end a start
     */
    public Findings(boolean awaitsInterfaces) {
        this.awaitsInterfaces = awaitsInterfaces;
    }

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
        return misspelt(place, code, message, () -> expected, () -> suggestion);
    }

    /** As {@link #misspelt(Place, String, String, String, String)}, with words that are looked for only when they will be shown. */
    public Finding misspelt(Place place, String code, String message, Supplier<String> expected,
            Supplier<String> suggestion) {
        boolean shown = entries.size() < KEPT && !known.contains(Key.of(place, place.told(), message));
        return add(place, Severity.ERROR, ExitClass.CONFIG, false, code, message, shown ? expected.get() : null,
                shown ? suggestion.get() : null);
    }

    /** Counted as an error by keepalived although what was written is used or harmless. */
    public Finding warning(Place place, String code, String message) {
        return add(place, Severity.WARNING, ExitClass.CONFIG, false, code, message, null, null);
    }

    /** Logged by a daemon; keepalived's test says nothing of it. */
    public Finding notice(Place place, String code, String message) {
        return add(place, Severity.NOTICE, ExitClass.NOTICE, false, code, message, null, null);
    }

    /** Said by a daemon and by a test, without effect on the test's exit code. */
    public Finding remark(Place place, String code, String message) {
        return add(place, Severity.NOTICE, ExitClass.REMARK, false, code, message, null, null);
    }

    /** Ours, not keepalived's: never changes an exit code and is not part of keepalived's form of the output. */
    public Finding advice(Place place, String code, String message, String expected) {
        return advice(place, ExitClass.NOTICE, code, message, expected);
    }

    /** As {@link #advice(Place, String, String, String)}, about something at which keepalived says nothing and yet ends. */
    public Finding advice(Place place, ExitClass exitClass, String code, String message, String expected) {
        return add(place, Severity.ADVICE, exitClass, false, code, message, expected, null);
    }

    /** A keyword that is read and checked and of which nothing comes in this version. */
    public Finding notActedOn(Place place, String message) {
        return advice(place, Diagnostic.NOT_ACTED_ON, message, null);
    }

    /**
     * An older spelling of a keyword.
     *
     * @param message what keepalived says about it, or null when it says nothing
     * @param counted keepalived counts it as an error
     * @param name the spelling of today
     */
    public Finding deprecated(Place place, String message, boolean counted, String name) {
        if (message == null) {
            return advice(place, "deprecated", "an older spelling of " + name, name);
        } else {
            return counted
                    ? add(place, Severity.WARNING, ExitClass.CONFIG, false, "deprecated", message, name, null)
                    : add(place.untold(), Severity.NOTICE, ExitClass.NOTICE, false, "deprecated", message, name, null);
        }
    }

    /** A daemon that starts with this ends. */
    public Finding endsStart(Place place, String code, String message, String expected) {
        return add(place, Severity.ERROR, ExitClass.CONFIG, true, code, message, expected, null);
    }

    /** An interface is not there: a daemon that starts with this ends, or waits for it; the finding tells which. */
    public Finding absentInterface(Place place, String message, String expected) {
        return absentInterface(place, ExitClass.CONFIG, message, expected);
    }

    /** As {@link #absentInterface(Place, String, String)}, with a code of its own for a test. */
    public Finding absentInterface(Place place, ExitClass exitClass, String message, String expected) {
        return add(place, Severity.ERROR, exitClass, !awaitsInterfaces, Diagnostic.ABSENT_INTERFACE, message, expected,
                null);
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

    /** A finding that is known already, or one too many, is returned and not kept. */
    private Finding add(Place place, Severity severity, ExitClass exitClass, boolean endsStart, String code,
            String message, String expected, String suggestion) {
        errors += severity == Severity.ERROR ? 1 : 0;
        Finding finding = new Finding(part, place, severity, exitClass, endsStart, code, message,
                OddCharacters.explained(place, expected), suggestion);
        if (entries.size() >= KEPT && !exitClass.aborts()) {
            drop(exitClass, endsStart);
            return finding;
        }
        if (!known.add(Key.of(place, severity == Severity.ADVICE || finding.told(), message))) {
            return finding;
        }
        entries.add(finding);
        return finding;
    }

    private void drop(ExitClass exitClass, boolean endsStart) {
        dropped = true;
        worstDropped = exitClass.code() > worstDropped.code() ? exitClass : worstDropped;
        droppedEndsStart |= endsStart;
    }

    /** What was found so far, in the order in which it was found. */
    List<Finding> collected() {
        return entries;
    }

    private static int byPartAndSequence(Finding a, Finding b) {
        int parts = a.part.compareTo(b.part);
        return parts == 0 ? Integer.compare(a.sequence(), b.sequence()) : parts;
    }

    /**
     * Everything found, each message about a place once: process by process, what each read in reading order, then its checks made at the end. What
     * follows the finding at which reading stopped is left out.
     *
     * @param severalFiles every message names its file
     */
    public List<Diagnostic> inOrder(boolean severalFiles) {
        List<Diagnostic> out = new ArrayList<>();
        for (Finding finding : entries.stream().sorted(Findings::byPartAndSequence).toList()) {
            out.add(finding.diagnostic(severalFiles));
            if (finding.exitClass.aborts() && finding.exitClass != ExitClass.ABORT_NAMESPACE) {
                return out;
            }
        }
        if (dropped) {
            out.add(new Diagnostic(Severity.ERROR, worstDropped, droppedEndsStart, "too-many", null,
                    Diagnostic.PlaceTold.NOTHING, "Too many messages - the rest are left out", null, null, null, null,
                    null));
        }
        return out;
    }
}
