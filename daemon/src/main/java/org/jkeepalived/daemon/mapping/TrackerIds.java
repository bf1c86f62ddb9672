package org.jkeepalived.daemon.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for what routers track. A script or interface keeps its number for the life of the process, so that its condition survives a
 * reload. The loop's thread owns it.
 */
public final class TrackerIds {
    /** What a number stands for. */
    public sealed interface Subject {
        String name();
    }

    /** A vrrp_script. */
    public record Script(String name) implements Subject {}

    /** A tracked interface. */
    public record Link(String name) implements Subject {}

    private final Map<Subject, Integer> numbers = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();

    /** The number of a subject, given out at the first call. */
    public int of(Subject subject) {
        return numbers.computeIfAbsent(subject, s -> {
            subjects.add(s);
            return subjects.size() - 1;
        });
    }

    /** Numbers run from 0 to this, exclusive. */
    public int size() {
        return subjects.size();
    }

    /** The subject of a number that {@link #of} gave out. */
    public Subject subject(int id) {
        return subjects.get(id);
    }
}
