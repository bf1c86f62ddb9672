package org.jkeepalived.config.settings;

import java.util.Set;

/**
 * A regular expression for the body of a reply, in the syntax of PCRE2.
 *
 * @param regex the expression
 * @param mustNotMatch regex_no_match
 * @param options compile options, by the names that keepalived.conf gives them
 * @param minOffset the match begins at this byte or after it
 * @param maxOffset the match begins at this byte or before it; {@link #UNLIMITED} anywhere
 * @param stackStart first size of the matcher's stack in bytes, 0 for its default
 * @param stackMax largest size of it, 0 for its default
 */
public record BodyPattern(
        String regex,
        boolean mustNotMatch,
        Set<String> options,
        long minOffset,
        long maxOffset,
        long stackStart,
        long stackMax) {
    /** No highest offset. */
    public static final long UNLIMITED = -1;

    public BodyPattern {
        options = Set.copyOf(options);
    }
}
