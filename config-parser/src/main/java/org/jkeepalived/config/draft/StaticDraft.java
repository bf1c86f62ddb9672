package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.StaticAddress;

/** What stands whatever the state of any instance, while it is read. */
public final class StaticDraft {
    /** track_group blocks by name, in file order. */
    public final Map<String, TrackGroupDraft> trackGroups = new LinkedHashMap<>();
    public final List<StaticAddress> addresses = new ArrayList<>();
    public final RoutingDraft routing;

    /** Nothing. */
    public StaticDraft(SharedRouting shared) {
        this.routing = new RoutingDraft(shared);
    }
}
