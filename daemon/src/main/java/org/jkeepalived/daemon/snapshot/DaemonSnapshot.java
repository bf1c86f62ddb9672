package org.jkeepalived.daemon.snapshot;

import java.util.List;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.daemon.dump.DumpSnapshot;
import org.jkeepalived.daemon.dump.GlobalSnapshot;
import org.jkeepalived.daemon.dump.RouteSnapshot;
import org.jkeepalived.daemon.dump.StaticSnapshot;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.vrrp.RouterSetSnapshot;

/**
 * Everything that the VRRP thread owns, at one moment: it takes this picture, others show it.
 *
 * @param configuration what is in force; its instances are those of {@code routers}
 * @param resources which of the configured routes and static addresses are in place
 */
public record DaemonSnapshot(
        WallClock clock,
        Configuration configuration,
        RouterSetSnapshot routers,
        HostLinks links,
        ResourceStatus resources) {

    /** With resources as the routers and the interfaces tell of them. */
    public DaemonSnapshot(WallClock clock, Configuration configuration, RouterSetSnapshot routers, HostLinks links) {
        this(clock, configuration, routers, links, ResourceStatus.assumed(routers, links));
    }

    /**
     * What dump files show of it.
     *
     * @param checks the scripts' states; one that is missing has no result yet
     */
    public DumpSnapshot dump(ProcessFacts process, List<CheckStatus> checks) {
        Sockets sockets = Sockets.of(this);
        RouteEchoes echoes = RouteEchoes.of(configuration);
        return new DumpSnapshot(global(process), LinkStatus.delayGroups(configuration), statics(echoes),
                InstanceStatus.all(this, echoes, sockets), sockets.snapshots(), TrackStatus.groups(this),
                TrackStatus.scripts(configuration, checks), LinkStatus.all(this));
    }

    private GlobalSnapshot global(ProcessFacts process) {
        return new GlobalSnapshot(configuration.global(), configuration.daemon(), process.networkNamespace(),
                process.hostName(), process.umask(), process.scriptUid(), process.scriptGid());
    }

    private StaticSnapshot statics(RouteEchoes echoes) {
        StaticSettings settings = configuration.statics();
        return new StaticSnapshot(settings,
                settings.addresses()
                        .stream()
                        .map(address -> new StaticSnapshot.Address(address, resources.installed(address)))
                        .toList(),
                settings.routes()
                        .stream()
                        .map(route -> new RouteSnapshot(route,
                                resources.installed(route) && echoes.missesStatic(route)))
                        .toList());
    }
}
