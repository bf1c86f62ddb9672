package org.jkeepalived.config.declaration;

import java.util.HashMap;
import java.util.Map;
import org.jkeepalived.config.finding.Place;

/** Blocks by kind and name, for keywords that name one: keepalived knows those only that stand above. Not thread-safe. */
public final class NamedBlocks {
    private record Named(Object draft, Place place) {}

    private final Map<Class<?>, Map<String, Named>> kinds = new HashMap<>();

    /**
     * Makes a block known, unless one of its kind and name is.
     *
     * @param place where it stands
     */
    public void add(String name, Object draft, Place place) {
        kinds.computeIfAbsent(draft.getClass(), _ -> new HashMap<>()).putIfAbsent(name, new Named(draft, place));
    }

    /** The block of this kind and name that stands above a place, or null. */
    public <T> T above(Place place, Class<T> kind, String name) {
        Named named = kinds.getOrDefault(kind, Map.of()).get(name);
        return named == null || named.place.sequence() > place.sequence() ? null : kind.cast(named.draft);
    }
}
