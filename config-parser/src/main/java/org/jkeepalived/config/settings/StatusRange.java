package org.jkeepalived.config.settings;

/**
 * HTTP status codes.
 *
 * @param first 100..599
 * @param last first..599
 */
public record StatusRange(int first, int last) {
    /** What counts as success where nothing else is said. */
    public static final StatusRange SUCCESS = new StatusRange(200, 299);

    /** As it is written. */
    public String written() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
