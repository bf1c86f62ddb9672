package org.jkeepalived.config.diagnostic;

import java.util.List;

/**
 * One finding about a configuration.
 *
 * @param severity how it is named
 * @param exitClass what it does to {@code -t}'s exit code
 * @param endsStart true when a daemon that starts with this configuration ends
 * @param code stable identifier, lower case with hyphens, such as {@code unknown-keyword}; the name of its page
 * @param position where, or null when no line is to blame
 * @param placeTold how keepalived's form names the position
 * @param message keepalived's wording, without position
 * @param sourceLine the line as it stands in the file, or null
 * @param expected what would have been right, or null
 * @param suggestion the likeliest intended word, or null
 * @param explanation one line about this very case that keepalived does not give, or null
 * @param cause the position of the finding from which this one follows, or null when it stands for itself
 */
public record Diagnostic(
        Severity severity,
        ExitClass exitClass,
        boolean endsStart,
        String code,
        SourcePosition position,
        PlaceTold placeTold,
        String message,
        String sourceLine,
        String expected,
        String suggestion,
        String explanation,
        SourcePosition cause) {

    /** The code of a keyword that is read and checked and of which nothing comes in this version. */
    public static final String NOT_ACTED_ON = "not-acted-on";

    /** The code of an interface that is not there. */
    public static final String ABSENT_INTERFACE = "no-such-interface";

    /** How much of the position stands in keepalived's single line. */
    public enum PlaceTold {
        /** Nothing: it is a check made after everything was read. */
        NOTHING,
        /** {@code (Line N)}. */
        LINE,
        /** {@code (FILE: Line N)}. */
        FILE_AND_LINE
    }

    /** Whether it is ours, not keepalived's. */
    public boolean advice() {
        return severity == Severity.ADVICE;
    }

    /** keepalived's single line, to the letter: {@code (Line N) TEXT}, {@code (FILE: Line N) TEXT} or {@code TEXT}. */
    public String keepalivedLine() {
        if (position == null || placeTold == PlaceTold.NOTHING) {
            return message;
        }
        String file = placeTold == PlaceTold.FILE_AND_LINE ? position.file() + ": " : "";
        return "(" + file + "Line " + position.line() + ") " + message;
    }

    /** {@link #keepalivedLine}, plus a short hint where there is a likely fix. */
    public String logLine() {
        return suggestion == null ? keepalivedLine() : keepalivedLine() + " (did you mean '" + suggestion + "'?)";
    }

    /** What a daemon logs: {@link #logLine} and, where there is one, the explanation. */
    public List<String> logLines() {
        return explanation == null ? List.of(logLine()) : List.of(logLine(), explanation);
    }
}
