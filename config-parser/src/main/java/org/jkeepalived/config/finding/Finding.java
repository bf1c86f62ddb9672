package org.jkeepalived.config.finding;

import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Diagnostic.PlaceTold;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.diagnostic.SourcePosition;

/** A finding that has been reported, and to which its reporter may add what it knows beyond keepalived's words. Not thread-safe. */
public final class Finding {
    final Part part;
    final Place place;
    final Severity severity;
    final ExitClass exitClass;
    final boolean endsStart;
    final String code;
    final String message;
    private String expected;
    private String suggestion;
    private String explanation;
    private SourcePosition cause;

    Finding(Part part, Place place, Severity severity, ExitClass exitClass, boolean endsStart, String code,
            String message, String expected, String suggestion) {
        this.part = part;
        this.place = place;
        this.severity = severity;
        this.exitClass = exitClass;
        this.endsStart = endsStart;
        this.code = code;
        this.message = message;
        this.expected = expected;
        this.suggestion = suggestion;
    }

    /** Says in one line what is behind this very case; null adds nothing. */
    public Finding because(String text) {
        explanation = text;
        return this;
    }

    /** Says what would have been right; null adds nothing. */
    public Finding expecting(String text) {
        expected = text;
        return this;
    }

    /** Names the word that was probably meant; null adds nothing. */
    public Finding suggesting(String word) {
        suggestion = word;
        return this;
    }

    /** Says that it would not be there without what was found at another place; null leaves it standing for itself. */
    public Finding followsFrom(Place other) {
        cause = other == null ? null : other.position();
        return this;
    }

    /** Whether a daemon that starts with this ends. */
    public boolean endsStart() {
        return endsStart;
    }

    String expected() {
        return expected;
    }

    String suggestion() {
        return suggestion;
    }

    boolean told() {
        return place != null && place.told();
    }

    /** Where it stands among those of its process: what has no line comes last. */
    int sequence() {
        return told() ? place.sequence() : Integer.MAX_VALUE;
    }

    Diagnostic diagnostic(boolean severalFiles) {
        PlaceTold told = PlaceTold.NOTHING;
        if (told()) {
            told = severalFiles || part.namesFiles() ? PlaceTold.FILE_AND_LINE : PlaceTold.LINE;
        }
        return new Diagnostic(severity, exitClass, endsStart, code, place == null ? null : place.position(), told,
                message, place == null ? null : place.sourceLine(), expected, suggestion, explanation, cause);
    }
}
