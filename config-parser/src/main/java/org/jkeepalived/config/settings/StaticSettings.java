package org.jkeepalived.config.settings;

import java.util.List;

/**
 * What stands whatever the state of any instance.
 *
 * @param trackGroups instances that follow some of it, in file order
 * @param addresses static_ipaddress
 * @param routes static_routes
 * @param rules static_rules
 */
public record StaticSettings(
        List<TrackGroup> trackGroups,
        List<StaticAddress> addresses,
        List<VirtualRoute> routes,
        List<VirtualRule> rules) {
    /** Nothing. */
    public static final StaticSettings NONE = new StaticSettings(List.of(), List.of(), List.of(), List.of());

    public StaticSettings {
        trackGroups = List.copyOf(trackGroups);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }
}
