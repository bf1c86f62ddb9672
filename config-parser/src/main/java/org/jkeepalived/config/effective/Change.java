package org.jkeepalived.config.effective;

/**
 * One difference between two configurations.
 *
 * @param kind what became of it
 * @param path the titles of the blocks around and the keyword, outermost first, between them {@code " / "}
 * @param before the old value, for a list what is gone; the empty text when there was none
 * @param after the new value, for a list what is new; the empty text when there is none
 * @param effect what the reload does because of it
 * @param place where the new value comes from, or the old one when there is no new one
 * @param idle why nothing comes of it in this version, or the empty text
 */
public record Change(Kind kind, String path, String before, String after, Effect effect, Origin place, String idle) {
    /** What became of a block or setting. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same instance under another name. */
        RENAMED
    }
}
