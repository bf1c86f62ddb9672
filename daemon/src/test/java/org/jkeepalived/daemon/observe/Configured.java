package org.jkeepalived.daemon.observe;

import java.util.List;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.daemon.host.ThisHost;

/** Configurations without an instance. */
final class Configured {
    private Configured() {}

    static RunningConfiguration after(RunningConfiguration before) {
        var empty = ConfigLoader.loadText("keepalived.conf", "", LoadOptions.run(ThisHost.facts())).configuration();
        return before.next(empty, List.of(), before.names());
    }
}
