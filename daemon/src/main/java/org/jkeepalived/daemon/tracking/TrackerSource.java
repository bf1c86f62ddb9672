package org.jkeepalived.daemon.tracking;

import java.util.List;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.mapping.TrackerKind;

/** Where the news of one kind of trackers come from. It says them to the {@link TrackerSink} that it was made with. */
public interface TrackerSource extends AutoCloseable {

    /** What it follows. */
    TrackerKind kind();

    /** These trackers count from now on. On the loop's thread: what takes time is done on another. */
    void configure(Configuration configuration);

    /** All of its trackers as they are now. May wait, half a second at most; not for the loop's thread. */
    List<TrackerStatus> statuses();

    /** Nothing more is said. */
    @Override
    void close();
}
