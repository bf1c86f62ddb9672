package org.jkeepalived.daemon.dump;

import java.util.List;
import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.StaticSettings;

/**
 * What stands whatever the state of any instance.
 *
 * @param settings all that is configured
 * @param addresses its addresses
 * @param routes its routes
 */
public record StaticSnapshot(StaticSettings settings, List<Address> addresses, List<RouteSnapshot> routes) {
    /** Copies the lists. */
    public StaticSnapshot {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }

    /**
     * An address.
     *
     * @param set whether it is on the interface
     */
    public record Address(StaticAddress address, boolean set) {}
}
