package org.jkeepalived.daemon.tracking;

import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.vrrp.TrackerCondition;

/**
 * Takes the news of trackers. A source is given one for its own thread: it may wait for the loop where that thread is
 * not the loop's.
 */
@FunctionalInterface
public interface TrackerSink {
    /** A tracker has a new condition; one that nobody follows is no mistake. */
    void changed(TrackerId tracker, TrackerCondition condition);
}
