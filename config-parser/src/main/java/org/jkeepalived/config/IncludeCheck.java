package org.jkeepalived.config;

/**
 * Which problems of a plain {@code include} line end the reading (keepalived.conf(5), include_check).
 *
 * @param read
 *            an entry that is a directory, executable or unreadable
 * @param match
 *            a name without wildcards that matches nothing
 * @param wildcardMatch
 *            a wildcard that matches nothing
 * @param braceMatch
 *            one alternative of a {@code {a,b}} pattern that matches nothing
 */
public record IncludeCheck(boolean read, boolean match, boolean wildcardMatch, boolean braceMatch) {
    /** Problems are logged only. */
    public static final IncludeCheck NONE = new IncludeCheck(false, false, false, false);
    /** Every problem is fatal. */
    public static final IncludeCheck ALL = new IncludeCheck(true, true, true, true);
}
