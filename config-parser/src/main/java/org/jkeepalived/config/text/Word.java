package org.jkeepalived.config.text;

import org.jkeepalived.config.report.Place;

/**
 * A word of a statement.
 *
 * @param text
 *            without quotes, possibly empty when quoted
 * @param quoted
 *            stood in double quotes
 * @param place
 *            where it stands
 */
public record Word(String text, boolean quoted, Place place) {
    @Override
    public String toString() {
        return text;
    }
}
