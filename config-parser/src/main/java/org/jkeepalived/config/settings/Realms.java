package org.jkeepalived.config.settings;

/**
 * Realms of a route or rule, for traffic accounting.
 *
 * @param source 0..255, 0 for none
 * @param destination 0..255
 */
public record Realms(int source, int destination) {

    /** {@code 5} or {@code 3/5}. */
    public String asWritten() {
        return source == 0 ? Integer.toString(destination) : source + "/" + destination;
    }
}
