package org.jkeepalived.daemon.snapshot;

import java.util.List;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.dump.DumpSnapshot;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.vrrp.RouterSetSnapshot;

/**
 * Everything that the VRRP thread owns, at one moment: it takes this picture, others show it.
 *
 * @param configuration what is in force; its instances are those of {@code routers}
 */
public record DaemonSnapshot(WallClock clock, Configuration configuration, RouterSetSnapshot routers, HostLinks links) {

    /**
     * What dump files show of it.
     *
     * @param checks the scripts' states; one that is missing has no result yet
     */
    public DumpSnapshot dump(ProcessFacts process, List<CheckStatus> checks) {
        Sockets sockets = Sockets.of(this);
        return new DumpSnapshot(GlobalStatus.of(configuration.global(), process), LinkStatus.delayGroups(configuration),
                InstanceStatus.all(this, sockets), sockets.snapshots(), TrackStatus.groups(this),
                TrackStatus.scripts(configuration, checks), LinkStatus.all(this));
    }
}
