package org.jkeepalived.config.effective;

/**
 * Where a value comes from.
 *
 * @param kind how it came about
 * @param file the file of its statement as it was named, or null when none was written
 * @param line the statement's line, counted from 1, or 0
 * @param note
 *        what it was before a rule changed it, or the keyword of global_defs that it is inherited from, or words for a default that is no value; or
 *        null
 */
public record Origin(Kind kind, String file, int line, String note) {
    /** How a value comes about. */
    public enum Kind {
        /** It stands in the file. */
        WRITTEN,
        /** Nothing is written, and this is what holds then. */
        DEFAULT,
        /** Nothing is written, and global_defs says what holds then. */
        INHERITED,
        /** It stands in the file, and a rule put another in its place. */
        CHANGED,
        /** Nothing is written, it follows from the rest. */
        DERIVED,
        /** It stands in the file, and a rule took it away. */
        DROPPED
    }

    /** In words: {@code keepalived.conf:12, changed by a rule, was 3}. */
    public String text() {
        String where = file == null ? "" : file + ":" + line;
        return switch (kind) {
            case WRITTEN -> where;
            case DEFAULT -> note == null ? "(default)" : "(default: " + note + ")";
            case INHERITED -> where.isEmpty() ? "(default of " + note + ")" : "(" + note + ", " + where + ")";
            case CHANGED -> (where.isEmpty() ? "" : where + ", ") + "changed by a rule"
                    + (note.isEmpty() ? "" : ", was " + note);
            case DERIVED -> "(not written, follows from the rest)";
            case DROPPED -> (where.isEmpty() ? "" : where + ", ") + "dropped by a rule";
        };
    }
}
