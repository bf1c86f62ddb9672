package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.UdpCheckSettings;

/** UDP_CHECK: a datagram is not refused, or is answered. */
public final class UdpCheckDraft extends ConnectingCheckDraft {
    /** Hex digits, two per byte; null for the filler. */
    public String payload;
    /** require_reply was given. */
    public boolean replyRequired;
    /** Hex digits and x for any digit, two per byte; null where none was written. */
    public String replyPattern;
    public int minReplyLength;
    public int maxReplyLength = UdpCheckSettings.DEFAULT_MAX_REPLY_LENGTH;

    /** Of this server. */
    public UdpCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
    }
}
