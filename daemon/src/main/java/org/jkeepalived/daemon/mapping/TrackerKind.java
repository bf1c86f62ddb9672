package org.jkeepalived.daemon.mapping;

import java.util.List;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.vrrp.TrackerCondition;

/**
 * A kind of trackers, such as scripts: which of them a configuration has, and who follows them. Without state, for any
 * thread.
 */
public interface TrackerKind {

    /** Told of the trackers of a configuration. */
    @FunctionalInterface
    interface Declarations {
        /** @param condition until the first news of it */
        void tracker(String name, TrackerCondition condition);
    }

    /** As log lines call it: {@code script}. */
    String name();

    /** Tells of every tracker that there is, each as often as it likes. */
    void declare(Configuration configuration, InstanceMapper.Links links, Declarations out);

    /** What an instance follows by itself. */
    List<Tracked> of(InstanceSettings instance, StaticSettings statics);

    /** What the members of a group follow through it. */
    List<Tracked> of(SyncGroupSettings group);
}
