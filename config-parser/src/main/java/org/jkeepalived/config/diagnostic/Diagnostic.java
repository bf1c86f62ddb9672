package org.jkeepalived.config.diagnostic;

/**
 * One finding about a configuration.
 *
 * @param severity
 *            how it is named
 * @param exitClass
 *            what it does to {@code -t}'s exit code
 * @param endsStart
 *            true when a daemon that starts with this configuration ends
 * @param code
 *            stable identifier, lower case with hyphens, such as {@code unknown-keyword}
 * @param position
 *            where, or null for a check made after everything was read
 * @param message
 *            keepalived's wording, without position
 * @param sourceLine
 *            the line as it stands in the file, or null
 * @param expected
 *            what would have been right, or null
 * @param suggestion
 *            the likeliest intended word, or null
 * @param named
 *            true when keepalived's single-line form names the file even though only one was read (its child processes do)
 */
public record Diagnostic(Severity severity, ExitClass exitClass, boolean endsStart, String code,
        SourcePosition position, String message,
        String sourceLine, String expected, String suggestion, boolean named) {

    /** The code of a keyword that is read and checked and of which nothing comes in this version. */
    public static final String NOT_ACTED_ON = "not-acted-on";

    /**
     * The finding for a person: {@code FILE:LINE:COL: error[code]: message}, the source line, a caret line under the word, what was expected, the
     * likeliest fix. Lines are separated by newlines; there is none at the end.
     */
    public String render() {
        StringBuilder out = new StringBuilder();
        if (position != null) {
            out.append(position).append(": ");
        }
        out.append(severity.word()).append('[').append(code).append("]: ").append(message);
        if (position != null && sourceLine != null) {
            out.append('\n').append("  ").append(sourceLine).append('\n').append("  ");
            appendCaret(out);
        }
        if (expected != null) {
            out.append('\n').append("  expected ").append(expected);
        }
        if (suggestion != null) {
            out.append('\n').append("  did you mean '").append(suggestion).append("'?");
        }
        return out.toString();
    }

    private void appendCaret(StringBuilder out) {
        int start = Math.min(position.column() - 1, sourceLine.length());
        for (int i = 0; i < start; i++) {
            out.append(sourceLine.charAt(i) == '\t' ? '\t' : ' ');
        }
        out.append("^".repeat(Math.max(1, Math.min(position.length(), sourceLine.length() - start))));
    }

    /** keepalived's single line, {@code (Line N) TEXT} or {@code (FILE: Line N) TEXT}, plus a short hint where there is a likely fix. */
    public String logLine() {
        StringBuilder out = new StringBuilder();
        if (position != null) {
            out.append('(');
            if (named) {
                out.append(position.file()).append(": ");
            }
            out.append("Line ").append(position.line()).append(") ");
        }
        out.append(message);
        if (suggestion != null) {
            out.append(" (did you mean '").append(suggestion).append("'?)");
        }
        return out.toString();
    }
}
