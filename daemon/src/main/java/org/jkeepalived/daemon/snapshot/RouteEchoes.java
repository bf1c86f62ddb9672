package org.jkeepalived.daemon.snapshot;

import java.util.EnumSet;
import java.util.Set;
import org.jkeepalived.config.settings.AddressPrefix;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.net.AddressFamily;

/**
 * Which routes keepalived recognises when the kernel tells of them. It learns the interface of a route from the kernel's echo, and writes
 * {@code [installed ifindex 0]} behind a tracked route that it has set and whose echo it missed. This daemon needs no echo; so that the text
 * is the same, it derives from the configuration which ones keepalived would miss:
 * <ul>
 * <li>all of a family to whose news it does not listen, because no virtual route of it is tracked and no static one has a track group;
 * <li>virtual IPv6 routes without a metric, which the kernel reports with 1024, and those with bits beyond their prefix, which it clears;
 * <li>virtual routes of table 0, which it reports as the main table's.
 * </ul>
 * Left out: a second instance's equal route, whose echo keepalived takes for the first one's.
 */
public final class RouteEchoes {
    private final Set<AddressFamily> heard = EnumSet.noneOf(AddressFamily.class);

    private RouteEchoes() {}

    /** Those of a configuration. */
    public static RouteEchoes of(Configuration configuration) {
        RouteEchoes echoes = new RouteEchoes();
        for (InstanceSettings instance : configuration.instances()) {
            instance.routes().stream().filter(VirtualRoute::tracked).forEach(echoes::hear);
        }
        configuration.statics().routes().stream().filter(route -> route.trackGroup() != null).forEach(echoes::hear);
        return echoes;
    }

    private void hear(VirtualRoute route) {
        heard.add(route.destination().family());
    }

    /** Whether keepalived would show an instance's route, when it is set, as one whose echo it missed. */
    public boolean missesVirtual(VirtualRoute route) {
        return missesStatic(route) || route.tracked() && (route.table() == 0 || changedByTheKernel(route));
    }

    /** The same for a route of static_routes. */
    public boolean missesStatic(VirtualRoute route) {
        return route.tracked() && !heard.contains(route.destination().family());
    }

    /** Only IPv6: the kernel refuses IPv4 routes with bits beyond their prefix, and gives no metric by itself. */
    private static boolean changedByTheKernel(VirtualRoute route) {
        return route.destination().family() == AddressFamily.IPV6
                && (route.metric() == null || route.metric() == 0 || hasHostBits(route.destination()));
    }

    private static boolean hasHostBits(AddressPrefix prefix) {
        int length = prefix.length();
        long high = length >= Long.SIZE ? 0 : -1L >>> length;
        long low = length <= Long.SIZE ? -1L : length == 2 * Long.SIZE ? 0 : -1L >>> length - Long.SIZE;
        return (prefix.address().high() & high) != 0 || (prefix.address().low() & low) != 0;
    }
}
