package org.jkeepalived.daemon.tracking;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.mapping.TrackerKind;

/** All sources of the daemon, one for each kind. */
public final class TrackerSources implements AutoCloseable {

    /** What can be followed; {@link TrackerSources} has a source for each. */
    public static final List<TrackerKind> KINDS = List.of(ScriptSource.KIND, InterfaceSource.KIND);

    private final List<TrackerSource> sources;

    public TrackerSources(TrackerSource... sources) {
        this.sources = List.of(sources);
    }

    /** Goes over to the trackers of a configuration. On the loop's thread. */
    public void configure(Configuration configuration) {
        for (TrackerSource source : sources) {
            source.configure(configuration);
        }
    }

    /** All trackers as they are now. May wait; not for the loop's thread. */
    public List<TrackerStatus> statuses() {
        List<TrackerStatus> all = new ArrayList<>();
        for (TrackerSource source : sources) {
            all.addAll(source.statuses());
        }
        return all;
    }

    @Override
    public void close() {
        for (TrackerSource source : sources) {
            source.close();
        }
    }
}
