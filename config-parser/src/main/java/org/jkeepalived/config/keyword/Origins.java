package org.jkeepalived.config.keyword;

import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.text.Word;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Where each value of each draft was written last. One that does not record costs nothing: a start has no use for it. Not thread-safe. */
public final class Origins {
    private final Map<Object, Map<String, Place>> places;

    private Origins(Map<Object, Map<String, Place>> places) {
        this.places = places;
    }

    /** Remembers what it is told. */
    public static Origins recording() {
        return new Origins(new IdentityHashMap<>());
    }

    /** Remembers nothing. */
    public static Origins none() {
        return new Origins(null);
    }

    /**
     * Remembers where something was written.
     *
     * @param draft
     *            the draft of the block, or what one entry of a list became; told apart by identity
     * @param keyword
     *            the keyword, or the empty text for the block or the entry itself
     */
    public void note(Object draft, String keyword, Word word) {
        if (places != null) {
            places.computeIfAbsent(draft, _ -> new HashMap<>()).put(keyword, word.place());
        }
    }

    /** The place of the keyword's last accepted statement in the draft's block, or null when there was none. */
    public Place of(Object draft, String keyword) {
        return places == null ? null : places.getOrDefault(draft, Map.of()).get(keyword);
    }
}
