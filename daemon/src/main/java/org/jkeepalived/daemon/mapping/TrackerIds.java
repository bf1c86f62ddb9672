package org.jkeepalived.daemon.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for what routers track. A tracker keeps its number for the life of the process, so that its condition
 * survives a reload. Any thread: a reload is prepared beside the loop; the lock is held for a look-up.
 */
public final class TrackerIds {
    private final Map<TrackerId, Integer> numbers = new HashMap<>();
    private final List<TrackerId> trackers = new ArrayList<>();

    /** The number of a tracker, given out at the first call. */
    public synchronized int of(TrackerId tracker) {
        Integer known = numbers.get(tracker);
        if (known != null) {
            return known;
        }
        trackers.add(tracker);
        numbers.put(tracker, trackers.size() - 1);
        return trackers.size() - 1;
    }

    /** All that have a number, which is their place in the list. */
    public synchronized List<TrackerId> all() {
        return List.copyOf(trackers);
    }
}
