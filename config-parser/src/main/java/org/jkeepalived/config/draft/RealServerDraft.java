package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.net.IpAddress;

/** A real_server while it is read. */
public final class RealServerDraft extends ServerDraft {
    /** The virtual server around. */
    public final VirtualServerDraft service;
    /** uthreshold, or null. */
    public Long upperThreshold;
    /** lthreshold, or null. */
    public Long lowerThreshold;
    /** Checkers, in file order. */
    public final List<CheckerDraft> checkers = new ArrayList<>();

    /** A server without settings. */
    public RealServerDraft(Place place, IpAddress address, int port, VirtualServerDraft service) {
        super(place, address, port, ProbeDraft.Level.REAL_SERVER);
        this.service = service;
    }

    /** The weight that holds when nothing else is said. */
    public long effectiveWeight() {
        return weight != null ? weight : service.weight != null ? service.weight : 1;
    }

    @Override
    public String label() {
        return service.label(address, port);
    }
}
