package org.jkeepalived.daemon.observe;

import java.util.List;
import java.util.Map;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.messages.ReportLines;

/** Names for log lines, as of one configuration: immutable once made, for the log's thread. */
public final class LogNames implements ReportLines.Names {

    private final Map<Integer, String> interfaces;
    private final List<TrackerId> trackers;

    /** @param interfaces names by index */
    public LogNames(Map<Integer, String> interfaces, TrackerIds ids) {
        this.interfaces = interfaces;
        trackers = ids.all();
    }

    @Override
    public String interfaceName(int index) {
        return interfaces.getOrDefault(index, Integer.toString(index));
    }

    @Override
    public String tracker(int id) {
        return id < trackers.size() ? trackers.get(id).toString() : "tracker " + id;
    }
}
