package org.jkeepalived.config.draft;

import org.jkeepalived.config.report.Place;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A real_server while it is read. */
public final class RealServerDraft extends ServerDraft {
    /** The virtual server around. */
    public final VirtualServerDraft service;
    /** uthreshold; 0 for none. */
    public long upperThreshold;
    /** lthreshold; 0 for none. */
    public long lowerThreshold;
    /** notify_up, or null. */
    public CommandDraft notifyUp;
    /** notify_down, or null. */
    public CommandDraft notifyDown;
    /** Checkers, in file order. */
    public final List<CheckerDraft> checkers = new ArrayList<>();

    /** A server without settings. */
    public RealServerDraft(Place place, InetAddress address, int port, VirtualServerDraft service) {
        super(place, address, port, ProbeDraft.Level.REAL_SERVER);
        this.service = service;
    }
}
