package org.jkeepalived.daemon.tracking;

import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.vrrp.TrackerCondition;

/** A tracker at one moment. What a kind has to show besides is in its own form of it. Immutable. */
public interface TrackerStatus {
    TrackerId tracker();

    TrackerCondition condition();
}
