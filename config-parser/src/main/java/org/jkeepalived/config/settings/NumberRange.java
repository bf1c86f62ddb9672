package org.jkeepalived.config.settings;

/**
 * Ports or user ids.
 *
 * @param first as written; the kernel refuses a range that runs backwards
 * @param last included
 */
public record NumberRange(long first, long last) {

    /** {@code 1000-2000}. */
    public String asWritten() {
        return first + "-" + last;
    }
}
