package org.jkeepalived.daemon.snapshot;

import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.vrrp.RouterSetSnapshot;
import org.jkeepalived.vrrp.RouterSnapshot;

/**
 * Which of the configured objects were in place at the moment of a snapshot. The answers do not change: it is asked by another thread than
 * that which keeps the objects. Rules are left out: nothing that is shown depends on them.
 */
public interface ResourceStatus {

    /** Whether the daemon has set this route of the instance of that name and knows of no removal. */
    boolean installed(String instance, VirtualRoute route);

    /** The same for a route of static_routes. */
    boolean installed(VirtualRoute staticRoute);

    /** The same for an address of static_ipaddress. */
    boolean installed(StaticAddress address);

    /**
     * What the routers and the interfaces tell: an instance that has set its addresses has set its routes, static addresses are those that the
     * interfaces have, and no static route is known to be set.
     */
    static ResourceStatus assumed(RouterSetSnapshot routers, HostLinks links) {
        return new ResourceStatus() {
            @Override
            public boolean installed(String instance, VirtualRoute route) {
                return routers.routers()
                        .stream()
                        .filter(RouterSnapshot::resourcesSet)
                        .anyMatch(router -> router.parameters().name().equals(instance));
            }

            @Override
            public boolean installed(VirtualRoute staticRoute) {
                return false;
            }

            @Override
            public boolean installed(StaticAddress address) {
                return links.has(address.address().interfaceName(), address.address().address());
            }
        };
    }
}
