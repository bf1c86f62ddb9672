package org.jkeepalived.transcript;

/**
 * Something that was seen.
 *
 * @param tag empty when it holds for everybody, else see {@link Audience}
 * @param text such as {@code a log (V1) Entering MASTER STATE}
 */
public record Line(String tag, String text) {
    @Override
    public String toString() {
        return tag.isEmpty() ? text : tag + ": " + text;
    }
}
